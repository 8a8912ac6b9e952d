using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>What the words of a table's heads say where no kind of table says it.</summary>
internal sealed partial class HeadWords(Vocabulary words)
{
    private static readonly (string List, Phase Phase)[] Phases =
    [
        ("column-opening-budget", Phase.OpeningBudget),
        ("column-adjusted-budget", Phase.AdjustedBudget),
        ("column-estimated-outturn", Phase.EstimatedOutturn),
        ("column-final", Phase.Final),
        ("column-budget", Phase.Budget),
    ];

    private static readonly (string List, Measure Measure)[] Measures =
    [
        ("column-completion", Measure.Completion),
        ("column-share", Measure.Share),
        ("column-rate", Measure.Rate),
        ("column-change", Measure.Change),
    ];

    /// <summary>The flow that a part's name tells, else the table's title, else empty.</summary>
    public string FlowOf(TablePart part, Table table) => FlowOf(part.Name) is { Length: > 0 } flow ? flow : FlowOf(table.Title);

    /// <summary>The year that a head tells: printed, or as a distance to the fiscal year; null when it tells none or more than one.</summary>
    public int? YearOf(string head, int? fiscalYear)
    {
        MatchCollection printed = Year().Matches(head);
        if (printed.Count > 0)
        {
            string first = printed[0].Groups["year"].Value;
            return printed.All(match => match.Groups["year"].Value == first) ? int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) : null;
        }

        // 上年结转结余 is money of this year's budget: 上年 belongs to its name.
        head = words["column-carried-in"].Aggregate(head, (left, name) => left.Replace(name, "", StringComparison.Ordinal));
        return Has("column-two-years-before", head) ? fiscalYear - 2
            : Has("column-year-before", head) ? fiscalYear - 1
            : Has("column-current-year", head) ? fiscalYear
            : null;
    }

    /// <summary>The phase that a head tells. 一般公共预算财政拨款 names a fund, and stands in final accounts too.</summary>
    public Phase PhaseOf(string head)
    {
        string said = words["fund-names"].Aggregate(head, (left, fund) => left.Replace(fund, "", StringComparison.Ordinal));
        return Phases.FirstOrDefault(entry => Has(entry.List, said)).Phase;
    }

    /// <summary>The phase of a line that names nothing but the state of the money: 预算数, 决算数.</summary>
    public Phase PhaseOfLine(string label) => words["phase-lines"].Contains(label) ? PhaseOf(label) : Phase.Unknown;

    /// <summary>The measure that a head tells, or null.</summary>
    public Measure? MeasureOf(string head)
    {
        foreach ((string list, Measure measure) in Measures)
        {
            if (Has(list, head))
            {
                return measure;
            }
        }

        return null;
    }

    /// <summary>Whether the head's last level says only that the column is a sum: 合计, 小计, 本年支出合计.</summary>
    public bool IsSum(ImmutableArray<string> path)
    {
        string last = path.IsEmpty ? "" : Folding.Label(path[^1]);
        return words["column-sum"].Contains(last) || words["column-sum-endings"].Any(ending => last.EndsWith(ending, StringComparison.Ordinal));
    }

    private string FlowOf(string name)
    {
        string folded = Folding.Label(name);
        bool revenue = Has("flow-revenue", folded), expenditure = Has("flow-expenditure", folded);
        return (revenue, expenditure) switch
        {
            (true, false) => "revenue",
            (false, true) => "expenditure",
            _ => "",
        };
    }

    private bool Has(string list, string text)
    {
        foreach (string word in words[list])
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<year>20\d\d)(年|/|$|[^\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
