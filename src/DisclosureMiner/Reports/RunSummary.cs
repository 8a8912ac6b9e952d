using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>What a run came to, all documents together.</summary>
/// <param name="Statuses">How many documents ended how.</param>
/// <param name="Formats">How many documents there are of each media type, the most frequent first.</param>
/// <param name="Genres">How many mined documents there are of each genre, the most frequent first.</param>
/// <param name="Forms">How many mined documents there are of each form, the most frequent first.</param>
/// <param name="Families">How much of each family of rules was decided.</param>
/// <param name="Clean">How many mined documents are clean, are not, or cannot be called so.</param>
/// <param name="Tables">Tables in all.</param>
/// <param name="Figures">How many figures of the narrative came to each verdict.</param>
/// <param name="Checks">How many obligations came to each verdict.</param>
/// <param name="Severities">How many discrepancies there are of each severity.</param>
/// <param name="Standing">The same without those of which somebody decided that there is nothing to put right.</param>
/// <param name="Reviews">How many of them are open, reopened and decided.</param>
/// <param name="Doubtful">How many documents have an error or a warning that stands.</param>
/// <param name="Worst">The worst of those that stand, the worst first; notes are never among them.</param>
/// <param name="Attention">The documents that were not mined, by the reason.</param>
public sealed record RunSummary(
    Counts<MiningStatus> Statuses,
    ImmutableArray<(string MediaType, int Count)> Formats,
    ImmutableArray<(string Genre, int Count)> Genres,
    ImmutableArray<(Bilingual Form, int Count)> Forms,
    ImmutableArray<FamilyShare> Families,
    Counts<CleanVerdict> Clean,
    int Tables,
    Counts<FactVerdict> Figures,
    Counts<Verdict> Checks,
    Counts<Severity> Severities,
    Counts<Severity> Standing,
    Counts<ReviewState> Reviews,
    int Doubtful,
    ImmutableArray<Finding> Worst,
    ImmutableArray<Attention> Attention)
{
    // A document that is wrong all over would leave no room for the others.
    private const int MostOfOne = 3;

    /// <summary>Adds up the documents.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="documents">In order.</param>
    /// <param name="worst">How many of the worst discrepancies are to be kept.</param>
    public static RunSummary Of(DisclosureStore store, IEnumerable<LocatedDocument> documents, int worst)
    {
        var sum = new RunSummary(
            Counts<MiningStatus>.None, [], [], [], [], Counts<CleanVerdict>.None, 0, Counts<FactVerdict>.None, Counts<Verdict>.None,
            Counts<Severity>.None, Counts<Severity>.None, Counts<ReviewState>.None, 0, [], []);
        Decisions decisions = store.Decisions();
        var formats = new Dictionary<string, int>(StringComparer.Ordinal);
        var forms = new Dictionary<Bilingual, int>();
        var genres = new Dictionary<string, int>(StringComparer.Ordinal);
        var notMined = new List<(string Path, MiningStatus Status, MiningError Error)>();
        foreach (LocatedDocument located in documents)
        {
            DocumentRecord document = store.FindDocument(located.Id)!;
            ImmutableArray<Finding> findings = store.Findings(new FindingFilter(Document: located.Id), decisions);
            Finding[] standing = [.. findings.Where(finding => !finding.Review.IsDismissed)];
            Finding[] grave = [.. standing.Where(finding => finding.Discrepancy.Severity > Severity.Note)];
            Count(formats, document.MediaType);
            if (document.Error is { } error)
            {
                notMined.Add((located.Path, document.Status, error));
            }
            else
            {
                Count(genres, document.Genre ?? "other");
            }

            if (document.Form is { } form)
            {
                forms[form.Name] = forms.GetValueOrDefault(form.Name) + 1;
                sum = sum with { Clean = sum.Clean.Plus(form.Cleanness.Verdict), Families = FamilyShare.Sum([.. sum.Families, .. document.Families]) };
            }

            sum = sum with
            {
                Statuses = sum.Statuses.Plus(document.Status),
                Tables = sum.Tables + document.Tables,
                Figures = sum.Figures + store.FigureVerdicts(located.Id),
                Checks = sum.Checks + document.Checks,
                Severities = sum.Severities + Counts<Severity>.Of(findings.Select(finding => finding.Discrepancy.Severity)),
                Standing = sum.Standing + Counts<Severity>.Of(standing.Select(finding => finding.Discrepancy.Severity)),
                Reviews = sum.Reviews + Counts<ReviewState>.Of(findings.Select(finding => finding.Review.State)),
                Doubtful = sum.Doubtful + (grave.Length > 0 ? 1 : 0),
                Worst = WorstOf(
                    sum.Worst.Concat(WorstOf(grave.Select(finding => finding with { Path = located.Path }), MostOfOne)),
                    worst),
            };
        }

        return sum with
        {
            Formats = MostFrequent(formats),
            Genres = MostFrequent(genres),
            Forms = [.. forms.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.En, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))],
            Attention = Reports.Attention.Group(notMined),
        };
    }

    private static void Count(Dictionary<string, int> counts, string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    private static ImmutableArray<(string, int)> MostFrequent(Dictionary<string, int> counts) =>
    [
        .. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)),
    ];

    // Errors before warnings; among them what changes the message before what is merely wrong, then what breaks most.
    private static ImmutableArray<Finding> WorstOf(IEnumerable<Finding> findings, int most) =>
    [
        .. findings
            .OrderByDescending(finding => finding.Discrepancy.Severity)
            .ThenByDescending(finding => finding.Discrepancy.Verdict == Verdict.DecisionConflict)
            .ThenByDescending(finding => finding.Discrepancy.Caused.Length)
            .Take(most),
    ];
}

/// <summary>Documents that were not mined, all for the same reason.</summary>
/// <param name="Status">How they ended.</param>
/// <param name="Message">Why, and what to do.</param>
/// <param name="Paths">Their first paths, in order.</param>
public sealed record Attention(MiningStatus Status, Bilingual Message, ImmutableArray<string> Paths)
{
    // What went wrong before what only needs another program, and that before what needs nothing.
    private static readonly MiningStatus[] Order = [MiningStatus.Failed, MiningStatus.NeedsOcr, MiningStatus.Unsupported, MiningStatus.Template];

    internal static ImmutableArray<Attention> Group(IEnumerable<(string Path, MiningStatus Status, MiningError Error)> notMined) =>
    [
        .. notMined
            .GroupBy(one => (one.Status, one.Error.Code, one.Error.Message))
            .OrderBy(group => Array.IndexOf(Order, group.Key.Status))
            .ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .ThenBy(group => group.First().Path, StringComparer.Ordinal)
            .Select(group => new Attention(group.Key.Status, group.Key.Message, [.. group.Select(one => one.Path)])),
    ];
}
