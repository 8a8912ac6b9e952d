namespace DisclosureMiner.Store;

/// <summary>A file of a publication: the page, or what is attached to it.</summary>
/// <param name="Publication">Stands for the publication.</param>
/// <param name="Document">The document's id; null when it is not mined by the version that is asked for.</param>
/// <param name="Organisation">The body that it names; empty when it names none.</param>
/// <param name="Year">The fiscal year that it names, or null.</param>
internal sealed record PublicationPart(string Publication, string? Document, string Organisation, int? Year);
