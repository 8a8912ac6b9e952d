using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>
/// A mined document as it is kept. Where the bytes lie is no part of it: the same bytes may come by another path tomorrow.
/// </summary>
/// <param name="Id">First 16 hex digits of the SHA-256 of the bytes; of the path when the bytes could not be read.</param>
/// <param name="Sha256">Lower-case hex; null when the bytes could not be read.</param>
/// <param name="MediaType">text/plain, text/html, application/pdf ...</param>
/// <param name="Status">How it ended.</param>
/// <param name="Error">Why, when it did not end well.</param>
/// <param name="Title">Null when unknown, as are the next three.</param>
/// <param name="Organisation">The publishing body.</param>
/// <param name="FiscalYear">The fiscal year.</param>
/// <param name="Genre">department-budget, unit-budget, final-accounts, three-public, report or other.</param>
/// <param name="Pages">Number of pages; null when it was not read.</param>
/// <param name="Tables">Number of tables.</param>
/// <param name="Figures">Number of figures in the narrative.</param>
/// <param name="Checks">Number of obligations per verdict.</param>
public sealed record DocumentRecord(
    string Id,
    string? Sha256,
    string MediaType,
    MiningStatus Status,
    MiningError? Error,
    string? Title,
    string? Organisation,
    int? FiscalYear,
    string? Genre,
    int? Pages,
    int Tables,
    int Figures,
    VerdictCounts Checks);

/// <summary>How many obligations came to each verdict, in the order of the ladder.</summary>
public sealed record VerdictCounts(
    int Exact,
    int DecisionConflict,
    int CutOrPlug,
    int Conflict,
    int Undecidable,
    int UnlikelyRounding,
    int Rounding,
    int NotChecked)
{
    /// <summary>No obligation at all.</summary>
    public static VerdictCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>All obligations.</summary>
    public int Total => Decided + Undecidable + NotChecked;

    /// <summary>Those that were decided one way or the other.</summary>
    public int Decided => Exact + DecisionConflict + CutOrPlug + Conflict + UnlikelyRounding + Rounding;

    /// <summary>Those broken beyond rounding.</summary>
    public int Broken => DecisionConflict + Conflict;

    /// <summary>The counts of a ledger.</summary>
    public static VerdictCounts Of(ImmutableArray<Ruling> ledger)
    {
        Span<int> counts = stackalloc int[8];
        foreach (Ruling ruling in ledger)
        {
            counts[(int)ruling.Verdict]++;
        }

        return new VerdictCounts(
            counts[(int)Verdict.Exact],
            counts[(int)Verdict.DecisionConflict],
            counts[(int)Verdict.CutOrPlug],
            counts[(int)Verdict.Conflict],
            counts[(int)Verdict.Undecidable],
            counts[(int)Verdict.UnlikelyRounding],
            counts[(int)Verdict.Rounding],
            counts[(int)Verdict.NotChecked]);
    }

    /// <summary>The counts of two ledgers together.</summary>
    public static VerdictCounts operator +(VerdictCounts a, VerdictCounts b) => new(
        a.Exact + b.Exact,
        a.DecisionConflict + b.DecisionConflict,
        a.CutOrPlug + b.CutOrPlug,
        a.Conflict + b.Conflict,
        a.Undecidable + b.Undecidable,
        a.UnlikelyRounding + b.UnlikelyRounding,
        a.Rounding + b.Rounding,
        a.NotChecked + b.NotChecked);
}
