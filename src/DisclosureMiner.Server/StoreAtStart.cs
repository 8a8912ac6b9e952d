namespace DisclosureMiner.Server;

/// <summary>Makes the store ready before anything else starts.</summary>
internal sealed class StoreAtStart(StoreFactory stores, ServerOptions options, ILogger<StoreAtStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        stores.Prepare();
        log.Starts(options);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
