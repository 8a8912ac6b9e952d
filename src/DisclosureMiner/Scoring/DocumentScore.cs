using System.Collections.Immutable;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring;

/// <summary>How well one document was mined, with everything that was not right, for a person to look at.</summary>
/// <param name="Document">The document's name in the truth.</param>
/// <param name="Status">How mining ended.</param>
/// <param name="Identity">Status, organisation, fiscal year and genre, as far as the truth states them.</param>
/// <param name="IdentityMisses">Those that were not right.</param>
/// <param name="Tables">The tables; null when the truth states none.</param>
/// <param name="Figures">The figures; null when the truth states none.</param>
/// <param name="Discrepancies">Errors and warnings.</param>
/// <param name="Ledger">Obligations decided, of all and of each family of rules.</param>
/// <param name="Undecided">The others, by rule and reason.</param>
/// <param name="Held">Obligations that hold, exactly or through rounding.</param>
/// <param name="CleanRelations">How many relations are known to hold, or null.</param>
/// <param name="TruthDoubts">Quotes of the truth that do not stand in the document: mistakes of the truth or of the reader.</param>
/// <param name="Genre">The genre that the truth states; <c>other</c> when it states none.</param>
/// <param name="Pages">Pages of a PDF that was read; null for text and HTML, which have none, and for what could not be read.</param>
public sealed record DocumentScore(
    string Document,
    MiningStatus Status,
    Tally Identity,
    ImmutableArray<Miss> IdentityMisses,
    TableScore? Tables,
    FigureScore? Figures,
    DiscrepancyScore Discrepancies,
    LedgerShare Ledger,
    ImmutableArray<Undecided> Undecided,
    int Held,
    int? CleanRelations,
    ImmutableArray<string> TruthDoubts,
    string Genre,
    int? Pages)
{
    /// <summary>What mining and comparing took, by the clock on the wall; null when nobody measured it.</summary>
    public TimeSpan? Taken { get; init; }
}

/// <summary>Obligations of one rule that were not decided for one reason.</summary>
/// <param name="Rule">The leading rule.</param>
/// <param name="Reason">The ruling's reason, or its verdict when it gives none.</param>
/// <param name="Count">How many.</param>
public sealed record Undecided(string Rule, string Reason, int Count);

/// <summary>Something that is not as expected.</summary>
/// <param name="Where">The place, for people: <c>line 12, 收支总表, row 5, column 2</c>.</param>
/// <param name="What">What was looked at: <c>cell</c>, <c>role</c> ...</param>
/// <param name="Expected">What the truth has.</param>
/// <param name="Actual">What mining gave; empty for nothing.</param>
public sealed record Miss(string Where, string What, string Expected, string Actual);

/// <summary>How well tables were read.</summary>
/// <param name="Found">Tables of the truth that a mined table answers to.</param>
/// <param name="Kind">Tables of the right kind; one that was not found has nothing right.</param>
/// <param name="Title">Tables with the right title.</param>
/// <param name="Unit">Tables with the right unit.</param>
/// <param name="HeaderRows">Tables with the right number of header rows.</param>
/// <param name="Columns">Columns with the right header path.</param>
/// <param name="Cells">Cells with the right text, of those that hold a text in the truth or were read with one.</param>
/// <param name="Covered">
/// Of the numeric cells below the heads, those that were read as printed and that a decided obligation holds, however it was decided.
/// That a part is not above its whole holds for almost any number and counts for nothing. Codes and line numbers are no quantities.
/// </param>
/// <param name="Surplus">Mined tables that answer to none of the truth.</param>
/// <param name="Misses">All that is not right.</param>
public sealed record TableScore(
    Tally Found,
    Tally Kind,
    Tally Title,
    Tally Unit,
    Tally HeaderRows,
    Tally Columns,
    Tally Cells,
    Tally Covered,
    int Surplus,
    ImmutableArray<Miss> Misses)
{
    /// <summary>Nothing was looked at.</summary>
    public static TableScore Empty { get; } = new(default, default, default, default, default, default, default, default, 0, []);

    /// <summary>Both together.</summary>
    public static TableScore operator +(TableScore x, TableScore y) => new(
        x.Found + y.Found,
        x.Kind + y.Kind,
        x.Title + y.Title,
        x.Unit + y.Unit,
        x.HeaderRows + y.HeaderRows,
        x.Columns + y.Columns,
        x.Cells + y.Cells,
        x.Covered + y.Covered,
        x.Surplus + y.Surplus,
        x.Misses.AddRange(y.Misses));
}

