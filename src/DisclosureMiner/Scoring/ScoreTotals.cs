namespace DisclosureMiner.Scoring;

/// <summary>What the scores of some documents add up to. <c>default</c> of every part is nothing looked at.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Clean">How many of them have nothing wrong in them.</param>
/// <param name="CleanAlarms">Errors and warnings reported in those, doubtful ones left out.</param>
/// <param name="Identity">Status, organisation, year and genre.</param>
/// <param name="Tables">All tables.</param>
/// <param name="Figures">All figures.</param>
/// <param name="Discrepancies">All errors and warnings.</param>
/// <param name="Ledger">Decided obligations, of all and of each family of rules.</param>
/// <param name="Pace">Pages and time.</param>
public sealed record ScoreTotals(
    int Documents,
    int Clean,
    int CleanAlarms,
    Tally Identity,
    TableScore Tables,
    FigureScore Figures,
    DiscrepancyScore Discrepancies,
    LedgerShare Ledger,
    ScorePace Pace)
{
    /// <summary>No document.</summary>
    public static ScoreTotals Empty { get; } = new(0, 0, 0, default, TableScore.Empty, FigureScore.Empty, DiscrepancyScore.Empty, LedgerShare.Empty, default);

    /// <summary>False alarms for each document in which nothing is wrong; null when there is none.</summary>
    public decimal? FalseAlarmsPerCleanDocument => Clean == 0 ? null : (decimal)CleanAlarms / Clean;

    /// <summary>One document.</summary>
    public static ScoreTotals Of(DocumentScore score)
    {
        bool isClean = score.Discrepancies.Found.Total == 0;
        return new ScoreTotals(
            1,
            isClean ? 1 : 0,
            isClean ? score.Discrepancies.FalseAlarms.Length : 0,
            score.Identity,
            score.Tables ?? TableScore.Empty,
            score.Figures ?? FigureScore.Empty,
            score.Discrepancies,
            score.Ledger,
            ScorePace.Of(score));
    }

    /// <summary>Both together.</summary>
    public static ScoreTotals operator +(ScoreTotals x, ScoreTotals y) => new(
        x.Documents + y.Documents,
        x.Clean + y.Clean,
        x.CleanAlarms + y.CleanAlarms,
        x.Identity + y.Identity,
        x.Tables + y.Tables,
        x.Figures + y.Figures,
        x.Discrepancies + y.Discrepancies,
        x.Ledger + y.Ledger,
        x.Pace + y.Pace);

    /// <summary>All of them together.</summary>
    internal static ScoreTotals Of(IEnumerable<DocumentScore> scores) => scores.Aggregate(Empty, (totals, score) => totals + Of(score));
}

/// <summary>
/// What documents took, each by the clock on the wall. Documents worked on at the same time are counted one after the other. Only a PDF
/// has pages; of text and HTML only the documents can be counted.
/// </summary>
/// <param name="Taken">The time of all documents that were measured.</param>
/// <param name="PagedDocuments">How many of them have pages.</param>
/// <param name="Pages">Their pages.</param>
/// <param name="TakenByPages">The time of those that have pages.</param>
public readonly record struct ScorePace(TimeSpan Taken, int PagedDocuments, int Pages, TimeSpan TakenByPages)
{
    /// <summary>Pages of PDF in a second of their time; null when there are none or nothing was measured.</summary>
    public decimal? PagesPerSecond => Pages == 0 || TakenByPages == TimeSpan.Zero ? null : Pages / ((decimal)TakenByPages.Ticks / TimeSpan.TicksPerSecond);

    /// <summary>One document.</summary>
    public static ScorePace Of(DocumentScore score)
    {
        TimeSpan taken = score.Taken ?? TimeSpan.Zero;
        return score.Pages is { } pages ? new ScorePace(taken, 1, pages, taken) : new ScorePace(taken, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Both together.</summary>
    public static ScorePace operator +(ScorePace x, ScorePace y) =>
        new(x.Taken + y.Taken, x.PagedDocuments + y.PagedDocuments, x.Pages + y.Pages, x.TakenByPages + y.TakenByPages);
}
