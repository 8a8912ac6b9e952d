using System.Text;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Sources;

public sealed class ContentStoreTests : IDisposable
{
    private const string Hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bytes_are_kept_once_under_their_hash()
    {
        var store = new ContentStore(_folder["blobs"]);

        (await Keep(store, "hello")).ShouldBe(new ContentName(Hello, 5, IsNew: true));
        (await Keep(store, "hello")).ShouldBe(new ContentName(Hello, 5, IsNew: false));

        store.Has(Hello).ShouldBeTrue();
        _folder.Files("blobs").Keys.ShouldBe([$"2c/{Hello}"]);
        File.ReadAllText(store.PathOf(Hello)).ShouldBe("hello");
    }

    [Fact]
    public async Task Too_many_bytes_leave_nothing()
    {
        var store = new ContentStore(_folder["blobs"]);

        ContentTooLargeException refused = await Should.ThrowAsync<ContentTooLargeException>(() => Keep(store, "hello", most: 4));

        refused.Most.ShouldBe(4);
        _folder.Files("blobs").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_begun_long_ago_is_tidied_away_and_what_is_kept_stays()
    {
        var store = new ContentStore(_folder["blobs"]);
        await Keep(store, "hello");
        _folder.Write("blobs/unfinished/1234", "hel");

        store.Tidy(DateTime.UtcNow.AddDays(-1));
        _folder.Files("blobs").Count.ShouldBe(2, "somebody may be writing it");
        store.Tidy(DateTime.UtcNow.AddDays(1));

        _folder.Files("blobs").Keys.ShouldBe([$"2c/{Hello}"]);
    }

    [Fact]
    public async Task What_somebody_has_brought_again_is_not_deleted()
    {
        var store = new ContentStore(_folder["blobs"]);
        await Keep(store, "hello");
        DateTime yesterday = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(store.PathOf(Hello), yesterday.AddDays(-1));
        await Keep(store, "hello");

        store.Delete(Hello, yesterday).ShouldBeFalse();
        store.Has(Hello).ShouldBeTrue();
        File.SetLastWriteTimeUtc(store.PathOf(Hello), yesterday.AddDays(-1));
        store.Delete(Hello, yesterday).ShouldBeTrue();
        store.Delete(Hello, yesterday).ShouldBeFalse();
        store.Has(Hello).ShouldBeFalse();
    }

    private static async Task<ContentName> Keep(ContentStore store, string text, long most = 100)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await store.KeepAsync(bytes, most);
    }
}
