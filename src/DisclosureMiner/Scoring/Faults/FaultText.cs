using System.Globalization;
using System.Text;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>A report on planted faults for people.</summary>
internal static class FaultText
{
    private static readonly (string Head, Func<FaultTally, string> Cell)[] Columns =
    [
        ("planted", tally => tally.Planted.ToString(CultureInfo.InvariantCulture)),
        ("detectable", tally => tally.Detectable.ToString()),
        ("found", tally => tally.Found.ToString()),
        ("located", tally => tally.Located.ToString()),
        ("culprit", tally => tally.Culprit.ToString()),
        ("explained", tally => tally.Explained.ToString()),
        ("once", tally => tally.Once.ToString()),
        ("beyond", tally => tally.Beyond.ToString()),
    ];

    public static string Write(FaultReport report)
    {
        var text = new StringBuilder();
        List<(string Name, FaultTally Tally)> lines =
        [
            .. report.ByType.Select(pair => (FileWord.Of(pair.Type), pair.Tally)),
            .. report.ByMediaType,
            ("all", report.All),
        ];
        string[][] rows =
        [
            [.. Columns.Select(column => column.Head), "fault"],
            .. lines.Select(line => (string[])[.. Columns.Select(column => column.Cell(line.Tally)), line.Name]),
        ];
        int[] widths = [.. Columns.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            text.AppendJoin("  ", widths.Select((width, column) => row[column].PadLeft(width))).Append("  ").Append(row[^1]).Append('\n');
        }

        text.Append('\n');
        Line("faults", $"detectable {Percent(report.All.Detectable)}, found {Percent(report.All.Found)}");
        Line("of those found", $"located {Percent(report.All.Located)}, culprit named {Percent(report.All.Culprit)}, explained {Percent(report.All.Explained)}, reported once {Percent(report.All.Once)}");
        Line("not detectable", report.Reasons.Any() ? string.Join(", ", report.Reasons.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Reason} {reason.Count}"))) : "-");
        WriteList(text, "Missed", report, outcome => outcome is { IsDetectable: true, IsFound: false });
        WriteList(text, "Found elsewhere", report, outcome => outcome is { IsDetectable: true, IsFound: true, IsLocated: false });
        return text.ToString();

        void Line(string head, string content) => text.Append(head.PadRight(16)).Append(content).Append('\n');
    }

    private static void WriteList(StringBuilder text, string head, FaultReport report, Func<FaultOutcome, bool> isListed)
    {
        List<FaultOutcome> listed = [.. report.Outcomes.Where(isListed)];
        if (listed.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{head} ({listed.Count})\n");
        foreach (FaultOutcome outcome in listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {FileWord.Of(outcome.Type)}  {outcome.Document}  {Printable(outcome.Where)}  {Printable(outcome.What)}\n");
            foreach (string message in outcome.Reports)
            {
                text.Append("      ").Append(Printable(message)).Append('\n');
            }
        }
    }

    private static string Percent(Tally tally) => tally.Share is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} % ({tally})")
        : "-";

    private static string Printable(string text) => text.Replace('\n', '⏎').Replace('\r', ' ').Replace('\t', ' ');
}
