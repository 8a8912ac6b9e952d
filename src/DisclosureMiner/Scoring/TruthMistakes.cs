namespace DisclosureMiner.Scoring;

/// <summary>Collects the mistakes of one truth file.</summary>
internal sealed class TruthMistakes(string file)
{
    private readonly List<(int Line, string Mistake)> _mistakes = [];

    /// <summary>Notes one mistake; lines count from 1.</summary>
    public void Add(int line, string mistake) => _mistakes.Add((line, mistake));

    /// <summary>Ends the reading when something was wrong; what is wrong is told from the top of the file to its end.</summary>
    /// <exception cref="TruthFormatException">There was a mistake.</exception>
    public void ThrowIfAny()
    {
        if (_mistakes.Count > 0)
        {
            throw new TruthFormatException(
                [.. _mistakes.OrderBy(mistake => mistake.Line).Select(mistake => FormattableString.Invariant($"{file}:{mistake.Line}: {mistake.Mistake}"))]);
        }
    }
}
