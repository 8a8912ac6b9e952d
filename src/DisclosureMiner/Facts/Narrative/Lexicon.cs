using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>The pipeline's narrative words, asked questions of grammar.</summary>
internal sealed partial class Lexicon
{
    private readonly Vocabulary _words;
    private readonly Regex _base;
    private readonly Regex _year;
    private readonly Regex _baseAmount;
    private readonly Regex _remark;
    private readonly Regex _among;
    private readonly Regex _enumerator;
    private readonly Regex _reason;
    private readonly Regex _date;
    private readonly Regex _bareUnit;
    private readonly ImmutableArray<Regex> _subjects;
    private readonly SubjectIndex _index;

    public Lexicon(Vocabulary words, SubjectCatalog subjects, ImmutableArray<Unit> units)
    {
        _words = words;
        _index = new SubjectIndex(subjects, words);
        Paths = new SubjectPaths(words, _index);
        _base = Patterns.Of(words["base-pattern"][0]);
        _year = Patterns.Of(words["year-pattern"][0]);
        _baseAmount = Patterns.Of(words["base-amount-pattern"][0]);
        _remark = Patterns.Of(words["name-remark-pattern"][0]);
        _among = Patterns.Of(words["among-pattern"][0]);
        _enumerator = Patterns.Of(words["enumerator-pattern"][0]);
        _reason = Patterns.Of(words["reason-pattern"][0]);
        _date = Patterns.Of(words["date-pattern"][0]);
        _bareUnit = Patterns.Of(words["bare-unit-pattern"][0]);
        _subjects = [.. words["subject-pattern"].Select(Patterns.Of)];
        Units = units;
        Numbers = new NumberLexer(words, units);
    }

    /// <summary>Finds subjects that are printed with their classes.</summary>
    public SubjectPaths Paths { get; }

    /// <summary>Finds numbers.</summary>
    public NumberLexer Numbers { get; }

    /// <summary>All units.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>A list of the pipeline's vocabulary.</summary>
    public ImmutableArray<string> this[string list] => _words[list];

    /// <summary>The vocabulary.</summary>
    public Vocabulary Words => _words;

    /// <summary>The subjects that these words name, whatever they remark on how it was counted.</summary>
    public ImmutableArray<Subject> SubjectsOf(string words) => _index.Find(_remark.Replace(words, ""));

    /// <summary>What the end of a clause says of a change in money or pieces that follows it, or null.</summary>
    public Direction? ChangeAt(string tail)
    {
        string words = Clause.StripEnd(tail, _words["change-fillers"]);
        int up = NumberLexer.EndsWithAny(words, _words["change-up"])?.Length ?? 0;
        int down = NumberLexer.EndsWithAny(words, _words["change-down"])?.Length ?? 0;
        int any = NumberLexer.EndsWithAny(words, _words["change-any"])?.Length ?? 0;
        return Longest(up, down, any);
    }

    /// <summary>What the end of a clause says of a percentage that follows it: role and direction, or null.</summary>
    public (FigureRole Role, Direction Direction)? PercentAt(string tail)
    {
        string words = Clause.StripEnd(tail, _words["percent-fillers"]);
        if (CompletionBase(words) is not null || NumberLexer.EndsWithAny(words, _words["completion"]) is not null)
        {
            return (FigureRole.Completion, Direction.None);
        }

        int up = NumberLexer.EndsWithAny(words, _words["rate-up"])?.Length ?? 0;
        int down = NumberLexer.EndsWithAny(words, _words["rate-down"])?.Length ?? 0;
        int any = NumberLexer.EndsWithAny(words, _words["rate-any"])?.Length ?? 0;
        int share = NumberLexer.EndsWithAny(words, _words["share"])?.Length ?? 0;
        if (share > 0 && share >= Math.Max(up, Math.Max(down, any)))
        {
            return (FigureRole.Share, Direction.None);
        }

        if (Longest(up, down, any) is { } direction)
        {
            return (FigureRole.Rate, direction);
        }

        return ShareOf(words) is not null ? (FigureRole.Share, Direction.None) : null;
    }

