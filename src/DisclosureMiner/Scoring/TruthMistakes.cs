namespace DisclosureMiner.Scoring;

/// <summary>Collects the mistakes of one truth file.</summary>
internal sealed class TruthMistakes(string file)
{
    private readonly List<string> _mistakes = [];

    /// <summary>Notes one mistake; lines count from 1.</summary>
    public void Add(int line, string mistake) => _mistakes.Add(FormattableString.Invariant($"{file}:{line}: {mistake}"));

    /// <summary>Ends the reading when something was wrong.</summary>
    /// <exception cref="TruthFormatException">There was a mistake.</exception>
    public void ThrowIfAny()
    {
        if (_mistakes.Count > 0)
        {
            throw new TruthFormatException([.. _mistakes]);
        }
    }
}
