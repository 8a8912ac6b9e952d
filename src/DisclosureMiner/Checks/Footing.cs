using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>
/// Generic footing and cross-footing: the sums that a table claims by its own labels, heads and hierarchy (T-01, T-02, T-03,
/// T-05). For tables of kinds that have no rules of their own; comparisons of periods (T-04) for all.
/// </summary>
/// <param name="evaluator">Ranks readings of a table that fit its labels equally well.</param>
/// <param name="words">The pipeline's vocabulary.</param>
internal sealed class Footing(Evaluator evaluator, Vocabulary words)
{
    private readonly List<Obligation> _obligations = [];

    /// <summary>The obligations of one part of a table.</summary>
    /// <param name="part">The part.</param>
    /// <param name="facts">The part's facts by line and value column; null where there is no cell.</param>
    /// <param name="isForm">Whether the table belongs to a known form, whose totals are meant.</param>
    public IReadOnlyList<Obligation> Of(TablePart part, Fact?[,] facts, bool isForm)
    {
        _obligations.Clear();
        Totals(part, facts, isForm);
        Children(part, facts);
        TotalColumns(part, facts);
        ShareColumns(part, facts);
        ChangeColumns(part, facts);
        return [.. _obligations];
    }

    /// <summary>What the comparisons with another period claim that a part of a table of a known kind may print as well.</summary>
    public IReadOnlyList<Obligation> OfComparisons(TablePart part, Fact?[,] facts)
    {
        _obligations.Clear();
        ChangeColumns(part, facts);
        return [.. _obligations];
    }

    private void Totals(TablePart part, Fact?[,] facts, bool isForm)
    {
        for (int line = 0; line < part.Lines.Length; line++)
        {
            if (part.Lines[line].Role != LineRole.Total)
            {
                continue;
            }

            List<(List<int> Cover, Deduction Signs)> readings = [.. Covers(part, line).Where(cover => cover.Count > 0).SelectMany(cover => Signs(part, cover), (cover, signs) => (cover, signs))];
            if (readings.Count == 0)
            {
                continue;
            }

            // The reading of "what does this total cover" that holds in most columns; the nearest by position when none does.
            (List<int> cover, Deduction signs) = readings.MaxBy(reading => Held(part, facts, line, reading.Cover, reading.Signs));
            bool held = Held(part, facts, line, cover, signs) > 0;
            for (int column = 0; column < part.Columns.Length; column++)
            {
                if (IsAmount(part.Columns[column]) && SumOf(part, facts, line, cover, column, signs) is { } sum
                    && (held || (isForm && cover.Count > 1) || IsNear(sum)))
                {
                    _obligations.Add(sum);
                }
            }
        }
    }

    private int Held(TablePart part, Fact?[,] facts, int total, List<int> cover, Deduction signs) =>
        Enumerable.Range(0, part.Columns.Length).Count(column =>
            IsAmount(part.Columns[column]) && SumOf(part, facts, total, cover, column, signs) is { } sum && Holds(sum) && sum.Stated!.Printed!.Value != 0);

    /// <summary>What 减： may mean for the lines that a total covers: nothing when none begins so.</summary>
    private IEnumerable<Deduction> Signs(TablePart part, List<int> cover) =>
        cover.Exists(line => IsDeducted(part.Lines[line].Label)) ? [Deduction.Line, Deduction.Signed, Deduction.Rest] : [Deduction.Line];

    /// <summary>The sets of lines that a total may cover, the most natural one first.</summary>
    private static IEnumerable<List<int>> Covers(TablePart part, int total)
    {
        int level = part.Lines[total].Level;
        var above = new List<int>();
        for (int i = total - 1; i >= 0 && part.Lines[i].Role != LineRole.Total; i--)
        {
            above.Insert(0, i);
        }

        List<int> tops = Tops(part, above);
        if (tops.Count > 0)
        {
            yield return tops;
        }

        // Interest on investments | PILOTs | Other PILOTs | Subtotal: what stands alone above a group is not part of it.
        for (int skipped = 1; skipped <= tops.Count - 2; skipped++)
        {
            yield return tops[skipped..];
        }

        var below = new List<int>();
        for (int i = total + 1; i < part.Lines.Length && part.Lines[i].Role != LineRole.Total; i++)
        {
            below.Add(i);
        }

        if (above.Count == 0)
        {
            List<int> all = Tops(part, below);
            yield return all;
            foreach (List<int> group in Groups(part, all).Skip(1))
            {
                yield return group;
            }
        }

        List<int> subtotals = [.. Enumerable.Range(0, total).Where(i => part.Lines[i].Role == LineRole.Total && part.Lines[i].Level >= level)];
        for (int first = 0; first <= subtotals.Count - 2; first++)
        {
            // 流动负债合计, 非流动负债合计, 负债合计: the totals before it, or only the last of them.
            yield return subtotals[first..];
        }

        if (subtotals.Count > 0)
        {
            yield return [subtotals[^1], .. tops];
            yield return Tops(part, [.. Enumerable.Range(0, total).Where(i => part.Lines[i].Role != LineRole.Total)]);
        }
    }

