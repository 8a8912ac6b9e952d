using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>
/// Statements that go on from result to result (T-01): 利润总额 is 营业利润 加 and 减 what stands between them, 现金流量净额 what came in less what went out,
/// 负债和所有者权益总计 two totals before it. What a line may mean is read from its label and the marks before the others, and believed when a column of
/// telling numbers bears it out.
/// </summary>
/// <param name="evaluator">Tells which reading holds.</param>
/// <param name="words">The pipeline's vocabulary.</param>
internal sealed class RunningTotals(Evaluator evaluator, Vocabulary words)
{
    /// <summary>Sums of numbers with fewer digits hold by chance.</summary>
    private const decimal FewestDigits = 10_000m;

    /// <summary>The obligations of one part of a table of an unknown kind.</summary>
    public IEnumerable<Obligation> Of(TablePart part, Fact?[,] facts)
    {
        for (int line = 1; line < part.Lines.Length; line++)
        {
            var readings = Readings(part, line).Select(terms => Sums(part, facts, line, terms)).Where(sums => sums.Count > 0).ToList();
            if (readings.Count == 0)
            {
                continue;
            }

            List<Obligation> best = readings.MaxBy(sums => sums.Count(IsTelling))!;
            if (2 * best.Count(IsTelling) >= best.Count(sum => sum.Stated!.Printed!.Value != 0) && best.Exists(IsTelling))
            {
                foreach (Obligation sum in best)
                {
                    yield return sum;
                }
            }
        }
    }

    /// <summary>What a line may be made of: other lines with their signs, the most natural reading first.</summary>
    private IEnumerable<List<(int Line, int Sign)>> Readings(TablePart part, int line)
    {
        string label = part.Lines[line].Label;
        int level = part.Lines[line].Level;
        List<int> results = [.. Enumerable.Range(0, line).Where(other => part.Lines[other].Level <= level && Marks(part.Lines[other].Label) == 0 && !part.Lines[other].IsOfWhich)];
        List<int> totals = [.. Enumerable.Range(0, line).Where(other => part.Lines[other].Role == LineRole.Total)];
        if (results.Count > 0 && results[^1] < line - 1)
        {
            int first = results[^1];
            foreach (bool carries in new[] { false, true })
            {
                List<(int, int)> between = Between(part, first, line, carries);
                if (between.Count > 0)
                {
                    yield return [(first, 1), .. between];
                    if (results.Count > 1)
                    {
                        yield return [(results[^2], 1), (first, -1), .. between];
                    }
                }
            }
        }

        if (part.Lines[line].Role == LineRole.Total)
        {
            foreach (int other in totals.SkipLast(1))
            {
                yield return [(other, 1), (totals[^1], 1)];
            }
        }
        else if (IsNet(label))
        {
            if (totals.Count > 1)
            {
                yield return [(totals[^2], 1), (totals[^1], -1)];
            }

            // 处置固定资产收回的现金净额 is one of the lines that come in; a result stands right behind what went out.
            List<int> nets = [.. Enumerable.Range(1, line - 1).Where(other => IsNet(part.Lines[other].Label) && part.Lines[other - 1].Role == LineRole.Total)];
            if (nets.Count > 1)
            {
                yield return [.. nets.Select(other => (other, 1)), .. results.Where(other => other > nets[^1]).Select(other => (other, 1))];
            }
        }

        if (results.Count > 1 && words["net-totals"].Any(word => label.EndsWith(word, StringComparison.Ordinal)))
        {
            yield return [(results[^2], 1), (results[^1], 1)];
        }

        foreach (int[] owners in OwnersBelow(part, line))
        {
            yield return [.. owners.Select(other => (other, 1))];
        }

        List<int> children = [.. Enumerable.Range(line + 1, part.Lines.Length - line - 1).Where(other => part.Lines[other].Parent == line && !part.Lines[other].IsOfWhich)];
        if (children.Count > 1)
        {
            yield return [.. children.Select(other => (other, 1))];
        }
    }

    /// <summary>
    /// The lines between two results that are added (加) or taken off (减): those that say so, or all from one that says so to the next, without what is
    /// named as a part of another.
    /// </summary>
    private List<(int Line, int Sign)> Between(TablePart part, int first, int last, bool carries)
    {
        var terms = new List<(int, int)>();
        int sign = 0;
        for (int line = first + 1; line < last; line++)
        {
            int mark = Marks(part.Lines[line].Label);
            sign = mark != 0 ? mark : carries ? sign : 0;
            if (sign != 0 && !part.Lines[line].IsOfWhich)
            {
                terms.Add((line, sign));
            }
        }

        return terms;
    }

    /// <summary>归属于母公司所有者的净利润 and 少数股东损益 below a result: whose it is.</summary>
    private IEnumerable<int[]> OwnersBelow(TablePart part, int line)
    {
        for (int one = line + 1; one + 1 < part.Lines.Length && part.Lines[one].Level > part.Lines[line].Level; one++)
        {
            if (words["majority-owners"].Any(word => part.Lines[one].Label.StartsWith(word, StringComparison.Ordinal))
                && words["minority-owners"].Any(word => part.Lines[one + 1].Label.Contains(word, StringComparison.Ordinal)))
            {
                yield return [one, one + 1];
            }
        }
    }

    private static List<Obligation> Sums(TablePart part, Fact?[,] facts, int line, List<(int Line, int Sign)> terms)
    {
        var sums = new List<Obligation>();
        for (int column = 0; column < part.Columns.Length; column++)
        {
            List<Term> operands = [.. terms.Where(term => facts[term.Line, column] is not null).Select(term => new Term(facts[term.Line, column]!, term.Sign))];
            if (facts[line, column] is { Printed.Unit.Dimension: not Dimension.Percent } stated && operands.Exists(term => term.Fact.Printed is not null))
            {
                sums.Add(Duty.Sum(stated, operands, Severity.Error, "sum", "T-01"));
            }
        }

        return sums;
    }

    private bool IsTelling(Obligation sum) =>
        sum.Stated!.Printed is { } printed && Math.Abs(printed.Value) >= FewestDigits * Printed.PowerOfTen(-printed.Decimals)
        && evaluator.Decide(sum).Verdict is Verdict.Exact;

    private int Marks(string label) =>
        words["added"].Any(word => label.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? 1
        : words["deducted"].Any(word => label.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? -1
        : 0;

    private bool IsNet(string label) => words["net-lines"].Any(word => label.EndsWith(word, StringComparison.Ordinal));
}
