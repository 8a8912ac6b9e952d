using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// N-30: the items of a list of subjects (1.社会保障和就业支出（类）…（款）…（项）) are numbered without gaps. Lists of anything else may be cut or
/// numbered by another hand. One note for each list.
/// </summary>
internal static partial class ItemNumbers
{
    private const int FewestItems = 3;
    private static readonly ImmutableArray<string> Rules = ["N-30"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        var list = new List<(int Number, Passage Passage)>();
        foreach (Stretch line in inspection.Stretches.Where(stretch => stretch.Kind is StretchKind.Sentence or StretchKind.Heading))
        {
            if (Item().Match(line.Text) is not { Success: true } item)
            {
                continue;
            }

            int number = int.Parse(item.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            if (list.Count > 0 && number <= list[^1].Number)
            {
                if (Judge(list) is { } obligation)
                {
                    yield return obligation;
                }

                list.Clear();
            }

            list.Add((number, line.Passage(item.Groups["number"].Index, item.Groups["number"].Length)));
        }

        if (Judge(list) is { } last)
        {
            yield return last;
        }
    }

    private static Obligation? Judge(List<(int Number, Passage Passage)> list)
    {
        if (list.Count < FewestItems || list[0].Number != 1)
        {
            return null;
        }

        int gap = Enumerable.Range(1, list.Count - 1).FirstOrDefault(i => list[i].Number != list[i - 1].Number + 1);
        return gap == 0
            ? Worded.Holds(Rules, "numbering", new Bilingual($"编号1至{list.Count}连续", $"items 1 to {list.Count} without gaps"))
            : Worded.Broken(Rules, "numbering", Severity.Note, $"{list[gap - 1].Number} → {list[gap].Number}",
                new Bilingual($"第{list[gap - 1].Number}项之后为第{list[gap].Number}项", $"item {list[gap].Number} follows item {list[gap - 1].Number}"), [list[gap].Passage]);
    }

    [GeneratedRegex(@"^(?<number>[0-9]{1,2})[.、].{2,40}[(]?类.{1,40}款.{1,40}项")]
    private static partial Regex Item();
}
