using System.Collections.Immutable;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>Which of the stored documents another version has mined.</summary>
internal static class StoredVersions
{
    /// <summary>How many documents lie at some path and are not among those.</summary>
    public static int Others(DisclosureStore store, ImmutableArray<LocatedDocument> documents) =>
        store.Located().Select(located => located.Id).Except(documents.Select(document => document.Id), StringComparer.Ordinal).Count();
}
