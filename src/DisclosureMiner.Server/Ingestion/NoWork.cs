using System.Collections.Immutable;

namespace DisclosureMiner.Server.Ingestion;

/// <summary>Stands where neither a worker nor a crawler is: nothing is owed and nothing is crawled.</summary>
internal sealed class NoWork : IWorkStatus, ICrawlStatus
{
    public WorkOverview Overview() => WorkOverview.None;

    public WorkItem? Find(string document) => null;

    public ImmutableArray<SourceState> Sources() => [];
}
