using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>Single lines of the files for other programs.</summary>
public static class ContractLines
{
    // What every line begins with; the stored record follows without its brace.
    private const string Start = "{\"schemaVersion\":1,";

    /// <summary>The line of discrepancies.jsonl, without its end.</summary>
    public static string Of(DiscrepancyRecord discrepancy) => Of(RecordJson.Of(discrepancy));

    /// <summary>The line of a record that is stored as JSON.</summary>
    internal static string Of(string record) => string.Concat(Start, record.AsSpan(1));
}
