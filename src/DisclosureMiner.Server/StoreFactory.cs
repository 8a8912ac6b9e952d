using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server;

/// <summary>Opens the store, for a request or a piece of work.</summary>
internal sealed class StoreFactory
{
    private readonly ServerOptions _options;
    private readonly Lazy<bool> _prepared;

    /// <param name="options">Say where it is.</param>
    /// <param name="folder">Held for as long as this lives.</param>
    public StoreFactory(ServerOptions options, DataFolderLock folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _options = options;

        // Creates what is not there, and brings it to the shape that this version expects.
        _prepared = new Lazy<bool>(() =>
        {
            DisclosureStore.Open(options.Store).Dispose();
            return true;
        });
    }

    /// <summary>The store as it is.</summary>
    /// <exception cref="StoreException">It is not there or cannot be used.</exception>
    public DisclosureStore Open()
    {
        _ = _prepared.Value;
        return DisclosureStore.OpenExisting(_options.Store);
    }
}
