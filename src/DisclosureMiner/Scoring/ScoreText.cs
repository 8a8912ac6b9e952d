using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DisclosureMiner.Scoring;

/// <summary>A score report for people.</summary>
internal static class ScoreText
{
    /// <summary>One document that was read in a wholly wrong way would bury all others.</summary>
    private const int MissesShown = 30;

    private const string Nothing = "-";

    private static readonly (string Head, Func<DocumentScore, string> Cell)[] Columns =
    [
        ("identity", score => score.Identity.ToString()),
        ("tables", score => Of(score.Tables?.Found)),
        ("kinds", score => Of(score.Tables?.Kind)),
        ("heads", score => Of(score.Tables?.HeaderRows)),
        ("columns", score => Of(score.Tables?.Columns)),
        ("cells", score => Of(score.Tables?.Cells)),
        ("figures", score => Of(score.Figures?.Found)),
        ("roles", score => Of(score.Figures?.Role)),
        ("verdicts", score => Of(score.Figures?.Verdict)),
        ("held", score => Of(score.Figures?.Held)),
        ("rules", score => Of(score.Figures?.Rules)),
        ("decided", score => score.Decided.ToString()),
        ("found", score => score.Discrepancies.Found.ToString()),
        ("false", score => Number(score.Discrepancies.FalseAlarms.Length)),
        ("extra", score => Number(score.Discrepancies.Extras.Length)),
    ];

    public static string Write(ScoreReport report)
    {
        var text = new StringBuilder();
        WriteTable(text, report);
        WriteTotals(text, report);
        WriteList(text, "Missed", report, score => score.Discrepancies.Missed, missed =>
            $"line {Number(missed.Line)}  {missed.Rule}  “{missed.Quote}”  {missed.Explanation}");
        WriteList(text, "False alarms", report, score => score.Discrepancies.FalseAlarms, Of);
        WriteList(text, "Reported again", report, score => score.Discrepancies.Extras, Of);
        WriteList(text, "Doubtful", report, score => score.Discrepancies.Doubtful, Of);
        WriteUndecided(text, report);
        WriteList(text, "Not as expected", report, Misses, miss => $"{miss.Where}  {miss.What}: expected “{miss.Expected}”, got “{miss.Actual}”");
        WriteList(text, "Quotes of the truth that do not stand in the document", report, score => score.TruthDoubts, doubt => doubt);
        return text.ToString();
    }

    private static ImmutableArray<Miss> Misses(DocumentScore score) =>
        [.. score.IdentityMisses, .. score.Tables?.Misses ?? [], .. score.Figures?.Misses ?? []];

    private static void WriteTable(StringBuilder text, ScoreReport report)
    {
        // What no truth speaks of would only take room. The name stands last: however wide a terminal shows its characters, the
        // other columns stay in line.
        var columns = Columns.Where(column => report.Documents.Any(score => column.Cell(score) != Nothing)).ToList();
        string[][] rows =
        [
            [.. columns.Select(column => column.Head), "document"],
            .. report.Documents.Select(score => (string[])
                [.. columns.Select(column => column.Cell(score)), score.Document]),
        ];
        int[] widths = [.. columns.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            text.AppendJoin("  ", widths.Select((width, column) => row[column].PadLeft(width))).Append("  ").Append(row[^1]).Append('\n');
        }
    }