    /// <summary>The budget that a completion names (完成年初预算的, 为调整预算的, 占年初预算的), or null.</summary>
    public string? CompletionBase(string words)
    {
        string trimmed = words.EndsWith('的') ? words[..^1] : words;
        return NumberLexer.EndsWithAny(trimmed, _words["budget-base"]) is { } name
            && (words.EndsWith('的') || NumberLexer.EndsWithAny(trimmed.AsSpan(0, trimmed.Length - name.Length), _words["completion-verbs"]) is not null)
            ? name
            : null;
    }

    /// <summary>The whole that a share names behind 占, or null when the clause has no 占.</summary>
    public string? ShareOf(string words)
    {
        foreach (string verb in _words["share-of"])
        {
            int at = words.LastIndexOf(verb, StringComparison.Ordinal);
            if (at >= 0)
            {
                string whole = Clause.StripEnd(words[(at + verb.Length)..], _words["percent-fillers"]);
                return Clause.StripEnd(whole, _words["share"]);
            }
        }

        return null;
    }

    /// <summary>The words before 占.</summary>
    public string BeforeShare(string words)
    {
        int at = _words["share-of"].Max(verb => words.LastIndexOf(verb, StringComparison.Ordinal));
        return at > 0 ? words[..at] : "";
    }

    /// <summary>The last comparison in these words, with what it names; null when there is none.</summary>
    public (Match Match, string Name)? ComparisonIn(string words)
    {
        Match? last = null;
        for (Match match = _base.Match(words); match.Success; match = match.NextMatch())
        {
            last = match;
        }

        return last is null ? null : (last, last.Groups["base"].Value);
    }

    /// <summary>The base whose amount follows these words (比2024年预算), or null.</summary>
    public string? BaseOfAmount(string tail) => _baseAmount.Match(tail) is { Success: true } match ? match.Groups["base"].Value : null;

    /// <summary>The words before the comparison that ends these: 财政拨款收入 of 财政拨款收入较2024年预算.</summary>
    public string BeforeBase(string tail)
    {
        int at = _baseAmount.Match(tail) is { Success: true } match && match.Groups["base"].Length > 0 ? match.Groups["base"].Index - 1 : 0;
        return at > 0 ? tail[..at] : "";
    }

    /// <summary>The fund that the words name, or null.</summary>
    public string? FundIn(string words) =>
        Has(words, "hint-government-fund") ? (Has(words, "hint-general-public") ? "fiscal" : "government-fund")
        : Has(words, "hint-state-capital") ? "state-capital"
        : Has(words, "hint-general-public") ? "general-public"
        : Has(words, "hint-fiscal") ? "fiscal"
        : null;

    /// <summary>The words without their comparisons.</summary>
    public string WithoutComparisons(string words) => _base.Replace(words, "");

    /// <summary>The last year printed in the words, or null.</summary>
    public int? YearIn(string words)
    {
        int? year = null;
        for (Match match = _year.Match(words); match.Success; match = match.NextMatch())
        {
            year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        }

        return year;
    }

    /// <summary>The whole that a clause names before its parts (财政拨款支出预算中，), or null.</summary>
    public string? WholeBefore(string words) => _among.Match(words) is { Success: true } match ? SubjectIn(match.Groups["name"].Value) : null;

    /// <summary>A folded heading without its 一、 or （一）.</summary>
    public string WithoutEnumerator(string heading) => _enumerator.Replace(heading, "");

    /// <summary>Whether a clause gives a reason (因上级补助增加) rather than a name.</summary>
    public bool IsReason(string clause) => _reason.IsMatch(clause);

    /// <summary>The words without years, months and seasons.</summary>
    public string WithoutYears(string words) => _date.Replace(_year.Replace(words, ""), "");

    /// <summary>The phase that the words name, the most telling one.</summary>
    public Phase PhaseIn(string words) =>
        Has(words, "phase-opening") ? Phase.OpeningBudget
        : Has(words, "phase-adjusted") ? Phase.AdjustedBudget
        : Has(words, "phase-outturn") ? Phase.EstimatedOutturn
        : Has(words, "phase-final") ? Phase.Final
        : Has(words, "phase-budget") ? Phase.Budget
        : Phase.Unknown;

