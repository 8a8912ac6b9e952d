using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;
using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Cli;

/// <summary><c>score</c>: mines documents whose truth is known and says how well, and fails when that is not as well as was asked.</summary>
internal sealed class ScoreCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string> _folder;
    private readonly Option<string?> _truth;
    private readonly Option<bool> _json;
    private readonly Option<int> _inject;
    private readonly Option<int> _seed;
    private readonly PipelineOption _pipeline;
    private readonly ThresholdOptions _thresholds;

    private ScoreCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _folder = new Argument<string>("folder") { Description = texts.ScoreFolder };
        _command = new Command("score", texts.Score) { _folder };
        _truth = new Option<string?>("--truth") { Description = texts.ScoreTruth, HelpName = "DIR" };
        _json = new Option<bool>("--json") { Description = texts.ScoreJson };
        _inject = new Option<int>("--inject") { Description = texts.ScoreInject, HelpName = "N" };
        _seed = new Option<int>("--seed") { Description = texts.ScoreSeed, HelpName = "S", DefaultValueFactory = _ => 1 };
        _command.Add(_truth);
        _command.Add(_inject);
        _command.Add(_seed);
        _command.Add(_json);
        _pipeline = new PipelineOption(_command, texts);
        _thresholds = new ThresholdOptions(_command, screen);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen) => new ScoreCommand(screen)._command;

    private int Run(ParseResult parsed)
    {
        ScoreThresholds thresholds = _thresholds.Of(parsed);
        ImmutableArray<LabelledDocument> labelled = Find(parsed);
        LabelledDocument[] present = [.. labelled.Where(document => document.Path is not null)];
        Pipeline pipeline = _pipeline.Load(parsed);
        bool fails = parsed.GetResult(_inject) is not null
            ? Plant(parsed, present, pipeline, thresholds)
            : Compare(parsed, present, pipeline, thresholds);
        return present.Length < labelled.Length ? ExitCodes.Failed : fails ? ExitCodes.Found : ExitCodes.Ok;
    }

    private bool Compare(ParseResult parsed, LabelledDocument[] documents, Pipeline pipeline, ScoreThresholds thresholds)
    {
        _thresholds.RefuseWithoutFaults(thresholds);
        var report = new ScoreReport(documents.AsParallel().AsOrdered().Select(document => document.Score(pipeline, TimeProvider.System)));
        _screen.Out.Write(parsed.GetValue(_json) ? report.ToJson() + "\n" : report.ToText());
        return _thresholds.Fail(thresholds.Of(report.Total));
    }

    private bool Plant(ParseResult parsed, LabelledDocument[] documents, Pipeline pipeline, ScoreThresholds thresholds)
    {
        int count = parsed.GetValue(_inject);
        _thresholds.RefuseBesideFaults(thresholds);
        if (count < 1)
        {
            throw new UsageException(_screen.Texts.BadFaults);
        }

        FaultReport report = FaultInjection.Run(documents, pipeline, count, parsed.GetValue(_seed));
        if (report.Outcomes.IsEmpty)
        {
            throw new UsageException(_screen.Texts.NothingToPlant);
        }

        _screen.Out.Write(parsed.GetValue(_json) ? report.ToJson() + "\n" : report.ToText());
        return _thresholds.Fail(thresholds.Of(report.All));
    }

    /// <summary>The documents with their truths, of which at least one is there; those that are not are told.</summary>
    private ImmutableArray<LabelledDocument> Find(ParseResult parsed)
    {
        string folder = parsed.GetRequiredValue(_folder);
        string truths = parsed.GetValue(_truth) ?? folder;
        foreach (string missing in new[] { folder, truths }.Where(path => !Directory.Exists(path)))
        {
            throw new UsageException(_screen.Texts.NoSuchFolder(missing));
        }

        ImmutableArray<LabelledDocument> labelled;
        try
        {
            labelled = LabelledFolder.Find(folder, truths);
        }
        catch (Exception exception) when (exception is TruthFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }

        if (labelled.IsEmpty)
        {
            throw new UsageException(_screen.Texts.NoTruth(truths));
        }

        foreach (LabelledDocument missing in labelled.Where(document => document.Path is null))
        {
            _screen.Error.WriteLine(_screen.Texts.NoDocumentOfTruth(missing.Truth.Document, folder));
        }

        return labelled.Any(document => document.Path is not null) ? labelled : throw new UsageException(_screen.Texts.NoDocumentOfTruths(folder));
    }
}
