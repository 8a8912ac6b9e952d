using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>The scores of several documents, and what they add up to: in all, and for each kind of document.</summary>
public sealed class ScoreReport
{
    /// <summary>Adds up the given scores; they are shown in the given order.</summary>
    public ScoreReport(IEnumerable<DocumentScore> documents)
    {
        Documents = [.. documents];
        Total = ScoreTotals.Of(Documents);
        ByGenre =
        [
            .. Documents
                .GroupBy(document => document.Genre, StringComparer.Ordinal)
                .OrderBy(group => Genre.All.IndexOf(group.Key))
                .Select(group => new GenreTotals(group.Key, ScoreTotals.Of(group))),
        ];
    }

    /// <summary>The scores.</summary>
    public ImmutableArray<DocumentScore> Documents { get; }

    /// <summary>All documents together.</summary>
    public ScoreTotals Total { get; }

    /// <summary>The documents of each genre together, as far as there are any.</summary>
    public ImmutableArray<GenreTotals> ByGenre { get; }

    /// <summary>Tables and lists of all that is not right, for a terminal. Only the line <c>time</c> differs between two runs.</summary>
    public string ToText() => ScoreText.Write(this);

    /// <summary>
    /// The same as one JSON object, camelCase, shares from 0 to 1 (null where nothing was looked at). Only the section <c>time</c>,
    /// which stands last, differs between two runs.
    /// </summary>
    public string ToJson() => ScoreJson.Write(this);
}

/// <summary>What the documents of one genre add up to.</summary>
/// <param name="Genre">The genre that their truths state; <c>other</c> for those that state none.</param>
/// <param name="Totals">Their scores together.</param>
public sealed record GenreTotals(string Genre, ScoreTotals Totals);
