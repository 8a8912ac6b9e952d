using DisclosureMiner.Checks.Across;

namespace DisclosureMiner.Store;

/// <summary>A stored document as it is looked for by others.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Path">The first path at which it lies now; null when other bytes lie there meanwhile.</param>
/// <param name="Profile">What it is compared by; its number rows are left out.</param>
/// <param name="Signature">Stands for the documents that it was compared with; empty when it was with none.</param>
internal sealed record ProfiledDocument(string Id, string? Path, DocumentProfile Profile, string Signature);