/// <summary>How well figures of the narrative were read and checked.</summary>
/// <param name="Found">Figures of the truth that a mined figure answers to.</param>
/// <param name="Text">Figures with the text as printed, white space aside; one that was not found has nothing right.</param>
/// <param name="Role">Figures with the right role.</param>
/// <param name="Verdict">Figures with the right verdict, of those for which the truth states it; verified and rounding are two.</param>
/// <param name="Held">Of the figures that hold, those that were found to hold, exactly or through rounding.</param>
/// <param name="Rules">Of the figures that some rule holds, those that one of the expected rules has decided.</param>
/// <param name="Bindings">
/// Of the figures for which the truth names a cell that prints the same fact, those bound to such a cell: a decided obligation says that
/// the two are equal, whether they turned out so or not, or both have one key.
/// </param>
/// <param name="CoveredByRole">Of the amounts, changes, rates, shares, completions and counts, each for itself, those that a decided obligation holds, as with cells.</param>
/// <param name="Bounded">The same figures with those of which a decided obligation says only that they are not above, or not below, another number.</param>
/// <param name="Unlisted">Mined figures that the truth does not list; it need not list all.</param>
/// <param name="Misses">All that is not right.</param>
public sealed record FigureScore(
    Tally Found,
    Tally Text,
    Tally Role,
    Tally Verdict,
    Tally Held,
    Tally Rules,
    Tally Bindings,
    ImmutableSortedDictionary<FigureRole, Tally> CoveredByRole,
    Tally Bounded,
    int Unlisted,
    ImmutableArray<Miss> Misses)
{
    /// <summary>Nothing was looked at.</summary>
    public static FigureScore Empty { get; } = new(default, default, default, default, default, default, default, ImmutableSortedDictionary<FigureRole, Tally>.Empty, default, 0, []);

    /// <summary>Figures of all roles that a decided obligation holds.</summary>
    public Tally Covered => CoveredByRole.Values.Aggregate(default(Tally), (sum, tally) => sum + tally);

    /// <summary>Both together.</summary>
    public static FigureScore operator +(FigureScore x, FigureScore y) => new(
        x.Found + y.Found,
        x.Text + y.Text,
        x.Role + y.Role,
        x.Verdict + y.Verdict,
        x.Held + y.Held,
        x.Rules + y.Rules,
        x.Bindings + y.Bindings,
        Tallies.Add(x.CoveredByRole, y.CoveredByRole),
        x.Bounded + y.Bounded,
        x.Unlisted + y.Unlisted,
        x.Misses.AddRange(y.Misses));
}

/// <summary>How well errors and warnings were found, and which notes.</summary>
/// <param name="Found">Discrepancies of the truth that a reported one answers to: the recall.</param>
/// <param name="Right">Reported discrepancies that count as right: the precision. Doubtful ones are left out.</param>
/// <param name="Rule">Of the found, those reported under the expected rule; only where the truth names rules.</param>
/// <param name="Severity">Of the found, those reported with the expected severity; only where the truth states it.</param>
/// <param name="Location">
/// Of the found, those whose report has evidence on the page that the truth names, if it names one, that prints one of the truth's
/// figures, or is words within its quote; where the truth lists no figures, any evidence within its quote.
/// </param>
/// <param name="Culprit">Of the found whose report names one number as the likely cause, those where it is one of the truth's figures.</param>
/// <param name="Roundings">Of the places where the truth says that only last digits disagree or were cut off, those left alone.</param>
/// <param name="Traps">Of the places that the truth says only look wrong, those left alone.</param>
/// <param name="Notes">Editorial findings of the truth that are reported under their rule, whatever the severity. They count for nothing else.</param>
/// <param name="Missed">Discrepancies of the truth that nobody reported.</param>
/// <param name="MissedNotes">Notes of the truth that nobody reported.</param>
/// <param name="FalseAlarms">Reported ones that answer to nothing in the truth.</param>
/// <param name="Extras">
/// Reported ones that answer to a discrepancy which another one had found already. Where the truth goes by cause they are false alarms.
/// </param>
/// <param name="Doubtful">Reported ones of which nobody knows whether they are right.</param>
public sealed record DiscrepancyScore(
    Tally Found,
    Tally Right,
    Tally Rule,
    Tally Severity,
    Tally Location,
    Tally Culprit,
    Tally Roundings,
    Tally Traps,
    Tally Notes,
    ImmutableArray<TrueDiscrepancy> Missed,
    ImmutableArray<TrueRemark> MissedNotes,
    ImmutableArray<ReportedDiscrepancy> FalseAlarms,
    ImmutableArray<ReportedDiscrepancy> Extras,
    ImmutableArray<ReportedDiscrepancy> Doubtful)
{
    /// <summary>Nothing was looked at.</summary>
    public static DiscrepancyScore Empty { get; } = new(default, default, default, default, default, default, default, default, default, [], [], [], [], []);

    /// <summary>
    /// Reports that count as wrong: <see cref="FalseAlarms"/> and, where the truth goes by cause, the <see cref="Extras"/>, for a
    /// consequence that is reported as a discrepancy of its own sends a person to look for a second cause.
    /// </summary>
    public int Wrong => Right.Total - Right.Right;

    /// <summary>How many of <see cref="Wrong"/> are consequences of a cause that was found.</summary>
    public int Consequences => Wrong - FalseAlarms.Length;

    /// <summary>False alarms on what the truth warns of: roundings, traps, cut digits, editorial notes.</summary>
    public int WronglyReported => FalseAlarms.Count(alarm => alarm.Remark is not null);

    /// <summary>Both together.</summary>
    public static DiscrepancyScore operator +(DiscrepancyScore x, DiscrepancyScore y) => new(
        x.Found + y.Found,
        x.Right + y.Right,
        x.Rule + y.Rule,
        x.Severity + y.Severity,
        x.Location + y.Location,
        x.Culprit + y.Culprit,
        x.Roundings + y.Roundings,
        x.Traps + y.Traps,
        x.Notes + y.Notes,
        x.Missed.AddRange(y.Missed),
        x.MissedNotes.AddRange(y.MissedNotes),
        x.FalseAlarms.AddRange(y.FalseAlarms),
        x.Extras.AddRange(y.Extras),
        x.Doubtful.AddRange(y.Doubtful));
}

/// <summary>A reported discrepancy, with what the truth says of its passage.</summary>
/// <param name="Discrepancy">What was reported.</param>
/// <param name="Remark">Why its passage must not be reported, or null when the truth says nothing.</param>
public sealed record ReportedDiscrepancy(Discrepancy Discrepancy, TrueRemark? Remark);
