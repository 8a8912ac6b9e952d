using System.Text.Encodings.Web;
using System.Text.Json;

namespace DisclosureMiner.Scoring;

/// <summary>A score report for programs.</summary>
internal static class ScoreJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",

        // It is read by people too; nobody puts it into a page unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ScoreReport report)
    {
        var all = new Dictionary<string, object?> { ["schemaVersion"] = 1 };
        Add(all, report.Total);
        all["byGenre"] = report.ByGenre.Select(genre => Add(new Dictionary<string, object?> { ["genre"] = genre.Genre }, genre.Totals));
        all["byDocument"] = report.Documents.Select(Of);
        all["time"] = TimeOf(report);
        return JsonSerializer.Serialize(all, Options);
    }

    private static Dictionary<string, object?> Add(Dictionary<string, object?> all, ScoreTotals totals)
    {
        all["documents"] = totals.Documents;
        all["cleanDocuments"] = totals.Clean;
        all["precision"] = Share(totals.Discrepancies.Right);
        all["recall"] = Share(totals.Discrepancies.Found);
        all["falseAlarmsPerCleanDocument"] = Round(totals.FalseAlarmsPerCleanDocument);
        all["decidedShare"] = Share(totals.Ledger.All);
        all["identity"] = Of(totals.Identity);
        all["tables"] = Of(totals.Tables);
        all["figures"] = Of(totals.Figures);
        all["discrepancies"] = Of(totals.Discrepancies);
        all["obligations"] = Of(totals.Ledger);
        return all;
    }

    /// <summary>All that may differ between two runs, at the end.</summary>
    private static object? TimeOf(ScoreReport report) => report.Total.Pace.Taken == TimeSpan.Zero ? null : new
    {
        total = Of(report.Total.Pace),
        byGenre = report.ByGenre.Select(genre => new { genre = genre.Genre, time = Of(genre.Totals.Pace) }),
        byDocument = report.Documents.Select(score => new { document = score.Document, time = Of(ScorePace.Of(score)) }),
    };

    private static object Of(ScorePace pace) => new
    {
        seconds = Seconds(pace.Taken),
        pagedDocuments = pace.PagedDocuments,
        pages = pace.Pages,
        pagedSeconds = Seconds(pace.TakenByPages),
        pagesPerSecond = pace.PagesPerSecond is { } speed ? Math.Round(speed, 2) : (decimal?)null,
    };

    private static decimal Seconds(TimeSpan time) => Math.Round((decimal)time.Ticks / TimeSpan.TicksPerSecond, 3);

    private static object Of(DocumentScore score) => new
    {
        document = score.Document,
        genre = score.Genre,
        pages = score.Pages,
        status = FileWord.Of(score.Status),
        identity = Of(score.Identity),
        tables = score.Tables is { } tables ? Of(tables) : null,
        figures = score.Figures is { } figures ? Of(figures) : null,
        discrepancies = Of(score.Discrepancies),
        obligations = Of(score.Ledger),
        undecided = score.Undecided.Select(undecided => new { rule = undecided.Rule, reason = undecided.Reason, count = undecided.Count }),
        held = score.Held,
        cleanRelations = score.CleanRelations,
        missed = score.Discrepancies.Missed.Select(missed => new
        {
            rule = missed.Rule,
            severity = missed.Severity is { } severity ? FileWord.Of(severity) : null,
            quote = missed.Quote,
            figures = missed.Figures,
            explain = missed.Explanation,
            line = missed.Line,
        }),
        missedNotes = score.Discrepancies.MissedNotes.Select(missed => new { rule = missed.Rule, quote = missed.Quote, explain = missed.Explanation, line = missed.Line }),
        falseAlarms = score.Discrepancies.FalseAlarms.Select(Of),
        extras = score.Discrepancies.Extras.Select(Of),
        doubtful = score.Discrepancies.Doubtful.Select(Of),
        misses = score.IdentityMisses.Concat(score.Tables?.Misses ?? []).Concat(score.Figures?.Misses ?? []).Select(miss => new
        {
            where = miss.Where,
            what = miss.What,
            expected = miss.Expected,
            actual = miss.Actual,
        }),
        truthDoubts = score.TruthDoubts,
    };

    private static object Of(LedgerShare ledger) => new
    {
        right = ledger.All.Right,
        total = ledger.All.Total,
        share = Share(ledger.All),
        againstTables = Of(ledger.AgainstTables),
        byFamily = ledger.ByFamily.ToDictionary(family => family.Key, family => Of(family.Value)),
    };

    private static object Of(TableScore score) => new
    {
        found = Of(score.Found),
        kind = Of(score.Kind),
        title = Of(score.Title),
        unit = Of(score.Unit),
        headerRows = Of(score.HeaderRows),
        columns = Of(score.Columns),
        cells = Of(score.Cells),
        covered = Of(score.Covered),
        surplus = score.Surplus,
    };

    private static object Of(FigureScore score) => new
    {
        found = Of(score.Found),
        text = Of(score.Text),
        role = Of(score.Role),
        verdict = Of(score.Verdict),
        held = Of(score.Held),
        rules = Of(score.Rules),
        bindings = Of(score.Bindings),
        covered = Of(score.Covered),
        coveredByRole = score.CoveredByRole.ToDictionary(role => FileWord.Of(role.Key), role => Of(role.Value)),
        bounded = Of(score.Bounded),
        unlisted = score.Unlisted,
    };

    private static object Of(DiscrepancyScore score) => new
    {
        found = Of(score.Found),
        right = Of(score.Right),
        rule = Of(score.Rule),
        severity = Of(score.Severity),
        location = Of(score.Location),
        culprit = Of(score.Culprit),
        falseAlarms = score.Wrong,
        consequences = score.Consequences,
        wronglyReported = score.WronglyReported,
        roundings = Of(score.Roundings),
        traps = Of(score.Traps),
        notes = Of(score.Notes),
        extras = score.Extras.Length,
        doubtful = score.Doubtful.Length,
    };

    private static object Of(ReportedDiscrepancy reported) => new
    {
        id = reported.Discrepancy.Id,
        rules = reported.Discrepancy.Ruling.Obligation.Rules,
        severity = FileWord.Of(reported.Discrepancy.Severity),
        message = reported.Discrepancy.Message.Zh,
        quotes = reported.Discrepancy.Evidence.Select(evidence => evidence.Quote),
        remark = reported.Remark is { } remark ? new { kind = FileWord.Of(remark.Kind), quote = remark.Quote, explain = remark.Explanation } : null,
    };

    internal static object Of(Tally tally) => new { right = tally.Right, total = tally.Total, share = Share(tally) };

    private static decimal? Share(Tally tally) => Round(tally.Share);

    private static decimal? Round(decimal? value) => value is { } number ? Math.Round(number, 4, MidpointRounding.AwayFromZero) : null;
}
