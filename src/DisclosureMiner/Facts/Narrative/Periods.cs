using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Finds out which year and phase an amount or a comparison speaks of.</summary>
/// <param name="lexicon">The words.</param>
/// <param name="home">The period of the document as a whole.</param>
/// <param name="year">The year that the nearest heading names (一、2019年执行情况), or null.</param>
internal sealed class Periods(Lexicon lexicon, Period home, int? year)
{
    private int? _year = year;
    private int? _before = year;

    /// <summary>The period of the document as a whole.</summary>
    public Period Home => home;

    /// <summary>The periods of a paragraph, which starts with the year of its nearest heading that names one.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="home">The period of the document as a whole.</param>
    /// <param name="section">The headings above the paragraph.</param>
    /// <param name="slips">Headings whose year is not that of what stands below them.</param>
    public static Periods Under(Lexicon lexicon, Period home, ImmutableArray<string> section, IReadOnlySet<string> slips)
    {
        int? year = null;
        for (int i = section.Length - 1; i >= 0 && year is null; i--)
        {
            year = slips.Contains(section[i]) ? null : lexicon.YearIn(Folding.Label(section[i]));
        }

        return new Periods(lexicon, home, year);
    }

    /// <summary>
    /// The titles of the form that print another year than the document's, while what stands below them speaks of the document's:
    /// last year's title was left in place.
    /// </summary>
    public static IReadOnlySet<string> SlipsIn(Document document, Lexicon lexicon, Period home)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (Paragraph paragraph in document.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Kind == ParagraphKind.Body))
        {
            if (paragraph.Section.Any(heading => IsSlot(Folding.Label(heading), lexicon, home))
                && lexicon.YearIn(lexicon.WithoutComparisons(Folding.Label(paragraph.Content.Text))) == home.Year)
            {
                titles.UnionWith(paragraph.Section.Where(heading => IsSlot(Folding.Label(heading), lexicon, home)));
            }
        }

        return titles;
    }

    private static bool IsSlot(string title, Lexicon lexicon, Period home) =>
        lexicon.YearIn(title) is { } year && year != home.Year
        && lexicon.Has(title, "year-title-words") && !lexicon.Has(title, "year-title-other")
        && lexicon["year-title-ends"].Any(end => title.EndsWith(end, StringComparison.Ordinal))
        && lexicon.Has(title, home.Phase == Phase.Final ? "phase-final" : "phase-budget");

    /// <summary>Takes notice of a year named in passing; what follows is of that year.</summary>
    public void Pass(string gap)
    {
        _before = _year;
        _year = lexicon.YearIn(lexicon.WithoutComparisons(gap)) ?? _year;
    }

    /// <summary>Forgets the year named last: it was that of one amount (收入20万元，2023年为15万元；支出…).</summary>
    public void Forget() => _year = _before;

    /// <summary>The period of the amount at the end of a clause.</summary>
    public Period Of(Clause clause, string subject, Statement? current)
    {
        string words = WithoutFunds(lexicon.WithoutComparisons(clause.Tail));
        Phase phase = lexicon.PhaseIn(words);
        if (phase == Phase.AdjustedBudget && current?.Mentions is [.., { Period.Year: var before }] && before < home.Year)
        {
            // 由上年预算的10万元调整为12万元 is a new budget, not an adjusted one.
            phase = home.Phase;
        }

        // 上年结转结余 is money of this year's budget: 上年 belongs to its name.
        string around = subject.Length > 0 ? words.Replace(subject, "", StringComparison.Ordinal) : words;
        int? named = lexicon.YearIn(words) ?? (lexicon.Has(around, "prior") ? home.Year - 1 : _year ?? home.Year);
        return new Period(named, phase != Phase.Unknown ? phase : home.Phase);
    }

    /// <summary>The period that a comparison names; 同比 names none and means the year before.</summary>
    public Period OfBase(string name, Statement? current)
    {
        int year = current?.Current?.Period.Year ?? home.Year ?? 0;
        Phase phase = current?.Current?.Period.Phase ?? home.Phase;
        if (name.Length == 0)
        {
            return new Period(year - 1, phase);
        }

        int? named = lexicon.YearIn(name);
        return new Period(named ?? (lexicon.Has(name, "prior") ? year - 1 : year), PhaseOf(name, phase));
    }

    /// <summary>The phase that the words name, or the other one.</summary>
    public Phase PhaseOf(string name, Phase otherwise) =>
        lexicon.PhaseIn(WithoutFunds(name)) is var phase and not Phase.Unknown ? phase : otherwise;

    private string WithoutFunds(string words)
    {
        foreach (string fund in lexicon["fund-names"])
        {
            words = words.Replace(fund, "", StringComparison.Ordinal);
        }

        return words;
    }
}
