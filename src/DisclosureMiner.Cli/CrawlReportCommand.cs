using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>crawl report</c>: tells how the last crawls of each source went; fetches nothing.</summary>
internal sealed class CrawlReportCommand
{
    private readonly Screen _screen;
    private readonly TimeProvider _clock;
    private readonly Command _command;
    private readonly Argument<string?> _source;
    private readonly StoreOptions _places;
    private readonly SourcesOption _sources;
    private readonly Option<int> _last;
    private readonly Option<string> _format;

    private CrawlReportCommand(Screen screen, TimeProvider clock)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _clock = clock;
        _source = new Argument<string?>("source") { Description = texts.ReportSource, Arity = ArgumentArity.ZeroOrOne };
        _command = new Command("report", texts.CrawlReport) { _source };
        _places = new StoreOptions(_command, texts);
        _sources = new SourcesOption(_command, texts);
        _last = new Option<int>("--last") { Description = texts.LastCrawls, HelpName = "N", DefaultValueFactory = _ => 1 };
        _format = new Option<string>("--format") { Description = texts.Format, HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        _format.AcceptOnlyFromAmong("text", "jsonl");
        _command.Add(_last);
        _command.Add(_format);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen, TimeProvider clock) => new CrawlReportCommand(screen, clock)._command;

    private int Run(ParseResult parsed)
    {
        int last = parsed.GetValue(_last);
        if (last < 1)
        {
            throw new UsageException(_screen.Texts.BadLast);
        }

        CrawlSources sources = _sources.Load(parsed);
        using DisclosureStore store = _places.OpenExisting(parsed);
        bool isJson = parsed.GetValue(_format) == "jsonl";
        foreach (string id in Choose(sources, store, parsed.GetValue(_source)))
        {
            CrawlSource? source = sources.Find(id);
            ImmutableArray<CrawlReport> reports = store.CrawlReports(id, last);
            if (isJson)
            {
                foreach (CrawlReport report in reports)
                {
                    _screen.Out.Write(CrawlReportJson.Of(report, source) + "\n");
                }
            }
            else
            {
                Write(id, source, reports, store.CrawlMemory.LastCrawl(id));
            }
        }

        return ExitCodes.Ok;
    }

    private string[] Choose(CrawlSources sources, DisclosureStore store, string? named)
    {
        ImmutableArray<string> crawled = store.CrawledSources();
        if (named is null)
        {
            return [.. sources.Sources.Where(source => source.IsEnabled).Select(source => source.Id).Union(crawled).Order(StringComparer.Ordinal)];
        }

        return crawled.Contains(named) || sources.Find(named) is not null
            ? [named]
            : throw new UsageException(_screen.Texts.NoSuchSource(named, string.Join(", ", sources.Sources.Select(source => source.Id).Union(crawled))));
    }

    private void Write(string id, CrawlSource? source, ImmutableArray<CrawlReport> reports, EarlierCrawl? last)
    {
        var lines = new CrawlLines(_screen);
        DateTimeOffset now = _clock.GetUtcNow();
        if (last is null)
        {
            lines.Write(id, "never", source?.Publisher ?? "", _screen.Texts.NeverCrawled);
        }
        else if (reports.IsEmpty || reports[0].Run != last.Id)
        {
            lines.Write(id, "unfinished", source?.Publisher ?? "", _screen.Texts.Unfinished(last.Started));
        }

        foreach (CrawlReport report in reports)
        {
            lines.Write(report, source);
        }

        if (reports is [{ SilentNights: > 0, IsTooSilent: false } quiet, ..])
        {
            bool isInSeason = source?.Schedule?.IsInSeason(now) ?? false;
            lines.Write(id, "silent", _screen.Texts.Silent(quiet.SilentNights, isInSeason));
        }

        if (CrawlAttention.Overdue(source, last?.Started, now, _screen.Texts) is { } overdue)
        {
            lines.Write(id, overdue);
        }
    }
}
