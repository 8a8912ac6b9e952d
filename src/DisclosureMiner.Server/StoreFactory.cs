using DisclosureMiner.Store;

namespace DisclosureMiner.Server;

/// <summary>Opens the store, for a request or a piece of work.</summary>
internal sealed class StoreFactory(ServerOptions options)
{
    /// <summary>The store as it is.</summary>
    /// <exception cref="StoreException">It is not there or cannot be used.</exception>
    public DisclosureStore Open() => DisclosureStore.OpenExisting(options.Store);

    /// <summary>Creates what is not there, and brings it to the shape that this version expects.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public void Prepare() => DisclosureStore.Open(options.Store).Dispose();
}
