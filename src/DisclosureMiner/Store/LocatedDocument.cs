using System.Collections.Immutable;

namespace DisclosureMiner.Store;

/// <summary>A stored document and where a run found it.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Paths">All paths with its bytes, relative, with forward slashes, in ordinal order; at least one.</param>
public sealed record LocatedDocument(string Id, ImmutableArray<string> Paths)
{
    /// <summary>The first path, by which documents are ordered.</summary>
    public string Path => Paths[0];
}
