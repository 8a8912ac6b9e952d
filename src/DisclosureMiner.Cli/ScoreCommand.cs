using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;
using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Cli;

/// <summary><c>score</c>: mines documents whose truth is known and says how well.</summary>
internal sealed class ScoreCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string> _folder;
    private readonly Option<string?> _truth;
    private readonly Option<bool> _json;
    private readonly Option<int?> _inject;
    private readonly Option<int> _seed;
    private readonly PipelineOption _pipeline;

    private ScoreCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _folder = new Argument<string>("folder") { Description = texts.ScoreFolder };
        _command = new Command("score", texts.Score) { _folder };
        _truth = new Option<string?>("--truth") { Description = texts.ScoreTruth, HelpName = "DIR" };
        _json = new Option<bool>("--json") { Description = texts.ScoreJson };
        _inject = new Option<int?>("--inject") { Description = texts.ScoreInject, HelpName = "N" };
        _seed = new Option<int>("--seed") { Description = texts.ScoreSeed, HelpName = "S", DefaultValueFactory = _ => 1 };
        _command.Add(_truth);
        _command.Add(_inject);
        _command.Add(_seed);
        _command.Add(_json);
        _pipeline = new PipelineOption(_command, texts);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen) => new ScoreCommand(screen)._command;

    private int Run(ParseResult parsed)
    {
        string folder = parsed.GetRequiredValue(_folder);
        string truths = parsed.GetValue(_truth) ?? folder;
        ImmutableArray<LabelledDocument> labelled;
        try
        {
            labelled = LabelledFolder.Find(folder, truths);
        }
        catch (Exception exception) when (exception is TruthFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }

        LabelledDocument[] present = [.. labelled.Where(document => document.Path is not null)];
        if (present.Length == 0)
        {
            throw new UsageException(_screen.Texts.NoTruth(truths));
        }

        foreach (LabelledDocument missing in labelled.Where(document => document.Path is null))
        {
            _screen.Error.WriteLine($"{missing.Truth.Document}: {_screen.Texts.NoSuchPath(folder)}");
        }

        Pipeline pipeline = _pipeline.Load(parsed);
        if (parsed.GetValue(_inject) is { } count)
        {
            FaultReport faults = FaultInjection.Run(present, pipeline, count, parsed.GetValue(_seed));
            _screen.Out.Write(parsed.GetValue(_json) ? faults.ToJson() + "\n" : faults.ToText());
            return ExitCodes.Ok;
        }

        var report = new ScoreReport(present.AsParallel().AsOrdered().Select(document => document.Score(pipeline)));
        _screen.Out.Write(parsed.GetValue(_json) ? report.ToJson() + "\n" : report.ToText());
        return present.Length < labelled.Length ? ExitCodes.Failed : ExitCodes.Ok;
    }
}
