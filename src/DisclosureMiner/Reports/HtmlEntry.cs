using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>What the page of all documents needs to know of one of them.</summary>
/// <param name="Path">Its first path.</param>
/// <param name="Document">What it is and how it ended.</param>
/// <param name="Figures">How many of its figures came to each verdict.</param>
/// <param name="Severities">How many discrepancies it has of each severity that nobody has decided about.</param>
/// <param name="Decided">How many it has that somebody has decided about.</param>
/// <param name="Open">Gives all of it.</param>
internal sealed record HtmlEntry(
    string Path,
    DocumentRecord Document,
    Counts<FactVerdict> Figures,
    Counts<Severity> Severities,
    int Decided,
    Func<MinedDocument> Open)
{
    public bool HasDiscrepancies => Severities.Total + Decided > 0;

    /// <summary>Where its own page lies, seen from that of all documents; null when it has none, for nothing was read in it.</summary>
    public string? Page => Document.Pages is null ? null : $"{OutputNames.ReportFolder}/{Document.Id}.html";

    /// <summary>The title as printed, else the file's name.</summary>
    public string Title => Document.Title ?? Path[(Path.LastIndexOf('/') + 1)..];
}
