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

    public static string Write(ScoreReport report) => JsonSerializer.Serialize(
        new
        {
            schemaVersion = 1,
            documents = report.Documents.Length,
            cleanDocuments = report.CleanDocuments.Count(),
            precision = Share(report.Discrepancies.Right),
            recall = Share(report.Discrepancies.Found),
            falseAlarmsPerCleanDocument = Round(report.FalseAlarmsPerCleanDocument),
            decidedShare = Share(report.Decided),
            identity = Of(report.Identity),
            tables = Of(report.Tables),
            figures = Of(report.Figures),
            discrepancies = Of(report.Discrepancies),
            obligations = Of(report.Decided),
            byDocument = report.Documents.Select(Of),
        },
        Options);

    private static object Of(DocumentScore score) => new
    {
        document = score.Document,
        status = FileWord.Of(score.Status),
        identity = Of(score.Identity),
        tables = score.Tables is { } tables ? Of(tables) : null,
        figures = score.Figures is { } figures ? Of(figures) : null,
        discrepancies = Of(score.Discrepancies),
        obligations = Of(score.Decided),
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

    private static object Of(TableScore score) => new
    {
        found = Of(score.Found),
        kind = Of(score.Kind),
        title = Of(score.Title),
        unit = Of(score.Unit),
        headerRows = Of(score.HeaderRows),
        columns = Of(score.Columns),
        cells = Of(score.Cells),
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
        unlisted = score.Unlisted,
    };

    private static object Of(DiscrepancyScore score) => new
    {
        found = Of(score.Found),
        right = Of(score.Right),
        rule = Of(score.Rule),
        severity = Of(score.Severity),
        falseAlarms = score.FalseAlarms.Length,
        wronglyReported = score.WronglyReported,
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
