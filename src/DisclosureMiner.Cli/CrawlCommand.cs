using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>crawl</c>: fetches what bodies have published since the last time, and mines it.</summary>
internal sealed class CrawlCommand
{
    // So many sources at a time; a host is still asked one thing after the other.
    private const int AtOnce = 4;

    private readonly Lock _gate = new();
    private readonly Screen _screen;
    private readonly TimeProvider _clock;
    private readonly Command _command;
    private readonly Argument<string?> _source;
    private readonly StoreOptions _places;
    private readonly SourcesOption _sources;
    private readonly ContentOption _content;
    private readonly PipelineOption _pipeline;
    private readonly RegisterOption _register;
    private readonly Option<bool> _dryRun;
    private readonly Option<bool> _noMine;
    private readonly Option<int> _jobs;
    private readonly Option<string> _failOn;
    private readonly Option<string> _format;

    private CrawlCommand(Screen screen, TimeProvider clock)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _clock = clock;
        _source = new Argument<string?>("source") { Description = texts.CrawlSource, Arity = ArgumentArity.ZeroOrOne };
        _command = new Command("crawl", texts.Crawl) { _source };
        _places = new StoreOptions(_command, texts);
        _sources = new SourcesOption(_command, texts);
        _content = new ContentOption(_command, texts);
        _pipeline = new PipelineOption(_command, texts);
        _register = new RegisterOption(_command, texts, texts.RegisterBeside);
        _dryRun = new Option<bool>("--dry-run") { Description = texts.DryRun };
        _noMine = new Option<bool>("--no-mine") { Description = texts.NoMine };
        _jobs = new Option<int>("--jobs", "-j") { Description = texts.Jobs, HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        _failOn = new Option<string>("--fail-on") { Description = texts.CrawlFailOn, HelpName = "SEVERITY", DefaultValueFactory = _ => "error" };
        _failOn.AcceptOnlyFromAmong("error", "warning", "never");
        _format = new Option<string>("--format") { Description = texts.Format, HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        _format.AcceptOnlyFromAmong("text", "jsonl");
        foreach (Option option in new Option[] { _dryRun, _noMine, _jobs, _failOn, _format })
        {
            _command.Add(option);
        }

        _command.Add(CrawlReportCommand.Build(screen, clock));
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen, TimeProvider clock) => new CrawlCommand(screen, clock)._command;

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_jobs) < 1)
        {
            throw new UsageException(_screen.Texts.BadJobs);
        }

        CrawlSources all = _sources.Load(parsed);
        ImmutableArray<CrawlSource> chosen = Choose(all, parsed.GetValue(_source));
        string db = _places.Db(parsed);
        using var interruption = new Interruption(() => _screen.Error.WriteLine(_screen.Texts.StoppingCrawl), () => { }, cancellation);
        if (parsed.GetValue(_dryRun))
        {
            using DisclosureStore? known = OpenIfThere(db);
            CrawlReport?[] plans = await Each(chosen, all, (crawler, source, stop) => crawler.Look(source, known?.CrawlMemory, stop), interruption.Token);
            return Tell(parsed, chosen, plans, null, interruption.Token);
        }

        string folder = _content.Need(parsed, db);
        OutputFolder.Prepare(folder, _screen.Texts);
        Pipeline? pipeline = parsed.GetValue(_noMine) ? null : _pipeline.Load(parsed);
        Register? register = pipeline is not null && _register.FileFor(parsed, db) is { } file ? RegisterFile.Load(file, pipeline) : null;
        using DisclosureStore store = DisclosureStore.Open(db);
        var content = new ContentStore(folder);
        var sink = new CrawlIntake(store, content, _clock);
        CrawlReport?[] reports = await Writing(folder, () => Each(chosen, all, (crawler, source, stop) => crawler.Crawl(source, store.CrawlMemory, sink, stop), interruption.Token));
        OwedMined? mined = pipeline is null ? null : new OwedMining(_screen, store, content, pipeline, register, parsed.GetValue(_jobs)).Run(interruption.Token);
        return Tell(parsed, chosen, reports, mined, interruption.Token);
    }

    private ImmutableArray<CrawlSource> Choose(CrawlSources all, string? named)
    {
        Texts texts = _screen.Texts;
        string ids = string.Join(", ", all.Sources.Select(source => source.Id));
        if (named is not null)
        {
            return [all.Find(named) ?? throw new UsageException(texts.NoSuchSource(named, ids))];
        }

        ImmutableArray<CrawlSource> enabled = [.. all.Sources.Where(source => source.IsEnabled)];
        return enabled.IsEmpty ? throw new UsageException(texts.NoSourceEnabled(ids)) : enabled;
    }

    /// <summary>Crawls several sources at a time; of those that a stop has kept from beginning there is no report.</summary>
    private async Task<CrawlReport?[]> Each(
        ImmutableArray<CrawlSource> chosen, CrawlSources all, Func<Crawler, CrawlSource, CancellationToken, Task<CrawlReport>> crawl, CancellationToken stop)
    {
        using var fetcher = new PoliteFetcher();
        var crawler = new Crawler(fetcher, all.Words);
        var reports = new CrawlReport?[chosen.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, chosen.Length),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, broken) =>
            {
                using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, broken);
                if (!end.IsCancellationRequested)
                {
                    Say(_screen.Texts.CrawlBegins(chosen[i].Id));
                    reports[i] = await crawl(crawler, chosen[i], end.Token);
                    Say(_screen.Texts.CrawlEnds(reports[i]!));
                }
            });
        return reports;
    }

    private int Tell(ParseResult parsed, ImmutableArray<CrawlSource> chosen, CrawlReport?[] reports, OwedMined? mined, CancellationToken stop)
    {
        bool isJson = parsed.GetValue(_format) == "jsonl";
        var lines = new CrawlLines(_screen);
        var attention = new List<CrawlAttention>();
        foreach ((CrawlSource source, CrawlReport? report) in chosen.Zip(reports))
        {
            if (report is null)
            {
                continue;
            }

            attention.AddRange(CrawlAttention.Of(report, source, _screen.Texts));
            if (isJson)
            {
                _screen.Out.Write(CrawlReportJson.Of(report, source) + "\n");
            }
            else
            {
                lines.Write(report, source);
            }
        }

        if (mined is not null)
        {
            _screen.Error.WriteLine(_screen.Texts.OwedMined(mined.Mined, mined.Kept, mined.Failed, mined.Postponed, mined.Compared));
        }

        if (stop.IsCancellationRequested)
        {
            _screen.Error.WriteLine(_screen.Texts.CrawlInterrupted);
            return ExitCodes.Interrupted;
        }

        bool isAmiss = parsed.GetRequiredValue(_failOn) switch
        {
            "error" => attention.Any(note => note.IsError),
            "warning" => attention.Count > 0,
            _ => false,
        };
        return reports.Any(report => report?.Outcome == CrawlOutcome.Failed) || mined?.Failed > 0 ? ExitCodes.Failed : isAmiss ? ExitCodes.Found : ExitCodes.Ok;
    }

    // A dry run makes nothing, not even an empty store.
    private static DisclosureStore? OpenIfThere(string db)
    {
        try
        {
            return DisclosureStore.Look(db).IsCurrent ? DisclosureStore.OpenExisting(db) : null;
        }
        catch (StoreException problem) when (problem.Problem == StoreProblem.Missing)
        {
            return null;
        }
    }

    private async Task<T> Writing<T>(string folder, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            OutputFolder.Writing(folder, _screen.Texts, () => throw problem);
            throw;
        }
    }

    private void Say(string line)
    {
        lock (_gate)
        {
            _screen.Error.WriteLine(line);
        }
    }
}
