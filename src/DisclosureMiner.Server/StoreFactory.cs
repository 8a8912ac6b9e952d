using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server;

/// <summary>Opens the store, for a request or a piece of work.</summary>
internal sealed class StoreFactory : IDisposable
{
    private readonly ServerOptions _options;
    private readonly Lazy<DisclosureStore> _prepared;

    /// <param name="options">Say where it is.</param>
    /// <param name="folder">Held for as long as this lives.</param>
    public StoreFactory(ServerOptions options, DataFolderLock folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _options = options;

        // Creates what is not there, and brings it to the shape that this version expects. It stays open: readers of a SQLite file go on
        // while it is written for as long as somebody has it open so.
        _prepared = new Lazy<DisclosureStore>(() => DisclosureStore.Open(options.Store));
    }

    /// <summary>The store as it is.</summary>
    /// <exception cref="StoreException">It is not there or cannot be used.</exception>
    public DisclosureStore Open()
    {
        _ = _prepared.Value;
        return DisclosureStore.OpenExisting(_options.Store);
    }

    public void Dispose()
    {
        if (_prepared.IsValueCreated)
        {
            _prepared.Value.Dispose();
        }
    }
}
