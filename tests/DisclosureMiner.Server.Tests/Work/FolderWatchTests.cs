using DisclosureMiner.Server.Work;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using Microsoft.Extensions.Logging;

namespace DisclosureMiner.Server.Tests.Work;

public sealed class FolderWatchTests : IDisposable
{
    private const int TookIn = 4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task While_too_much_waits_files_stay_where_they_lie()
    {
        const int Most = 2, Files = 6;
        foreach ((string name, string text) in ManyDocuments.All(Files))
        {
            _folder.Write("inbox/" + name, text);
        }

        var options = new ServerOptions
        {
            DataFolder = _folder.Path,
            Watched = [_folder["inbox"]],
            MaxBacklog = Most,
            Poll = TimeSpan.FromMilliseconds(10),
        };
        using var log = new LogEvents();
        using var stores = new StoreFactory(options, new DataFolderLock(options));
        using DisclosureStore store = stores.Open();
        using var watch = new FolderWatch(options, stores, new ContentStore(options.Blobs), new WorkStatus(stores, options, TimeProvider.System), TimeProvider.System, new LoggerFactory([log]).CreateLogger<FolderWatch>());
        await watch.StartAsync(CancellationToken.None);
        for (int taken = 1; taken <= Files; taken++)
        {
            await log.Next(TookIn);
            store.CountDue(Files, WorkKind.Mine).ShouldBeLessThanOrEqualTo(Most);
            if (taken >= Most)
            {
                store.Complete(store.Take("somebody", TimeSpan.FromMinutes(1), WorkKind.Mine)!).ShouldBeTrue();
            }
        }

        await watch.StopAsync(CancellationToken.None);
        store.WorkIn(WorkState.Done, Files).Length.ShouldBe(Files - Most + 1);
    }
}