    /// <summary>Whether the words hold a word of the list.</summary>
    public bool Has(string words, string list)
    {
        foreach (string word in _words[list])
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a clause says that nothing was planned or happened, and not that this was so the year before (上年未安排).</summary>
    public bool IsDenied(string words) => words.Split(',', ';').Any(clause =>
        Find(clause, "negative") is { } denial && !Has(clause[..denial.Index], "prior"));

    /// <summary>The first word of the list in the words, and where; null when none.</summary>
    public (int Index, string Word)? Find(string words, string list)
    {
        (int Index, string Word)? best = null;
        foreach (string word in _words[list])
        {
            int at = words.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (best is null || at > best.Value.Index || (at == best.Value.Index && word.Length > best.Value.Word.Length)))
            {
                best = (at, word);
            }
        }

        return best;
    }

    /// <summary>Whether what stands behind an amount makes it one that others are measured by: （含）以上设备, but not 以上 at the end of a clause.</summary>
    public bool IsThreshold(ReadOnlySpan<char> behind) =>
        NumberLexer.StartsWithAny(behind, _words["threshold-after"]) is { } word && word.Length < behind.Length
        && behind[word.Length] is not (',' or ';' or ':' or '。' or '、' or ')');

    /// <summary>The unit that a paragraph gives its bare numbers, or null.</summary>
    public Unit? BareUnit(string paragraph)
    {
        Match match = _bareUnit.Match(paragraph);
        return match.Success ? Units.FirstOrDefault(unit => unit.Symbol == match.Groups["unit"].Value) : null;
    }

    /// <summary>
    /// The name of a subject: the clause without years, comparisons, fillers and the words around a name. Empty when nothing
    /// of its own is left.
    /// </summary>
    public string SubjectIn(string tail)
    {
        foreach (Regex pattern in _subjects)
        {
            Match match = pattern.Match(Clause.StripEnd(tail, _words["subject-tail"]));
            if (match.Success)
            {
                return match.Groups["name"].Value;
            }
        }

        // 职业年金缴费支出（2080506）330.92万元: the code repeats what the name says.
        string words = CodeBehind().Replace(WithoutYears(WithoutComparisons(tail)).Trim(' ', '-', '—', '·', '、'), "");
        for (string before = ""; before != words && !_index.Knows(words);)
        {
            before = words;
            if (NumberLexer.StartsWithAny(words, _words["subject-lead"]) is { } lead)
            {
                words = words[lead.Length..].TrimStart();
            }
            else if (NumberLexer.StartsWithAny(words, _words["prior"]) is { } prior)
            {
                words = words[prior.Length..].TrimStart();
            }
            else if (NumberLexer.StartsWithAny(words, _words["subject-lead-before-names"]) is { } particle && _index.Knows(words[particle.Length..]))
            {
                words = words[particle.Length..];
            }
            else if (NumberLexer.EndsWithAny(words, _words["fund-names"]) is null && NumberLexer.EndsWithAny(words, _words["subject-tail"]) is { } end)
            {
                words = words[..^end.Length].TrimEnd();
            }
        }

        return _words["subject-empty"].Contains(words) ? "" : words;
    }

    /// <summary>The name that a clause with a change or rate gives to what changed, or empty: 税收收入比上年增长 gives 税收收入.</summary>
    public string SubjectBeforeClaim(string tail, bool percent)
    {
        string words = WithoutComparisons(Clause.StripEnd(tail, _words[percent ? "percent-fillers" : "change-fillers"]));
        foreach (string list in percent ? new[] { "rate-up", "rate-down", "rate-any" } : ["change-up", "change-down", "change-any"])
        {
            if (NumberLexer.EndsWithAny(words, _words[list]) is { } verb)
            {
                words = words[..^verb.Length];
                break;
            }
        }

        return SubjectIn(Clause.StripEnd(words, _words["claim-adverbs"]));
    }

    private static Direction? Longest(int up, int down, int any) =>
        up == 0 && down == 0 && any == 0 ? null
        : up > down && up >= any ? Direction.Up
        : down > up && down >= any ? Direction.Down
        : Direction.None;

    [GeneratedRegex(@"\(\d{3,7}\)$")]
    private static partial Regex CodeBehind();
}
