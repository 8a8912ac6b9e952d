using DisclosureMiner.Findings;
using DisclosureMiner.Scoring;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>A document and what is true of it.</summary>
/// <param name="Path">The file, or null when the truth speaks of a document that is not there.</param>
/// <param name="Truth">What is true of it, under a name relative to the folder.</param>
public sealed record LabelledDocument(string? Path, GroundTruth Truth)
{
    /// <summary>Mines the document and compares it with its truth.</summary>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="clock">Measures what it takes; null for scores that are the same each time.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public DocumentScore Score(Pipeline pipeline, TimeProvider? clock = null)
    {
        long start = clock?.GetTimestamp() ?? 0;
        if (Path is null)
        {
            throw new InvalidOperationException($"There is no document {Truth.Document}.");
        }

        SourceFile file = SourceFile.Read(Path);
        DocumentScore score = Scorer.Compare(Truth, Mine(pipeline, file, Truth.Document), file.SpanText, pipeline.Words);
        return score with { Taken = clock?.GetElapsedTime(start) };
    }

    /// <summary>Mines a file under a name; a mistake of this program ends as a failed document.</summary>
    internal static MinedDocument Mine(Pipeline pipeline, SourceFile file, string name)
    {
        try
        {
            return Mining.Mine(pipeline, file, name);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A mistake of this program costs the document its score and leaves the others theirs.
            return Refusals.Broken(file.As(name), problem);
        }
    }
}
