using System.CommandLine;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>mine</c>: reads files, stores what comes of them, writes the outputs, sums up.</summary>
internal sealed class MineCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string[]> _paths;
    private readonly StoreOptions _places;
    private readonly PipelineOption _pipeline;
    private readonly RegisterOption _register;
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
        _register = new RegisterOption(_command, texts);
        _jobs = new Option<int>("--jobs", "-j") { Description = texts.Jobs, HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        _failOn = new Option<string>("--fail-on") { Description = texts.FailOn, HelpName = "SEVERITY", DefaultValueFactory = _ => "never" };
        _failOn.AcceptOnlyFromAmong("error", "warning", "never");
        _noBom = new Option<bool>("--no-bom") { Description = texts.NoBom };
        _command.Add(_jobs);
        _command.Add(_failOn);
        _command.Add(_noBom);

        _command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
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
        string[] paths = parsed.GetRequiredValue(_paths);
        string? registerFile = _register.File(parsed, paths);
        MinerInput input = Find(paths, folder, db, _register.Files(parsed, paths));
        Task<Register?> register = Task.Run(async () => registerFile is null ? null : RegisterFile.Load(registerFile, await pipeline), CancellationToken.None);

        // Before the work, which may take hours, and not after it.
        OutputFolder.Prepare(folder, _screen.Texts);
        using DisclosureStore store = DisclosureStore.Open(db);
        MineDisplay display = MineDisplay.On(_screen, jobs);
        using var interruption = new Interruption(display.Stopping, display.Leave, cancellation);
        Pipeline knowledge = pipeline.GetAwaiter().GetResult();
        Register? bodies = register.GetAwaiter().GetResult();
        var options = new ContractOptions(_screen.Language, ByteOrderMark: !parsed.GetValue(_noBom), bodies);
        (MinerRun run, bool isWritten) = display.Show(() =>
        {
            MinerRun done = new Miner(store, knowledge, bodies).Run(input.Files, jobs, display, interruption.Token);
            return (done, Write(folder, store, knowledge, done, options, jobs, display, interruption.Token));
        });
        if (interruption.Token.IsCancellationRequested)
        {
            _screen.Error.WriteLine(_screen.Texts.InterruptedAfter(run.Documents.Length, run.Left, isWritten ? folder : null));
            return ExitCodes.Interrupted;
        }

        RunSummary summary = RunSummary.Of(store, run.Documents, MineSummary.WorstShown);
        new MineSummary(_screen, summary).Write(run, folder);
        return ExitCode(summary, parsed.GetRequiredValue(_failOn));
    }

    /// <summary>Writes the outputs; says whether they cover the run now.</summary>
    private bool Write(
        string folder, DisclosureStore store, Pipeline pipeline, MinerRun run, ContractOptions options, int jobs, MineDisplay display, CancellationToken stop)
    {
        // What a run that was stopped has done is worth reading where there is nothing else, and is no match for a whole run's outputs.
        if (run.Left > 0 && run.Documents.Length <= ContractFiles.Covered(folder))
        {
            return false;
        }

        try
        {
            CancellationToken stopWriting = run.Left > 0 ? CancellationToken.None : stop;
            int written = 0;
            void Wrote() => display.Wrote(Interlocked.Increment(ref written), 2 * run.Documents.Length);
            var report = new ReportOptions(Mining.VersionOf(pipeline), _screen.Language, pipeline.Rules, run.Left, jobs);
            OutputFolder.Writing(folder, _screen.Texts, () =>
            {
                ContractFiles.Write(folder, store, run.Documents, options, Wrote, stopWriting);
                ReportFile.Write(folder, store, run.Documents, report, Wrote, stopWriting);
            });
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private MinerInput Find(string[] paths, string folder, string db, string[] registers)
    {
        string[] own = [OutputFolder.FullPath(folder), .. StoreAddress.FilesOf(db), .. registers.Select(Path.GetFullPath)];
        return InputPaths.Find(paths, own, _screen.Texts);
    }

    private static int ExitCode(RunSummary summary, string failOn)
    {
        int found = failOn switch
        {
            "error" => summary.Standing[Severity.Error],
            "warning" => summary.Standing[Severity.Error] + summary.Standing[Severity.Warning],
            _ => 0,
        };
        return summary.Statuses[MiningStatus.Failed] > 0 ? ExitCodes.Failed : found > 0 ? ExitCodes.Found : ExitCodes.Ok;
    }
}
