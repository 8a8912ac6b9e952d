using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Server;

/// <summary>
/// Makes the store ready before anything is answered. A server whose store cannot be used, or whose sources or rules are wrong, does not start.
/// </summary>
internal sealed class ReadyAtStart(StoreFactory stores, Lazy<Pipeline> pipeline, Lazy<CrawlSources> sources, ServerOptions options, ILogger<ReadyAtStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        stores.Open().Dispose();
        _ = (pipeline.Value, sources.Value);
        log.Starts(options);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
