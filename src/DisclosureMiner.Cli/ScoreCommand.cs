using System.CommandLine;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Cli;

/// <summary><c>score</c>: mines documents whose truth is known and says how well.</summary>
internal sealed class ScoreCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string> _folder;
    private readonly Option<string?> _documents;
    private readonly Option<string> _format;
    private readonly PipelineOption _pipeline;

    private ScoreCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _folder = new Argument<string>("folder") { Description = texts.ScoreFolder };
        _command = new Command("score", texts.Score) { _folder };
        _documents = new Option<string?>("--documents") { Description = texts.ScoreDocuments, HelpName = "DIR" };
        _format = new Option<string>("--format") { Description = texts.ScoreFormat, HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        _format.AcceptOnlyFromAmong("text", "json");
        _command.Add(_documents);
        _command.Add(_format);
        _pipeline = new PipelineOption(_command, texts);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen) => new ScoreCommand(screen)._command;

    private int Run(ParseResult parsed)
    {
        string folder = parsed.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            throw new UsageException(_screen.Texts.NoSuchPath(folder));
        }

        Pipeline pipeline = _pipeline.Load(parsed);
        string documents = parsed.GetValue(_documents) ?? folder;
        List<GroundTruth> truths = Truths(folder);
        if (truths.Count == 0)
        {
            throw new UsageException(_screen.Texts.NoTruth(folder));
        }

        var scores = new DocumentScore[truths.Count];
        Parallel.For(0, truths.Count, i => scores[i] = Score(truths[i], Path.Combine(documents, truths[i].Document), pipeline));
        var report = new ScoreReport(scores);
        _screen.Out.Write(parsed.GetValue(_format) == "json" ? report.ToJson() + "\n" : report.ToText());
        return ExitCodes.Ok;
    }

    private static List<GroundTruth> Truths(string folder)
    {
        var truths = new List<GroundTruth>();
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (name.EndsWith(TruthReader.Suffix, StringComparison.Ordinal))
            {
                truths.Add(TruthReader.ReadYaml(File.ReadAllText(file), name));
            }
            else if (name == TruthReader.LinesFile)
            {
                truths.AddRange(TruthReader.ReadJsonLines(File.ReadAllText(file), name));
            }
        }

        return [.. truths.OrderBy(truth => truth.Document, StringComparer.Ordinal)];
    }

    private DocumentScore Score(GroundTruth truth, string path, Pipeline pipeline)
    {
        if (!File.Exists(path))
        {
            throw new UsageException(_screen.Texts.NoSuchPath(path));
        }

        SourceFile file = SourceFile.Read(path);
        MinedDocument mined = Miner.MineFile(file, truth.Document, (source, name) => Mining.Mine(pipeline, source, name));
        string? text = file.MediaType == MediaTypes.Text ? TextDecoding.Decode(file.Bytes.Span).Text : null;
        return Scorer.Compare(truth, mined, text);
    }
}
