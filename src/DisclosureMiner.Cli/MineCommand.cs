using System.CommandLine;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>mine</c>: reads files, stores what comes of them, writes the outputs, sums up.</summary>
internal sealed class MineCommand
{
    private const int WorstShown = 5;

    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string[]> _paths;
    private readonly StoreOptions _places;
    private readonly PipelineOption _pipeline;
    private readonly Option<int> _jobs;
    private readonly Option<string> _failOn;
    private readonly Option<bool> _noBom;

    private MineCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _paths = new Argument<string[]>("path") { Description = texts.MinePaths, Arity = ArgumentArity.OneOrMore };
        _command = new Command("mine", texts.Mine) { _paths };
        _places = new StoreOptions(_command, texts);
        _pipeline = new PipelineOption(_command, texts);
        _jobs = new Option<int>("--jobs", "-j") { Description = texts.Jobs, HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        _failOn = new Option<string>("--fail-on") { Description = texts.FailOn, HelpName = "SEVERITY", DefaultValueFactory = _ => "never" };
        _failOn.AcceptOnlyFromAmong("error", "warning", "never");
        _noBom = new Option<bool>("--no-bom") { Description = texts.NoBom };
        _command.Add(_jobs);
        _command.Add(_failOn);
        _command.Add(_noBom);

        // Run aside, so that an interruption need not wait for a long document.
        _command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
    }

    public static Command Build(Screen screen) => new MineCommand(screen)._command;

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        // Reading the rules takes about as long as everything before the first document; both go on at once.
        Task<Pipeline> pipeline = Task.Run(() => _pipeline.Load(parsed), CancellationToken.None);
        int jobs = parsed.GetValue(_jobs);
        if (jobs < 1)
        {
            throw new UsageException(_screen.Texts.BadJobs);
        }

        string folder = _places.Out(parsed);
        string db = _places.Db(parsed);
        MinerInput input = Find(parsed.GetRequiredValue(_paths), folder, db);
        MakeFolder(folder);
        using DisclosureStore store = DisclosureStore.Open(db);
        Pipeline knowledge = pipeline.GetAwaiter().GetResult();
        MiningVersion version = Mining.VersionOf(knowledge);
        var progress = new MineProgress(_screen);
        MinerRun run = new Miner(store, knowledge).Run(input.Files, jobs, progress, cancellation);
        Writing(folder, () =>
        {
            var options = new ContractOptions(_screen.Language, ByteOrderMark: !parsed.GetValue(_noBom));
            ContractFiles.Write(folder, store, run.Documents, options, cancellation);
            ReportFile.Write(folder, run.Documents.Select(document => store.Reopen(document, version)!), _screen.Language, knowledge.Rules);
        });

        MineLog.Write(_screen, progress.NotMined);
        RunSummary summary = RunSummary.Of(store, run.Documents, WorstShown);
        MineSummary.Write(_screen, run, summary, folder);
        return ExitCode(summary, parsed.GetRequiredValue(_failOn));
    }

    private MinerInput Find(string[] paths, string folder, string db)
    {
        string dbPath = Path.GetFullPath(db);
        string[] own = [Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), dbPath, dbPath + "-wal", dbPath + "-shm", dbPath + "-journal"];
        MinerInput input = MinerInput.Find(paths, Environment.CurrentDirectory, own);
        if (!input.Missing.IsEmpty)
        {
            throw new UsageException(string.Join('\n', input.Missing.Select(path =>
                path.StartsWith('-') ? _screen.Texts.NoSuchOption(path) : _screen.Texts.NoSuchPath(path))));
        }

        return input.Files.IsEmpty ? throw new UsageException(_screen.Texts.NoFiles) : input;
    }

    private void MakeFolder(string folder)
    {
        if (File.Exists(folder))
        {
            throw new UsageException(_screen.Texts.OutIsFile(folder));
        }

        Writing(folder, () => Directory.CreateDirectory(folder));
    }

    private void Writing(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(_screen.Texts.CannotWrite(folder));
        }
    }

    private static int ExitCode(RunSummary summary, string failOn)
    {
        int found = failOn switch
        {
            "error" => summary.Severities[Severity.Error],
            "warning" => summary.Severities[Severity.Error] + summary.Severities[Severity.Warning],
            _ => 0,
        };
        return summary.Statuses[MiningStatus.Failed] > 0 ? ExitCodes.Failed : found > 0 ? ExitCodes.Found : ExitCodes.Ok;
    }
}
