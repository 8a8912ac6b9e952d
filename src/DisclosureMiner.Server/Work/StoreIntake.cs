using DisclosureMiner.Pipelines;
using DisclosureMiner.Server.Ingestion;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Work;

/// <summary>Takes in what is uploaded: under the folder <c>upload</c>, so that it gets into nobody's way.</summary>
internal sealed class StoreIntake(StoreFactory stores, ServerOptions options, TimeProvider clock) : IIntake
{
    public async Task<Ingestion.Receipt> Receive(Stream bytes, string fileName, string origin, CancellationToken stop)
    {
        using DisclosureStore store = stores.Open();
        Pipelines.Receipt receipt = await new Intake(store, new ContentStore(options.Blobs), clock)
            .ReceiveAsync(bytes, $"{origin}/{fileName}", origin, stop: stop);
        return new Ingestion.Receipt(receipt.Id, receipt.Sha256, fileName, receipt.IsNew);
    }
}
