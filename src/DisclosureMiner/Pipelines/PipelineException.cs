namespace DisclosureMiner.Pipelines;

/// <summary>A mistake in the knowledge itself: which file, where, and what was expected there.</summary>
public sealed class PipelineException : Exception
{
    /// <param name="place">The file, and line and column when they are known: <c>rules/budget.yaml:12:7</c>.</param>
    /// <param name="problem">What was expected, or what is wrong.</param>
    /// <param name="cause">What the reader of YAML said, if it was that.</param>
    public PipelineException(string place, string problem, Exception? cause = null)
        : base($"{place}: {problem}", cause)
    {
        Place = place;
        Problem = problem;
    }

    /// <summary>The file, and line and column when they are known.</summary>
    public string Place { get; }

    /// <summary>What was expected, or what is wrong.</summary>
    public string Problem { get; }
}
