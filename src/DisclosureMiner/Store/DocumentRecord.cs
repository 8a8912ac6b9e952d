using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>
/// A mined document as it is kept. Where the bytes lie is no part of it: the same bytes may come by another path tomorrow.
/// </summary>
/// <param name="Id">First 16 hex digits of the SHA-256 of the bytes; of the path when the bytes could not be read.</param>
/// <param name="Sha256">Lower-case hex; null when the bytes could not be read.</param>
/// <param name="MediaType">text/plain, text/html, application/pdf ...</param>
/// <param name="Status">How it ended.</param>
/// <param name="Error">Why, when it did not end well.</param>
/// <param name="Title">Null when unknown, as are the next three.</param>
/// <param name="Organisation">The publishing body.</param>
/// <param name="FiscalYear">The fiscal year.</param>
/// <param name="Genre">department-budget, unit-budget, final-accounts, three-public, report or other.</param>
/// <param name="Pages">Number of pages; null when it was not read.</param>
/// <param name="Tables">Number of tables.</param>
/// <param name="Figures">Number of figures in the narrative.</param>
/// <param name="Checks">Number of obligations per verdict.</param>
public sealed record DocumentRecord(
    string Id,
    string? Sha256,
    string MediaType,
    MiningStatus Status,
    MiningError? Error,
    string? Title,
    string? Organisation,
    int? FiscalYear,
    string? Genre,
    int? Pages,
    int Tables,
    int Figures,
    Counts<Verdict> Checks)
{
    /// <summary>Files that the page offers for download.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>The form it was checked as and why, and how that left it; null when it was not checked.</summary>
    public FormRecord? Form { get; init; }

    /// <summary>How much of each family of rules was decided.</summary>
    public ImmutableArray<FamilyShare> Families { get; init; } = [];

    /// <summary>What the reader had to repair or guess.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}

/// <summary>The form of a document and whether it may be called clean by it.</summary>
/// <param name="Id">Id of the form in the pipeline.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Reason">Why it was chosen.</param>
/// <param name="Cleanness">Whether the document is clean, and what of its core was not decided.</param>
public sealed record FormRecord(string Id, Bilingual Name, Bilingual Reason, Cleanness Cleanness);
