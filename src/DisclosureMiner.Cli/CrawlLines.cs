using System.Globalization;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Cli;

/// <summary>
/// A crawl as lines that read well in a mail and in a terminal, and that <c>cut</c> and <c>grep</c> can take apart: source, word, and
/// what belongs to it, with tabs between.
/// </summary>
internal sealed class CrawlLines(Screen screen)
{
    /// <summary>Writes all that a crawl brought.</summary>
    public void Write(CrawlReport report, CrawlSource? source)
    {
        Write(report, Word(report), source?.Publisher ?? "", Time(report.Started), screen.Texts.CrawlCounts(report));
        foreach (CrawlPlan plan in report.Plan)
        {
            Write(report, plan.IsKnown ? "known" : "fetch", Day(plan.Link.Listed), plan.Link.Text, plan.Link.Address);
        }

        foreach (CrawlNews news in report.New)
        {
            Write(report, "new", news);
        }

        foreach (CrawlNews news in report.Changed)
        {
            Write(report, "changed", news);
        }

        foreach (CrawlNote note in report.Disappeared)
        {
            Write(report, note.Reason, note.Address, note.Detail, screen.Texts.CopyKept);
        }

        foreach (CrawlNote note in report.Failures)
        {
            Write(report, "failed", note.Reason, note.Address, note.Detail);
        }

        foreach (CrawlNote note in report.Refusals)
        {
            Write(report, "refused", note.Reason, note.Address, note.Detail);
        }

        foreach (CrawlAttention attention in CrawlAttention.Of(report, source, screen.Texts))
        {
            Write(report.Source, attention);
        }
    }

    /// <summary>Writes what somebody should look at.</summary>
    public void Write(string source, CrawlAttention attention) => Write(source, attention.IsError ? "error" : "warning", attention.Message);

    /// <summary>Writes a line about a source.</summary>
    public void Write(string source, string word, params IEnumerable<string> parts) =>
        screen.Out.WriteLine(string.Join('\t', parts.Prepend(word).Prepend(source).Select(Lines.Flat)).TrimEnd('\t'));

    private void Write(CrawlReport report, string word, CrawlNews news)
    {
        Write(report, word, Day(news.Listed), news.Text, news.Address);
        foreach (string file in news.Files.Where(file => file != news.Address))
        {
            Write(report, "file", "", "", file);
        }
    }

    private void Write(CrawlReport report, string word, params IEnumerable<string> parts) => Write(report.Source, word, parts);

    private static string Word(CrawlReport report) => report.IsDryRun && report.Outcome == CrawlOutcome.Completed ? "dry-run" : report.Outcome switch
    {
        CrawlOutcome.Completed => "completed",
        CrawlOutcome.Failed => "failed-crawl",
        _ => "stopped",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
