using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Findings;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Cli;

/// <summary><c>disclosureminer score FOLDER</c>: mines labelled documents and says how much of the truth was found.</summary>
internal static class ScoreCommand
{
    private const int Done = 0;
    private const int BadUsage = 2;
    private const int SomeFailed = 3;

    /// <summary>Mines a file; the text is the one that its spans count in, or null for a file of pages.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its path relative to the scored folder.</param>
    internal delegate (MinedDocument Mined, string? Text) Miner(string path, string name);

    /// <summary>The command; <paramref name="miner"/> is asked for a miner once the command runs.</summary>
    public static Command Create(Func<Miner> miner)
    {
        var folder = new Argument<string>("folder") { Description = "A folder with documents." };
        var truth = new Option<string?>("--truth") { Description = "Where their ground truth stands, if not beside them.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var command = new Command(
            "score", $"Compares what is mined with what is known to be true (*{TruthReader.Suffix}, {TruthReader.LinesFile}).") { folder, truth, json };
        command.SetAction(parsed =>
        {
            string documents = parsed.GetRequiredValue(folder);
            return Run(documents, parsed.GetValue(truth) ?? documents, parsed.GetValue(json), miner, Console.Out, Console.Error);
        });
        return command;
    }

    internal static int Run(string documents, string truths, bool json, Func<Miner> miner, TextWriter output, TextWriter error)
    {
        ImmutableArray<LabelledDocument> labelled;
        try
        {
            labelled = LabelledFolder.Find(documents, truths);
        }
        catch (Exception exception) when (exception is TruthFormatException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);
            return BadUsage;
        }

        foreach (LabelledDocument missing in labelled.Where(document => document.Path is null))
        {
            error.WriteLine($"{missing.Truth.Document}: there is a ground truth, but no such document below {documents}.");
        }

        LabelledDocument[] present = [.. labelled.Where(document => document.Path is not null)];
        if (present.Length == 0)
        {
            error.WriteLine($"No document below {documents} has a ground truth (*{TruthReader.Suffix} or {TruthReader.LinesFile}) in {truths}.");
            return BadUsage;
        }

        Miner mine = miner();
        var report = new ScoreReport(present.AsParallel().AsOrdered().Select(document => Score(document, mine)));
        output.Write(json ? report.ToJson() + "\n" : report.ToText());
        return present.Length < labelled.Length ? SomeFailed : Done;
    }

    private static DocumentScore Score(LabelledDocument document, Miner mine)
    {
        (MinedDocument mined, string? text) = mine(document.Path!, document.Truth.Document);
        return Scorer.Compare(document.Truth, mined, text);
    }
}
