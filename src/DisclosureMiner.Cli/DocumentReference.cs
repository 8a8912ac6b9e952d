using System.Collections.Immutable;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>Finds the one document that a person means.</summary>
internal static class DocumentReference
{
    /// <summary>The document's id.</summary>
    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public static string Resolve(DisclosureStore store, string reference, Texts texts)
    {
        ImmutableArray<(string Path, string Id)> found = store.Resolve(reference);
        return found.Length switch
        {
            1 => found[0].Id,
            0 => throw new UsageException(texts.NoDocument(reference)),
            _ => throw new UsageException(string.Join(
                '\n',
                found.Select(item => $"  {item.Id}  {item.Path}").Prepend(texts.SeveralDocuments(reference)))),
        };
    }
}