    private static void WriteTotals(StringBuilder text, ScoreReport report)
    {
        DiscrepancyScore found = report.Discrepancies;
        TableScore tables = report.Tables;
        FigureScore figures = report.Figures;
        int known = report.Documents.Sum(score => score.CleanRelations ?? 0);
        int held = report.Documents.Where(score => score.CleanRelations is not null).Sum(score => score.Held);

        text.Append('\n');
        Line("documents", $"{Number(report.Documents.Length)}, of which {Number(report.CleanDocuments.Count())} clean; identity {Percent(report.Identity)}");
        Line("discrepancies", $"precision {Percent(found.Right)}, recall {Percent(found.Found)}, rule named {Percent(found.Rule)}, severity {Percent(found.Severity)}");
        Line("", $"false alarms {Number(found.FalseAlarms.Length)}, of which on what the truth warns of {Number(found.WronglyReported)}; "
            + $"reported again {Number(found.Extras.Length)}; doubtful {Number(found.Doubtful.Length)}");
        Line("", $"false alarms per clean document {report.FalseAlarmsPerCleanDocument?.ToString("F2", CultureInfo.InvariantCulture) ?? Nothing}");
        Line("obligations", $"decided {Percent(report.Decided)}"
            + (known > 0 ? $"; {Number(held)} hold where {Number(known)} relations are known to" : ""));
        if (tables.Found.Total + tables.Surplus > 0)
        {
            Line("tables", $"found {Percent(tables.Found)}, kind {Percent(tables.Kind)}, title {Percent(tables.Title)}, unit {Percent(tables.Unit)}, surplus {Number(tables.Surplus)}");
            Line("", $"header rows {Percent(tables.HeaderRows)}, columns {Percent(tables.Columns)}, cells {Percent(tables.Cells)}");
        }

        if (figures.Found.Total + figures.Unlisted > 0)
        {
            Line("figures", $"found {Percent(figures.Found)}, text {Percent(figures.Text)}, role {Percent(figures.Role)}, unlisted {Number(figures.Unlisted)}");
            Line("", $"verdict {Percent(figures.Verdict)}, held {Percent(figures.Held)}, rules {Percent(figures.Rules)}");
        }

        void Line(string head, string content) => text.Append(head.PadRight(15)).Append(content).Append('\n');
    }

    private static void WriteUndecided(StringBuilder text, ScoreReport report)
    {
        var reasons = report.Documents.SelectMany(score => score.Undecided)
            .GroupBy(undecided => (undecided.Rule, undecided.Reason))
            .Select(group => (group.Key.Rule, group.Key.Reason, Count: group.Sum(undecided => undecided.Count)))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Rule, StringComparer.Ordinal)
            .ThenBy(group => group.Reason, StringComparer.Ordinal)
            .ToList();
        if (reasons.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\nNot decided ({reasons.Sum(reason => reason.Count)})\n");
        foreach (var (rule, reason, count) in reasons.Take(MissesShown))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {count,5}  {rule}  {reason}\n");
        }
    }

    private static void WriteList<T>(StringBuilder text, string head, ScoreReport report, Func<DocumentScore, ImmutableArray<T>> entries, Func<T, string> line)
    {
        int count = report.Documents.Sum(score => entries(score).Length);
        if (count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{head} ({count})\n");
        foreach (DocumentScore score in report.Documents.Where(score => !entries(score).IsEmpty))
        {
            text.Append("  ").Append(score.Document).Append('\n');
            foreach (T entry in entries(score).Take(MissesShown))
            {
                text.Append("    ").Append(Printable(line(entry))).Append('\n');
            }

            if (entries(score).Length > MissesShown)
            {
                text.Append(CultureInfo.InvariantCulture, $"    ... and {entries(score).Length - MissesShown} more\n");
            }
        }
    }

    private static string Of(ReportedDiscrepancy reported)
    {
        var found = reported.Discrepancy;
        string remark = reported.Remark is { } known ? $"  [{FileWord.Of(known.Kind)}: {known.Explanation}]" : "";
        return $"{string.Join('/', found.Ruling.Obligation.Rules)} {FileWord.Of(found.Severity)}  {found.Message.Zh}"
            + $"  {string.Join(' ', found.Evidence.Select(evidence => $"“{evidence.Quote}”").Distinct())}{remark}";
    }

    private static string Of(Tally? tally) => tally?.ToString() ?? Nothing;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(Tally tally) => tally.Share is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} % ({tally})")
        : Nothing;

    /// <summary>On one line, for cells and quotes may hold line breaks and tabs.</summary>
    private static string Printable(string text) => text.Replace('\n', '⏎').Replace('\r', ' ').Replace('\t', ' ');
}
