using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>report</c>: writes the outputs of all that a store holds, without mining anything.</summary>
internal sealed class ReportCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly StoreOptions _places;
    private readonly PipelineOption _pipeline;
    private readonly RegisterOption _register;
    private readonly Option<int> _jobs;
    private readonly Option<bool> _noBom;

    private ReportCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _command = new Command("report", texts.ReportCommand);
        _places = new StoreOptions(_command, texts);
        _pipeline = new PipelineOption(_command, texts);
        _register = new RegisterOption(_command, texts, texts.RegisterBeside);
        _jobs = new Option<int>("--jobs", "-j") { Description = texts.ReportJobs, HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        _noBom = new Option<bool>("--no-bom") { Description = texts.NoBom };
        _command.Add(_jobs);
        _command.Add(_noBom);
        _command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
    }

    public static Command Build(Screen screen) => new ReportCommand(screen)._command;

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        int jobs = parsed.GetValue(_jobs);
        if (jobs < 1)
        {
            throw new UsageException(_screen.Texts.BadJobs);
        }

        Pipeline pipeline = _pipeline.Load(parsed);
        Register? register = _register.FileFor(parsed, _places.Db(parsed)) is { } file ? RegisterFile.Load(file, pipeline) : null;
        using DisclosureStore store = _places.OpenExisting(parsed);
        ImmutableArray<LocatedDocument> documents = store.Located(Mining.VersionOf(pipeline));
        int others = StoredVersions.Others(store, documents);
        if (documents.IsEmpty)
        {
            // Outputs that are there already are worth more than empty ones.
            throw new UsageException(others > 0 ? _screen.Texts.OnlyOtherVersions(others) : _screen.Texts.NothingStored);
        }

        string folder = _places.Out(parsed);
        OutputFolder.Prepare(folder, _screen.Texts);
        MineDisplay display = MineDisplay.On(_screen, jobs);
        using var interruption = new Interruption(display.Stopping, display.Leave, cancellation);
        var options = new ContractOptions(_screen.Language, ByteOrderMark: !parsed.GetValue(_noBom), register);
        var report = new ReportOptions(Mining.VersionOf(pipeline), _screen.Language, pipeline.Rules, Jobs: jobs);
        int written = 0;
        void Wrote() => display.Wrote(Interlocked.Increment(ref written), 2 * documents.Length);
        bool isWritten = display.Show(() => Write(folder, store, documents, options, report, Wrote, interruption.Token));
        if (!isWritten)
        {
            _screen.Error.WriteLine(_screen.Texts.ReportInterrupted);
            return ExitCodes.Interrupted;
        }

        _screen.Out.WriteLine(_screen.Texts.ReportWritten(documents.Length, Path.Combine(folder, ReportFile.Name)));
        if (others > 0)
        {
            _screen.Error.WriteLine(_screen.Texts.OtherVersions(others));
        }

        return ExitCodes.Ok;
    }

    private bool Write(
        string folder,
        DisclosureStore store,
        ImmutableArray<LocatedDocument> documents,
        ContractOptions options,
        ReportOptions report,
        Action wrote,
        CancellationToken stop)
    {
        try
        {
            OutputFolder.Writing(folder, _screen.Texts, () =>
            {
                ContractFiles.Write(folder, store, documents, options, wrote, stop);
                ReportFile.Write(folder, store, documents, report, wrote, stop);
            });
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
