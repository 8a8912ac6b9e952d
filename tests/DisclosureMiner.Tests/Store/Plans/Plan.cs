namespace DisclosureMiner.Tests.Store.Plans;

/// <summary>How an engine goes about a statement, a line for each step.</summary>
internal sealed record Plan(IReadOnlyList<string> Steps)
{
    // Rows that the statement itself has put together.
    private static readonly string[] Made = ["SCAN page", "SCAN f", "SCAN due", "SCAN next", "SCAN a", "SCAN CONSTANT ROW"];

    // PostgreSQL may well look at all of these: there are few, or they are narrow, or all of them are asked for.
    private static readonly string[] Narrow = ["decisions", "paths", "profiles", "across"];

    /// <summary>Nothing is walked through but the page itself, and nothing is sorted but what is equal otherwise: the rows of one document.</summary>
    public void ShouldUseIndexes()
    {
        ShouldReadIndexes();
        Without("SCAN ", step => Made.Contains(step));
        Without("USE TEMP B-TREE FOR ORDER BY");
    }

    /// <summary>What is walked through is an index that has all that is asked for.</summary>
    public void ShouldReadIndexes()
    {
        Steps.ShouldNotBeEmpty();
        Without("Seq Scan on ", IsNarrow);
        Without("Parallel Seq Scan on ", IsNarrow);
        Without("SCAN ", step => Made.Contains(step) || step.Contains("COVERING INDEX", StringComparison.Ordinal));
        Without("SEARCH ", step => step.Contains("INDEX", StringComparison.Ordinal));
    }

    private static bool IsNarrow(string step) => Narrow.Any(table => step.Contains($" on {table} ", StringComparison.Ordinal));

    private void Without(string beginning, Func<string, bool>? excused = null) => Steps
        .Where(step => step.TrimStart(' ', '-', '>').StartsWith(beginning, StringComparison.Ordinal) && excused?.Invoke(step) is not true)
        .ShouldBeEmpty(string.Join('\n', Steps));
}
