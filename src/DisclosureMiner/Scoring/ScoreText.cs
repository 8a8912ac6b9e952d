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

    private static readonly (string Head, Func<ScoreTotals, string> Cell)[] Reading =
    [
        ("identity", totals => Of(totals.Identity)),
        ("tables", totals => Of(totals.Tables.Found)),
        ("kinds", totals => Of(totals.Tables.Kind)),
        ("heads", totals => Of(totals.Tables.HeaderRows)),
        ("columns", totals => Of(totals.Tables.Columns)),
        ("cells", totals => Of(totals.Tables.Cells)),
        ("figures", totals => Of(totals.Figures.Found)),
        ("roles", totals => Of(totals.Figures.Role)),
        ("bindings", totals => Of(totals.Figures.Bindings)),
    ];

    private static readonly (string Head, Func<ScoreTotals, string> Cell)[] Checking =
    [
        ("decided", totals => Of(totals.Ledger.All)),
        ("covered cells", totals => Of(totals.Tables.Covered)),
        ("figures", totals => Of(totals.Figures.Covered)),
        ("verdicts", totals => Of(totals.Figures.Verdict)),
        ("held", totals => Of(totals.Figures.Held)),
        ("rules", totals => Of(totals.Figures.Rules)),
        ("precision", totals => Of(totals.Discrepancies.Right)),
        ("recall", totals => Of(totals.Discrepancies.Found)),
        ("location", totals => Of(totals.Discrepancies.Location)),
        ("culprit", totals => Of(totals.Discrepancies.Culprit)),
        ("false", totals => Number(totals.Discrepancies.Wrong)),
        ("per clean", totals => PerClean(totals)),
        ("roundings", totals => Of(totals.Discrepancies.Roundings)),
        ("traps", totals => Of(totals.Discrepancies.Traps)),
    ];

    public static string Write(ScoreReport report)
    {
        var text = new StringBuilder();
        WriteTable(text, "What was read", Reading, report);
        WriteTable(text, "What was made of it", Checking, report);
        WriteTotals(text, report.Total, report.Documents);
        WriteList(text, "Missed", report, score => score.Discrepancies.Missed, missed =>
            $"line {Number(missed.Line)}  {missed.Rule}  “{missed.Quote}”  {missed.Explanation}");
        WriteList(text, "Notes missed", report, score => score.Discrepancies.MissedNotes, missed =>
            $"line {Number(missed.Line)}  {missed.Rule}  “{missed.Quote}”  {missed.Explanation}");
        WriteList(text, "False alarms", report, score => score.Discrepancies.FalseAlarms, Of);
        WriteList(text, "Reported again (false alarms where a truth has one entry a cause)", report, score => score.Discrepancies.Extras, Of);
        WriteList(text, "Doubtful", report, score => score.Discrepancies.Doubtful, Of);
        WriteUndecided(text, report);
        WriteList(text, "Not as expected", report, Misses, miss => $"{miss.Where}  {miss.What}: expected “{miss.Expected}”, got “{miss.Actual}”");
        WriteList(text, "Quotes of the truth that do not stand in the document", report, score => score.TruthDoubts, doubt => doubt);
        WriteTime(text, report);
        return text.ToString();
    }

    private static ImmutableArray<Miss> Misses(DocumentScore score) =>
        [.. score.IdentityMisses, .. score.Tables?.Misses ?? [], .. score.Figures?.Misses ?? []];

    private static void WriteTable(StringBuilder text, string head, (string Head, Func<ScoreTotals, string> Cell)[] all, ScoreReport report)
    {
        // What no truth speaks of would only take room. The name stands last: however wide a terminal shows its characters, the
        // other columns stay in line.
        var columns = all.Where(column => column.Cell(report.Total) != Nothing).ToList();
        string[] Row(ScoreTotals totals, string name) => [.. columns.Select(column => column.Cell(totals)), name];
        string[][] documents = [[.. columns.Select(column => column.Head), "document"], .. report.Documents.Select(score => Row(ScoreTotals.Of(score), score.Document))];
        string[][] genres =
        [
            .. report.ByGenre.Select(genre => Row(genre.Totals, Named(genre.Genre, genre.Totals))),
            Row(report.Total, Named("all", report.Total)),
        ];
        int[] widths = [.. columns.Select((_, column) => documents.Concat(genres).Max(row => row[column].Length))];
        void Lines(string[][] rows)
        {
            foreach (string[] row in rows)
            {
                text.AppendJoin("  ", widths.Select((width, column) => row[column].PadLeft(width))).Append("  ").Append(row[^1]).Append('\n');
            }
        }

        text.Append(head).Append('\n');
        Lines(documents);
        text.Append('\n');
        Lines(genres);
        text.Append('\n');
    }

    private static string Named(string genre, ScoreTotals totals) => string.Create(
        CultureInfo.InvariantCulture, $"{(genre == "other" ? "other or not stated" : genre)}: {totals.Documents}, of which {totals.Clean} clean");

    private static void WriteTotals(StringBuilder text, ScoreTotals totals, ImmutableArray<DocumentScore> documents)
    {
        DiscrepancyScore found = totals.Discrepancies;
        TableScore tables = totals.Tables;
        FigureScore figures = totals.Figures;
        int known = documents.Sum(score => score.CleanRelations ?? 0);
        int held = documents.Where(score => score.CleanRelations is not null).Sum(score => score.Held);

        Line("documents", $"{Number(totals.Documents)}, of which {Number(totals.Clean)} clean; identity {Percent(totals.Identity)}");
        Line("discrepancies", $"precision {Percent(found.Right)}, recall {Percent(found.Found)}, rule named {Percent(found.Rule)}, severity {Percent(found.Severity)}");
        Line("", $"location {Percent(found.Location)}, culprit {Percent(found.Culprit)}");
        Line("", $"false alarms {Number(found.Wrong)}, of which consequences of a cause that was found {Number(found.Consequences)}, "
            + $"on what the truth warns of {Number(found.WronglyReported)}; reported again {Number(found.Extras.Length)}; doubtful {Number(found.Doubtful.Length)}");
        Line("", $"false alarms per clean document {PerClean(totals)} ({Number(totals.CleanAlarms)} in {Number(totals.Clean)})");
        Line("", $"left alone: roundings {Percent(found.Roundings)}, traps {Percent(found.Traps)}; notes found {Percent(found.Notes)}");
        Line("obligations", $"decided {Percent(totals.Ledger.All)}"
            + (known > 0 ? $"; {Number(held)} hold where {Number(known)} relations are known to" : ""));
        if (totals.Ledger.ByFamily.Count > 0)
        {
            Line("", $"by family: {string.Join(", ", totals.Ledger.ByFamily.Select(family => $"{family.Key} {Percent(family.Value)}"))}");
        }

        if (totals.Ledger.AgainstTables.Total > 0)
        {
            Line("", $"narrative against tables {Percent(totals.Ledger.AgainstTables)}");
        }

        if (tables.Found.Total + tables.Surplus > 0)
        {
            Line("tables", $"found {Percent(tables.Found)}, kind {Percent(tables.Kind)}, title {Percent(tables.Title)}, unit {Percent(tables.Unit)}, surplus {Number(tables.Surplus)}");
            Line("", $"header rows {Percent(tables.HeaderRows)}, columns {Percent(tables.Columns)}, cells {Percent(tables.Cells)}");
        }

        if (figures.Found.Total + figures.Unlisted > 0)
        {
            Line("figures", $"found {Percent(figures.Found)}, text {Percent(figures.Text)}, role {Percent(figures.Role)}, unlisted {Number(figures.Unlisted)}");
            Line("", $"bindings {Percent(figures.Bindings)}, verdict {Percent(figures.Verdict)}, held {Percent(figures.Held)}, rules {Percent(figures.Rules)}");
        }

        if (tables.Covered.Total + figures.Covered.Total > 0)
        {
            Line("coverage", $"cells {Percent(tables.Covered)}, figures {Percent(figures.Covered)}: held by a decided obligation; figures with those that are only bounded {Percent(figures.Bounded)}");
            Line("", string.Join(", ", figures.CoveredByRole.Select(role => $"{FileWord.Of(role.Key)} {Percent(role.Value)}")));
        }

        void Line(string head, string content) => text.Append(head.PadRight(15)).Append(content).Append('\n');
    }

    private static void WriteTime(StringBuilder text, ScoreReport report)
    {
        if (report.Total.Pace.Taken == TimeSpan.Zero)
        {
            return;
        }

        // One line, so that a comparison of two runs leaves out one line.
        IEnumerable<string> parts = report.ByGenre.Select(genre => $"{genre.Genre} {Of(genre.Totals)}").Prepend(Of(report.Total) + " (text and HTML have no pages)");
        text.Append("\ntime           ").AppendJoin("; ", parts).Append('\n');

        static string Of(ScoreTotals totals)
        {
            ScorePace pace = totals.Pace;
            string seconds = string.Create(CultureInfo.InvariantCulture, $"{pace.Taken.TotalSeconds:F2} s for {totals.Documents}");
            return pace.PagesPerSecond is { } speed
                ? seconds + string.Create(CultureInfo.InvariantCulture, $", {speed:F1} pages/s in PDF ({pace.Pages} pages in {pace.TakenByPages.TotalSeconds:F2} s)")
                : seconds;
        }
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

    private static string Of(Tally tally) => tally.ToString();

    private static string PerClean(ScoreTotals totals) => totals.FalseAlarmsPerCleanDocument?.ToString("F2", CultureInfo.InvariantCulture) ?? Nothing;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(Tally tally) => tally.Share is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} % ({tally})")
        : Nothing;

    /// <summary>On one line, for cells and quotes may hold line breaks and tabs.</summary>
    private static string Printable(string text) => text.Replace('\n', '⏎').Replace('\r', ' ').Replace('\t', ' ');
}
