using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>The summary at the end of <c>mine</c>: plain lines, to be pasted into a mail.</summary>
internal static class MineSummary
{
    private const int LongestMessage = 160;

    public static void Write(Screen screen, MinerRun run, RunSummary summary, string folder)
    {
        Texts texts = screen.Texts;
        TextWriter o = screen.Out;
        o.WriteLine(texts.SummaryDocuments(run.Documents.Length, run.Files, run.TakenOver));
        Line(texts.SummaryStatus, string.Join(", ", summary.Statuses.Occurring.Select(status => $"{screen.Say(Wording.Of(status))} {summary.Statuses[status]}")));
        if (summary.Statuses[MiningStatus.Mined] > 0)
        {
            Line(texts.SummaryTables, summary.Tables.ToString(CultureInfo.InvariantCulture));
            string verdicts = string.Join(", ", Enum.GetValues<FactVerdict>().Select(verdict => $"{screen.Say(Wording.Of(verdict))} {summary.Figures[verdict]}"));
            Line(texts.SummaryFigures, $"{summary.Figures.Total} ({verdicts})");
            Line(texts.SummaryChecks, texts.Decided(summary.Checks.Decided(), summary.Checks.Total, Share(summary.Checks)));
            Line(texts.SummaryDiscrepancies, texts.Severities(
                summary.Severities[Severity.Error],
                summary.Severities[Severity.Warning],
                summary.Severities[Severity.Note]));
        }

        if (!summary.Worst.IsEmpty)
        {
            o.WriteLine(texts.SummaryWorst);
            for (int i = 0; i < summary.Worst.Length; i++)
            {
                Finding finding = summary.Worst[i];
                string severity = screen.Say(Wording.Of(finding.Discrepancy.Severity));
                o.WriteLine($"  {i + 1}. [{severity} {finding.Discrepancy.Rule}] {finding.Path}: {Lines.Cut(screen.Say(finding.Discrepancy.Message), LongestMessage)}");
            }
        }

        o.WriteLine(texts.SummaryReport(Path.Combine(folder, ReportFile.Name)));

        void Line(string name, string value) => o.WriteLine($"  {name}: {value}");
    }

    /// <summary>The share of obligations that were decided: <c>97.3 %</c>.</summary>
    public static string Share(Counts<Verdict> checks) => checks.Total == 0
        ? "-"
        : (100m * checks.Decided() / checks.Total).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