    /// <summary>分行业 …, 分产品 …: the same whole cut several times, each time under a line without values; all of it comes first.</summary>
    private static List<List<int>> Groups(TablePart part, List<int> lines)
    {
        var groups = new List<List<int>> { lines };
        var open = new List<int>();
        foreach (int line in lines)
        {
            if (part.Lines[line].Values.All(value => value is null or { Type: CellType.Blank }) && open.Count > 0)
            {
                groups.Add(open);
                open = [];
            }

            open.Add(line);
        }

        groups.Add(open);
        return groups.Count > 2 ? groups : [lines];
    }

    /// <summary>The lines without those whose parent is among them.</summary>
    private static List<int> Tops(TablePart part, List<int> lines) => lines.FindAll(line => !lines.Contains(part.Lines[line].Parent));

    private Obligation? SumOf(TablePart part, Fact?[,] facts, int total, List<int> cover, int column, Deduction signs)
    {
        if (facts[total, column] is not { Printed.Unit.Dimension: not Dimension.Percent } stated)
        {
            return null;
        }

        var terms = new List<Term>();
        bool isRest = false;
        foreach (int line in cover)
        {
            bool isDeducted = IsDeducted(part.Lines[line].Label);
            isRest |= isDeducted && signs == Deduction.Rest;
            terms.AddRange(Filled(part, facts, line, column).Where(fact => fact.Id != stated.Id).Select(fact =>
                new Term(fact, isRest || (isDeducted && (signs == Deduction.Line || fact.Printed is { Value: > 0 })) ? -1 : 1)));
        }

        return terms.Exists(term => term.Fact.Printed is not null)
            ? Duty.Sum(stated, terms, Severity.Error, "sum", "T-01")
            : null;
    }

