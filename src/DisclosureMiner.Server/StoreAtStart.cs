namespace DisclosureMiner.Server;

/// <summary>Makes the store ready before anything is answered; a server whose store cannot be used does not start.</summary>
internal sealed class StoreAtStart(StoreFactory stores, ServerOptions options, ILogger<StoreAtStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        stores.Open().Dispose();
        log.Starts(options);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
