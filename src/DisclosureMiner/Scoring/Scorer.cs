using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Scoring;

/// <summary>Says how well a document was mined, given what is true of it.</summary>
public static class Scorer
{
    private const string UnknownGenre = "other";

    /// <summary>Compares one document with its truth.</summary>
    /// <param name="truth">What is known of the document.</param>
    /// <param name="mined">What mining gave.</param>
    /// <param name="decodedText">The text that the document's spans count in; null for a document of pages.</param>
    /// <param name="words">The words by which columns of codes are known; null when they are not, and codes count as numbers.</param>
    public static DocumentScore Compare(GroundTruth truth, MinedDocument mined, string? decodedText, Vocabulary? words = null)
    {
        var match = TableMatch.Of(truth.Tables ?? [], [.. mined.Document?.Tables ?? []]);
        var facts = new MatchedFacts(mined, match);
        var quotes = new QuoteFinder(mined.Document, decodedText);
        (Tally identity, ImmutableArray<Miss> misses) = CompareIdentity(truth, mined);
        return new DocumentScore(
            truth.Document,
            mined.Status,
            identity,
            misses,
            truth.Tables is null ? null : TableComparison.Compare(match, facts, words),
            truth.Figures is { } figures ? FigureComparison.Compare(figures, mined, facts, quotes) : null,
            DiscrepancyComparison.Compare(truth, mined, quotes),
            LedgerShare.Of(mined.Ledger),
            UndecidedOf(mined),
            mined.Ledger.Count(ruling => ruling.Holds),
            truth.CleanRelations,
            Doubts(truth, quotes),
            truth.Genre ?? UnknownGenre,
            mined.MediaType == MediaTypes.Pdf ? mined.Document?.Pages : null);
    }

    private static ImmutableArray<Undecided> UndecidedOf(MinedDocument mined) =>
    [
        .. mined.Ledger.Where(ruling => !ruling.IsDecided)
            .GroupBy(ruling => (ruling.Obligation.Rule, Reason: ruling.Reason.Length > 0 ? ruling.Reason : FileWord.Of(ruling.Verdict)))
            .OrderBy(group => group.Key.Rule, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Reason, StringComparer.Ordinal)
            .Select(group => new Undecided(group.Key.Rule, group.Key.Reason, group.Count())),
    ];

    private static (Tally Identity, ImmutableArray<Miss> Misses) CompareIdentity(GroundTruth truth, MinedDocument mined)
    {
        Tally identity = default;
        var misses = ImmutableArray.CreateBuilder<Miss>();
        void Check(string what, string? want, string? got)
        {
            if (want is null)
            {
                return;
            }

            bool same = PrintedText.Bare(want) == PrintedText.Bare(got ?? "");
            identity = identity.And(same);
            if (!same)
            {
                misses.Add(new Miss(truth.Document, what, want, got ?? ""));
            }
        }

        Check("status", truth.Status is { } status ? FileWord.Of(status) : null, FileWord.Of(mined.Status));
        Check("organisation", truth.Organisation, mined.Document?.Organisation);
        Check("fiscal year", Invariant(truth.FiscalYear), Invariant(mined.Document?.FiscalYear));
        Check("genre", truth.Genre, mined.Document?.Genre);
        return (identity, misses.ToImmutable());
    }

    private static string? Invariant(int? number) => number is null ? null : FormattableString.Invariant($"{number}");

    private static ImmutableArray<string> Doubts(GroundTruth truth, QuoteFinder quotes)
    {
        var quoted = (truth.Figures ?? []).Select(figure => (figure.Line, Quote: figure.Context))
            .Concat(truth.Discrepancies.Select(discrepancy => (discrepancy.Line, discrepancy.Quote)))
            .Concat(truth.Remarks.Select(remark => (remark.Line, remark.Quote)));
        return [.. quoted.Where(pair => quotes.Find(pair.Quote).IsEmpty).Select(pair => FormattableString.Invariant($"line {pair.Line}: {pair.Quote}"))];
    }
}
