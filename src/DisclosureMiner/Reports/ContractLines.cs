using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>Single lines of the files for other programs.</summary>
public static class ContractLines
{
    // What every line begins with; the stored record follows without its brace.
    private const string Start = "{\"schemaVersion\":1,";

    /// <summary>The line of discrepancies.jsonl, without its end.</summary>
    public static string Of(DiscrepancyRecord discrepancy, Review review) => Of(RecordJson.Of(discrepancy), review);

    /// <summary>The line of a discrepancy that is stored as JSON: decisions are no part of what was mined, and follow it.</summary>
    internal static string Of(string discrepancy, Review review) =>
        string.Concat(Of(discrepancy.AsSpan(0, discrepancy.Length - 1)), ",", RecordJson.Of(review).AsSpan(1));

    /// <summary>The line of a record that is stored as JSON.</summary>
    internal static string Of(ReadOnlySpan<char> record) => string.Concat(Start, record[1..]);
}
