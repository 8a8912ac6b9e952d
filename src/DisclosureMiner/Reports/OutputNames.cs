namespace DisclosureMiner.Reports;

/// <summary>What stands in a folder that a run has written to: none of it is a disclosure.</summary>
internal static class OutputNames
{
    public const string Documents = "documents.jsonl";
    public const string Tables = "tables.jsonl";
    public const string Figures = "figures.jsonl";
    public const string Checks = "checks.jsonl";
    public const string Facts = "facts.jsonl";
    public const string FactsCsv = "facts.csv";
    public const string Discrepancies = "discrepancies.jsonl";
    public const string DiscrepanciesCsv = "discrepancies.csv";
    public const string Workbook = "discrepancies.xlsx";
    public const string TableFolder = "tables";
    public const string Report = "report.html";
    public const string ReportFolder = "report";

    /// <summary>All of them.</summary>
    public static readonly HashSet<string> All = new(
    [
        Documents, Tables, Figures, Checks, Facts, FactsCsv, Discrepancies, DiscrepanciesCsv, Workbook, TableFolder, Report, ReportFolder,
        "disclosures.db",
    ], StringComparer.Ordinal);

    /// <summary>Whether a folder with these entries is one that a run has written to; a name or two alone may be anything.</summary>
    public static bool AreIn(IEnumerable<string> names) => names.Where(name => name is Documents or Checks or Report).Count() == 3;
}
