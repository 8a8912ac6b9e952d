using System.Collections.Immutable;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Store;

/// <summary>A publication that crawls found.</summary>
/// <param name="Publication">As it was handed on last.</param>
/// <param name="Place">Where it stands in the order in which publications came; asks for those that came before it.</param>
/// <param name="Found">When it was first handed on, UTC.</param>
/// <param name="Changed">When it was handed on last, UTC.</param>
/// <param name="Run">The crawl that handed it on last.</param>
/// <param name="Removed">Files to which it leads no more; their copies are kept.</param>
public sealed record StoredPublication(
    CrawledPublication Publication, string Place, DateTimeOffset Found, DateTimeOffset Changed, string Run, ImmutableArray<PublicationFile> Removed);
