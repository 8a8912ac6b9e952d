using DisclosureMiner.Checks;

namespace DisclosureMiner.Store;

/// <summary>A discrepancy with what tells its document from others.</summary>
/// <param name="Path">The document's first path.</param>
/// <param name="Organisation">The publishing body, or null.</param>
/// <param name="FiscalYear">The fiscal year, or null.</param>
/// <param name="Discrepancy">What is reported.</param>
/// <param name="Review">Whether and how it was decided.</param>
public sealed record Finding(string Path, string? Organisation, int? FiscalYear, DiscrepancyRecord Discrepancy, Review Review);

/// <summary>Which findings are asked for; null asks for all.</summary>
/// <param name="Least">The least severity.</param>
/// <param name="Rule">A rule id, or the beginning of one: <c>N-</c>.</param>
/// <param name="Verdict">The verdict on the leading obligation.</param>
/// <param name="Document">The id of a document.</param>
/// <param name="Id">The id of a discrepancy, or its beginning.</param>
/// <param name="Organisation">A part of the publishing body's name.</param>
/// <param name="FiscalYear">The fiscal year of the document.</param>
/// <param name="IsDecided">Whether somebody has decided about it.</param>
public sealed record FindingFilter(
    Severity? Least = null,
    string? Rule = null,
    Verdict? Verdict = null,
    string? Document = null,
    string? Id = null,
    string? Organisation = null,
    int? FiscalYear = null,
    bool? IsDecided = null);
