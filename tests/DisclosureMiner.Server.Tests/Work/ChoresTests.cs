using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Sources;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;
using Microsoft.Extensions.DependencyInjection;

namespace DisclosureMiner.Server.Tests.Work;

public sealed class ChoresTests : IDisposable
{
    private static readonly DateTimeOffset Night = new(2024, 2, 20, 18, 15, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_done_and_captured_long_ago_is_forgotten_and_what_was_taken_in_stays()
    {
        await using RunningServer server = await RunningServer.Start(
            _folder.Path,
            services => services.AddSingleton<TimeProvider>(new InHalfAYear()),
            "--roles=web",
            "--DisclosureMiner:RetentionDays=90");
        var content = new ContentStore(_folder["blobs"]);
        string listed = await Keep(content, "a list"), now = await Keep(content, "the list as it is"), also = await Keep(content, "an upload");
        string unfinished = _folder.Write("blobs/unfinished/1", "a begi");
        using DisclosureStore store = DisclosureStore.Open(_folder["disclosures.db"]);
        store.CrawlMemory.Save(Capture(listed, 0));
        store.CrawlMemory.Save(Capture(also, 1));
        store.CrawlMemory.Save(Capture(now, 2));
        store.Arrive(new Arrival("upload/a.html", also, 9, "upload", Night, null));
        store.Complete(store.Take("somebody", TimeSpan.FromMinutes(1), WorkKind.Mine)!).ShouldBeTrue();
        store.Ask(WorkKind.Report, WorkItem.All);

        ActivatorUtilities.CreateInstance<Chores>(server.Services).Run();

        store.Captures("s", "http://a.example/").ShouldHaveSingleItem().Sha256.ShouldBe(now);
        (content.Has(listed), content.Has(also), content.Has(now), File.Exists(unfinished)).ShouldBe((false, true, true, false));
        store.WorkIn(WorkState.Done, 10).ShouldBeEmpty();
        store.WorkIn(WorkState.Queued, 10).ShouldHaveSingleItem().Kind.ShouldBe(WorkKind.Report);
        store.FindArrival("upload/a.html").ShouldNotBeNull();
    }

    private static async Task<string> Keep(ContentStore content, string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await content.KeepAsync(bytes, 100)).Sha256;
    }

    private static CrawlCapture Capture(string sha256, int day) => new(
        $"run {day}", "s", "http://a.example/", "http://a.example/", LinkRole.Page, Night.AddDays(day), 200,
        ImmutableSortedDictionary<string, string>.Empty, sha256, 9, "text/html", "a", "b", null, null);

    private sealed class InHalfAYear : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(180);
    }
}
