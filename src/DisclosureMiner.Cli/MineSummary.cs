using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;
using Spectre.Console;

namespace DisclosureMiner.Cli;

/// <summary>The summary at the end of <c>mine</c>: plain lines, to be pasted into a mail.</summary>
internal sealed class MineSummary(Screen screen, RunSummary summary)
{
    /// <summary>How many of the worst discrepancies it lists.</summary>
    public const int WorstShown = 10;

    private const int LongestMessage = 160;
    private const int MostPaths = 10;

    private Texts Texts => screen.Texts;

    public void Write(MinerRun run, string folder)
    {
        screen.Out.WriteLine(Texts.SummaryDocuments(run.Documents.Length, run.Files) + Texts.SummaryRuns(run.TakenOver, run.Checked, run.Read));
        WriteCounts(Path.Combine(folder, ReportFile.Name));
        WriteWorst();
        WriteAttention();
    }

    /// <summary>The share of obligations that were decided: <c>97.3 %</c>.</summary>
    public static string Share(Counts<Verdict> checks) => checks.Total == 0
        ? "-"
        : (100m * checks.Decided() / checks.Total).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The share decided of each family of rules: <c>tables 95 % (19/20)</c>.</summary>
    public static string Families(Screen screen, ImmutableArray<FamilyShare> families) => string.Join(screen.Texts.Comma, families.Select(family =>
        string.Create(CultureInfo.InvariantCulture, $"{screen.Say(Wording.Family(family.Family))} {100m * family.Decided / family.Total:0.0} % ({family.Decided}/{family.Total})")));

    private void WriteCounts(string report)
    {
        var lines = new List<(string Name, string Value)>
        {
            (Texts.SummaryStatus, List(summary.Statuses.Occurring.Select(status => (Wording.Of(status), summary.Statuses[status])))),
            (Texts.SummaryFormats, List(summary.Formats.Select(format => (Wording.Format(format.MediaType), format.Count)))),
        };
        if (summary.Statuses[MiningStatus.Mined] > 0)
        {
            string figures = List(Enum.GetValues<FactVerdict>().Select(verdict => (Wording.Of(verdict), summary.Figures[verdict])));
            lines.AddRange(
            [
                (Texts.SummaryGenres, List(summary.Genres.Select(genre => (Wording.Genre(genre.Genre), genre.Count)))),
                (Texts.SummaryForms, List(summary.Forms.Select(form => (form.Form, form.Count)))),
                (Texts.SummaryTables, summary.Tables.ToString(CultureInfo.InvariantCulture)),
                (Texts.SummaryFigures, summary.Figures.Total.ToString(CultureInfo.InvariantCulture) + Texts.Colon + figures),
                (Texts.SummaryChecks, Texts.Decided(summary.Checks.Decided(), summary.Checks.Total, Share(summary.Checks))),
                (Texts.SummaryFamilies, Families(screen, summary.Families)),
                (Texts.SummaryClean, List(summary.Clean.Occurring.Select(verdict => (Wording.Of(verdict), summary.Clean[verdict])))),
                (Texts.SummaryDiscrepancies, Severities() + Texts.InDocuments(summary.Doubtful)),
            ]);
            if (summary.Reviews.Total > summary.Reviews[ReviewState.Open])
            {
                string states = List(summary.Reviews.Occurring.Select(state => (state.InWords(), summary.Reviews[state])));
                lines.Add((Texts.SummaryReviews, states));
            }
        }

        lines.Add((Texts.SummaryReport, report));
        int width = lines.Max(line => line.Name.GetCellWidth());
        foreach ((string name, string value) in lines)
        {
            screen.Out.WriteLine($"  {name}{new string(' ', width - name.GetCellWidth())}  {value}");
        }
    }

    private void WriteWorst()
    {
        if (summary.Worst.IsEmpty)
        {
            return;
        }

        screen.Out.WriteLine();
        screen.Out.WriteLine(Texts.SummaryWorst);
        for (int i = 0; i < summary.Worst.Length; i++)
        {
            Finding finding = summary.Worst[i];
            string number = string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}. ");
            screen.Out.WriteLine($"{number}[{screen.Say(Wording.Of(finding.Discrepancy.Severity))} {finding.Discrepancy.Rule}] {finding.Path}");
            screen.Out.WriteLine($"     {Lines.Cut(screen.Say(finding.Discrepancy.Message), LongestMessage)}");
        }
    }

    private void WriteAttention()
    {
        if (summary.Attention.IsEmpty)
        {
            return;
        }

        screen.Out.WriteLine();
        screen.Out.WriteLine(Texts.SummaryAttention(summary.Attention.Sum(reason => reason.Paths.Length)));
        foreach ((MiningStatus status, Bilingual message, ImmutableArray<string> paths) in summary.Attention)
        {
            screen.Out.WriteLine($"  {screen.Say(Wording.Of(status))}{Texts.Colon}{screen.Say(message)}");
            foreach (string path in paths.Take(MostPaths))
            {
                screen.Out.WriteLine($"    {path}");
            }

            if (paths.Length > MostPaths)
            {
                screen.Out.WriteLine($"    {Texts.AndMore(paths.Length - MostPaths)}");
            }
        }
    }

    private string Severities() => Texts.Severities(
        summary.Severities[Severity.Error],
        summary.Severities[Severity.Warning],
        summary.Severities[Severity.Note]);

    /// <summary>Names with their counts; names that are the same are added up.</summary>
    private string List(IEnumerable<(Bilingual Name, int Count)> counts) => string.Join(
        Texts.Comma,
        counts.GroupBy(count => screen.Say(count.Name)).Select(group => $"{group.Key} {group.Sum(count => count.Count)}"));
}
