using System.Collections.Immutable;

namespace DisclosureMiner.Scoring;

/// <summary>A ground truth that cannot be read as one. Every mistake is told at once, for a person corrects them together.</summary>
public sealed class TruthFormatException : FormatException
{
    /// <summary>Reports the given mistakes.</summary>
    public TruthFormatException(ImmutableArray<string> mistakes)
        : base(string.Join('\n', mistakes)) => Mistakes = mistakes;

    /// <summary>One sentence each: file, line, what stands there and what was expected.</summary>
    public ImmutableArray<string> Mistakes { get; }
}