    private bool IsDeducted(string label) => words["deducted"].Any(word => label.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The cell of a line; when it is blank and lines below it are not, theirs.</summary>
    private static IEnumerable<Fact> Filled(TablePart part, Fact?[,] facts, int line, int column)
    {
        if (facts[line, column] is { } own && (own.Printed is not null || own.IsUnreadable))
        {
            return [own];
        }

        return Enumerable.Range(line + 1, part.Lines.Length - line - 1)
            .TakeWhile(child => part.Lines[child].Role != LineRole.Total)
            .Where(child => part.Lines[child].Parent == line && facts[child, column] is { Printed: not null })
            .Select(child => facts[child, column]!);
    }

    private void Children(TablePart part, Fact?[,] facts)
    {
        for (int line = 0; line < part.Lines.Length; line++)
        {
            List<int> children = [.. Enumerable.Range(0, part.Lines.Length).Where(child => part.Lines[child].Parent == line && part.Lines[child].Role == LineRole.Item)];
            if (children.Count == 0)
            {
                continue;
            }

            (Deduction signs, int columns) = Signs(part, children).Select(signs => (signs, Held(part, facts, line, children, signs))).MaxBy(reading => reading.Item2);
            bool closes = columns > 0 && children.Count > 1;
            for (int column = 0; column < part.Columns.Length; column++)
            {
                if (!IsAmount(part.Columns[column]) || facts[line, column] is not { Printed: not null } parent)
                {
                    continue;
                }

                if (closes && SumOf(part, facts, line, children, column, signs) is { } sum)
                {
                    _obligations.Add(sum);
                    continue;
                }

                foreach (int child in children)
                {
                    if (IsPart(part, line, child) && !IsNet(part.Lines[line].Label, part.Lines[child].Label) && facts[child, column] is { Printed.Value: >= 0 } own && parent.Printed.Value >= 0
                        && own.Printed.Unit.Dimension == parent.Printed.Unit.Dimension)
                    {
                        _obligations.Add(Duty.Of(Relation.AtMost, own, [new Term(parent)], Severity.Error, "at-most", "T-05"));
                    }
                }
            }
        }
    }

    private bool IsNet(string whole, string part) => NetWholes.IsNet(words, whole, part);

    // 一、营业收入 over 税金及附加: lines that only stand below another one may be parts of it, or may be what is taken from it.
    private static bool IsPart(TablePart part, int line, int child) =>
        part.Lines[child].IsOfWhich
        || (part.Lines[line].Code.Length > 0 && part.Lines[child].Code.StartsWith(part.Lines[line].Code, StringComparison.Ordinal));

    /// <summary>T-02: a column headed 合计 or 小计 is the sum of its neighbours under the same head, when most rows bear it out.</summary>
    private void TotalColumns(TablePart part, Fact?[,] facts)
    {
        for (int column = 0; column < part.Columns.Length; column++)
        {
            ValueColumn head = part.Columns[column];
            if (head.Path.IsEmpty || !words["total-columns"].Contains(Folding.Label(head.Path[^1])))
            {
                continue;
            }

            int depth = head.Path.Length - 1;
            List<int> siblings = [.. Enumerable.Range(0, part.Columns.Length).Where(other => other != column
                && part.Columns[other].Path.Length > depth && IsAmount(part.Columns[other])
                && part.Columns[other].Path.Take(depth).SequenceEqual(head.Path.Take(depth), StringComparer.Ordinal)
                && (part.Columns[other].Path.Length == depth + 1 || words["total-columns"].Contains(Folding.Label(part.Columns[other].Path[^1]))))];
            List<Obligation> rows = [];
            for (int line = 0; line < part.Lines.Length && siblings.Count > 1; line++)
            {
                List<Term> terms = [.. siblings.Where(other => facts[line, other] is not null)
                    .Select(other => new Term(facts[line, other]!, IsDeducted(Folding.Label(part.Columns[other].Path[^1])) ? -1 : 1))];
                if (facts[line, column] is { Printed: not null } stated && terms.Exists(term => term.Fact.Printed is not null))
                {
                    rows.Add(Duty.Sum(stated, terms, Severity.Error, "sum", "T-02"));
                }
            }

            if (rows.Count > 0 && 2 * rows.Count(Holds) > rows.Count)
            {
                _obligations.AddRange(rows);
            }
        }
    }

    /// <summary>T-03: a share column gives the part of the amount column to its left in the total line of its stretch, when that line says 100 % or
    /// most rows bear it out.</summary>
    private void ShareColumns(TablePart part, Fact?[,] facts)
    {
        for (int column = 1; column < part.Columns.Length; column++)
        {
            if (!words["share-columns"].Any(word => Folding.Label(part.Columns[column].Name).Contains(word, StringComparison.Ordinal)) || !IsAmount(part.Columns[column - 1]))
            {
                continue;
            }

            var rows = new List<Obligation>();
            bool closes = false;
            for (int line = 0; line < part.Lines.Length; line++)
            {
                int total = TotalFor(part, line);
                if (total >= 0 && facts[line, column] is { Printed.Unit.Dimension: Dimension.Percent } share
                    && facts[line, column - 1] is { Printed: not null } amount && facts[total, column - 1] is { Printed: not null } whole)
                {
                    rows.Add(Duty.Of(Relation.Ratio, share, [new Term(amount), new Term(whole)], Severity.Error, "share", "T-03"));
                    closes |= line == total && share.Printed.Value == 100;
                }
            }

            // 计提比例, 占应收账款合计的比例: not every column of percentages speaks of the total below it.
            if (closes || 2 * rows.Count(Holds) > rows.Count)
            {
                _obligations.AddRange(rows);
            }
        }
    }

    /// <summary>
    /// T-04: a change or rate column follows from the two amount columns before it. Forms differ in which of the two is the
    /// earlier one, so the reading that most rows bear out is taken, and none when neither does.
    /// </summary>
    private void ChangeColumns(TablePart part, Fact?[,] facts)
    {
        var blocks = new Dictionary<string, (List<Obligation> Forward, List<Obligation> Backward)>(StringComparer.Ordinal);
        for (int column = 2; column < part.Columns.Length; column++)
        {
            string name = Folding.Label(part.Columns[column].Name);
            bool rate = words["rate-columns"].Any(word => name.Contains(word, StringComparison.Ordinal));
            bool change = !rate && words["change-columns"].Any(word => name.Contains(word, StringComparison.Ordinal));
            if ((rate || change) && Counterparts(part, column) is [var first, var second])
            {
                string block = part.Columns[column].Path[0];
                blocks.TryAdd(block, ([], []));
                blocks[block].Forward.AddRange(Changes(part, facts, column, second, first, rate));
                blocks[block].Backward.AddRange(Changes(part, facts, column, first, second, rate));
                continue;
            }

            List<int> amounts = [.. Enumerable.Range(0, column).Reverse().Where(other => IsAmount(part.Columns[other]) && !IsChange(part.Columns[other])).Take(2)];
            if ((rate || change) && amounts is [var near, var far])
            {
                List<Obligation>[] readings = [Changes(part, facts, column, near, far, rate), Changes(part, facts, column, far, near, rate)];
                List<Obligation> best = readings.MaxBy(rows => rows.Count(Holds))!;
                AddIfBorneOut(best);
            }
        }

        foreach ((List<Obligation> forward, List<Obligation> backward) in blocks.Values)
        {
            AddIfBorneOut(forward.Count(Holds) >= backward.Count(Holds) ? forward : backward);
        }
    }

    private void AddIfBorneOut(List<Obligation> rows)
    {
        if (rows.Count > 1 && 2 * rows.Count(Holds) > rows.Count)
        {
            _obligations.AddRange(rows);
        }
    }

    /// <summary>2024年/会议费, 2025年/会议费, 增减变化情况/会议费: the columns of the same heads in the blocks beside that of the changes.</summary>
    private List<int> Counterparts(TablePart part, int column)
    {
        ImmutableArray<string> path = part.Columns[column].Path;
        return path.Length < 2 || path[1..].Any(IsChangeHead) ? []
            : [.. Enumerable.Range(0, part.Columns.Length).Where(other => part.Columns[other].Path is { Length: > 1 } beside && beside[0] != path[0]
                && beside.Skip(1).SequenceEqual(path.Skip(1), StringComparer.Ordinal) && IsAmount(part.Columns[other]) && !IsChange(part.Columns[other]))];
    }

    private bool IsChangeHead(string head) => words["change-columns"].Concat(words["rate-columns"]).Any(word => Folding.Label(head).Contains(word, StringComparison.Ordinal));

    private static List<Obligation> Changes(TablePart part, Fact?[,] facts, int column, int current, int prior, bool rate)
    {
        List<Obligation> rows = [];
        for (int line = 0; line < part.Lines.Length; line++)
        {
            if (facts[line, column] is { Printed: not null } stated && facts[line, current] is { Printed: not null } now && facts[line, prior] is { Printed: not null } before)
            {
                // 本报告期比上年同期增减: the head does not tell whether it is a rate, and the cells do. Of two rates it is their difference.
                rows.Add(rate || (stated.Printed.Unit.Dimension == Dimension.Percent && now.Printed.Unit.Dimension != Dimension.Percent)
                    ? Duty.Of(Relation.Growth, stated, [new Term(now), new Term(before)], Severity.Error, "rate", "T-04")
                    : Duty.Sum(stated, [new Term(now), new Term(before, -1)], Severity.Error, "change", "T-04"));
            }
        }

        return rows;
    }

    private bool IsChange(ValueColumn column) =>
        words["change-columns"].Any(word => Folding.Label(column.Name).Contains(word, StringComparison.Ordinal));

    private static int TotalFor(TablePart part, int line)
    {
        for (int i = line; i < part.Lines.Length; i++)
        {
            if (part.Lines[i].Role == LineRole.Total)
            {
                return i;
            }
        }

        return Enumerable.Range(0, line).LastOrDefault(i => part.Lines[i].Role == LineRole.Total, -1);
    }

    private bool IsAmount(ValueColumn column)
    {
        string name = Folding.Label(column.Name);
        return column.Unit?.Dimension is null or Dimension.Money or Dimension.ForeignMoney or Dimension.Count or Dimension.None
            && !words["share-columns"].Any(word => name.Contains(word, StringComparison.Ordinal))
            && !words["rate-columns"].Any(word => name.Contains(word, StringComparison.Ordinal));
    }

    private bool Holds(Obligation obligation) => evaluator.Decide(obligation).Verdict is Verdict.Exact or Verdict.Rounding or Verdict.CutOrPlug or Verdict.UnlikelyRounding;

    private bool IsNear(Obligation obligation) =>
        evaluator.Decide(obligation) is { Difference: { } difference, Value: { } value } && value != 0 && Math.Abs(difference) <= 0.01m * Math.Abs(value);

    /// <summary>What 减： before a line means for a sum.</summary>
    private enum Deduction
    {
        /// <summary>The line is taken off.</summary>
        Line,

        /// <summary>The line is taken off unless it is printed with its sign.</summary>
        Signed,

        /// <summary>The line and all lines behind it are taken off.</summary>
        Rest,
    }
}
