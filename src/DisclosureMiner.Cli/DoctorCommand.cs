using System.CommandLine;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>doctor</c>: tells what is wrong with a set-up, a line for each part; changes nothing.</summary>
internal sealed class DoctorCommand
{
    private readonly Screen _screen;
    private readonly TimeProvider _clock;
    private readonly Command _command;
    private readonly StoreOptions _places;
    private readonly Option<string?> _data;
    private readonly Option<string?> _postgres;
    private readonly ContentOption _content;
    private readonly SourcesOption _sources;
    private readonly PipelineOption _pipeline;
    private readonly RegisterOption _register;

    private DoctorCommand(Screen screen, TimeProvider clock)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _clock = clock;
        _command = new Command("doctor", texts.Doctor);
        _places = new StoreOptions(_command, texts);
        _data = new Option<string?>("--data") { Description = texts.DoctorData, HelpName = "DIR" };
        _postgres = new Option<string?>("--postgres") { Description = texts.DoctorPostgres, HelpName = "CONNECTION" };
        _command.Add(_data);
        _command.Add(_postgres);
        _content = new ContentOption(_command, texts);
        _sources = new SourcesOption(_command, texts);
        _pipeline = new PipelineOption(_command, texts);
        _register = new RegisterOption(_command, texts, texts.RegisterBeside);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen, TimeProvider clock) => new DoctorCommand(screen, clock)._command;

    private int Run(ParseResult parsed)
    {
        string? data = parsed.GetValue(_data);
        string db = parsed.GetValue(_postgres) ?? (data is null ? _places.Db(parsed) : Path.Combine(data, StoreOptions.DefaultDb));
        string? content = data is null ? _content.Find(parsed, db) : _content.Find(parsed, Path.Combine(data, StoreOptions.DefaultDb));
        string folder = data ?? (StoreAddress.IsPostgres(db) ? content ?? _places.Out(parsed) : Path.GetDirectoryName(Path.GetFullPath(db))!);
        var knowledge = new KnowledgeDoctor(_screen.Texts);
        IEnumerable<Diagnosis> found =
        [
            .. MachineDoctor.Look(_screen.Texts),
            .. knowledge.Look(
                () => _pipeline.Load(parsed),
                () => _sources.Load(parsed),
                pipeline => _register.File(parsed, [folder]) is { } file ? (file, Pipelines.RegisterFile.Load(file, pipeline)) : null),
            .. PlaceDoctor.Look(folder, data, _screen.Texts),
        ];
        Health worst = Tell(found);
        worst = (Health)Math.Max((int)worst, (int)Tell(new StoreDoctor(_screen.Texts, _clock, db, content, knowledge.Version).Look()));
        _screen.Error.WriteLine(_screen.Texts.DoctorEnds(worst));
        return worst == Health.Wrong ? ExitCodes.Found : ExitCodes.Ok;
    }

    /// <summary>Writes the lines as they come; says how the gravest stands.</summary>
    private Health Tell(IEnumerable<Diagnosis> found)
    {
        Health worst = Health.Ok;
        foreach (Diagnosis diagnosis in found)
        {
            worst = diagnosis.Health > worst ? diagnosis.Health : worst;
            string word = diagnosis.Health switch { Health.Ok => "ok", Health.Warn => "warn", _ => "wrong" };
            _screen.Out.WriteLine($"{word,-5}  {diagnosis.Part,-9}  {Lines.Flat(diagnosis.Message)}");
        }

        return worst;
    }
}
