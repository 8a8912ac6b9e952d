namespace DisclosureMiner.Checks.Registers;

/// <summary>A document that lies at a path, as coverage sees it.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Path">Its first path.</param>
/// <param name="Unread">Why its content is not known: failed, unsupported, needs-ocr or template; null when it was mined.</param>
/// <param name="Organisation">The publishing body as printed; empty when it is not known.</param>
/// <param name="FiscalYear">Null when it is not known.</param>
/// <param name="Genre">department-budget, unit-budget, final-accounts ...; null when it is not known.</param>
/// <param name="IsUnit">Whether it is about a single unit; null when it is not known.</param>
/// <param name="Published">The day on which it was published; null when it is not known.</param>
public sealed record HeldDocument(
    string Id, string Path, string? Unread, string Organisation, int? FiscalYear, string? Genre, bool? IsUnit, DateOnly? Published = null)
{
    /// <summary>What it is to be held against: budget, final-accounts, or its genre where nothing of the kind is expected of anybody.</summary>
    public string? Kind => Genre is "department-budget" or "unit-budget" ? "budget" : Genre;
}
