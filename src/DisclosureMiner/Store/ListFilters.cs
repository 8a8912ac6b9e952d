using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>Which documents are asked for; null asks for all.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Organisation">A part of the publishing body's name.</param>
/// <param name="FiscalYear">The fiscal year.</param>
/// <param name="Genre">department-budget, unit-budget ...</param>
/// <param name="Text">A part of the publishing body's name or of a path, in whatever case.</param>
internal sealed record DocumentFilter(
    MiningStatus? Status = null,
    string? Organisation = null,
    int? FiscalYear = null,
    string? Genre = null,
    string? Text = null);

/// <summary>Which facts are asked for; null asks for all.</summary>
/// <param name="Document">The id of a document.</param>
/// <param name="Subject">The subject of the key, whole.</param>
/// <param name="FiscalYear">The year that the number is about.</param>
/// <param name="Organisation">A part of the publishing body's name.</param>
internal sealed record FactFilter(string? Document = null, string? Subject = null, int? FiscalYear = null, string? Organisation = null);

/// <summary>Where a row stands in a list that goes by document and by position in it.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Position">From 0.</param>
internal sealed record ListPosition(string Document, int Position)
{
    /// <summary>Before all rows.</summary>
    public static ListPosition Start { get; } = new("", -1);
}

/// <summary>A row of a list.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Json">The stored record.</param>
internal sealed record ListedRow(ListPosition Position, string Json);

/// <summary>A document of a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">The stored record.</param>
internal sealed record ListedDocument(string Id, string Json);

/// <summary>A statement that gives a page of a list, with the values of its parameters.</summary>
internal sealed record ListQuery(string Sql, object?[] Values);
