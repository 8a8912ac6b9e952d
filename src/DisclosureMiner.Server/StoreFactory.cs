using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server;

/// <summary>Opens the store, for a request or a piece of work.</summary>
internal sealed class StoreFactory : IDisposable
{
    private readonly ServerOptions _options;
    private readonly Lazy<DisclosureStore?> _prepared;

    /// <param name="options">Say where it is.</param>
    /// <param name="folder">Held for as long as this lives.</param>
    public StoreFactory(ServerOptions options, DataFolderLock folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _options = options;
        _prepared = new Lazy<DisclosureStore?>(Prepare);
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
            _prepared.Value?.Dispose();
        }
    }

    /// <summary>Creates what is not there, and brings it to the shape that this version expects.</summary>
    private DisclosureStore? Prepare()
    {
        var store = DisclosureStore.Open(_options.Store);
        if (_options.Postgres is null)
        {
            // As long as one is open so, readers of the file do not wait for writers, nor these for them.
            return store;
        }

        store.Dispose();
        return null;
    }
}
