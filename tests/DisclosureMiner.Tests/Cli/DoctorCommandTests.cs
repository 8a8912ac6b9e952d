using DisclosureMiner.Cli;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Store;
using Microsoft.Data.Sqlite;

namespace DisclosureMiner.Tests.Cli;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly CrawledSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_sound_set_up_has_nothing_wrong()
    {
        await _site.Crawl();
        Directory.CreateDirectory(_site.Folder["data/inbox"]);
        CommandRun run = await Look();

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Out);
        run.Out.ShouldNotContain("wrong");
        run.Out.ShouldContain("ok     sources    1 source, 1 enabled\n");
        run.Out.ShouldContain("ok     content    " + _site.Folder["data/blobs"] + ": 2 originals looked at, all whole\n");
        run.Out.ShouldContain("ok     backlog    0 waiting, 0 under way, 0 to be tried again\n");
        run.Out.ShouldContain("ok     versions   2 documents, all mined by this version\n");
        run.Out.ShouldContain("ok     inbox      ");
    }

    [Fact]
    public async Task A_folder_that_is_yet_empty_is_not_wrong_and_stays_empty()
    {
        CommandRun run = await Look();

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Out);
        run.Out.ShouldContain("warn   store      ");
        Directory.Exists(_site.Folder["data"]).ShouldBeFalse();
    }

    [Fact(Timeout = 120_000)]
    public async Task Lost_and_damaged_originals_are_found()
    {
        await _site.Crawl("--no-mine");
        string[] blobs = [.. Directory.EnumerateFiles(_site.Folder["data/blobs"], "*", SearchOption.AllDirectories)];
        await File.AppendAllTextAsync(blobs[0], "x");
        CommandRun damaged = await Look();
        damaged.ExitCode.ShouldBe(ExitCodes.Found);
        damaged.Out.ShouldContain("of 2 originals looked at, 1 damaged (crawl/test-city/");

        File.Delete(blobs[1]);
        (await Look()).Out.ShouldContain("wrong  content    " + _site.Folder["data/blobs"] + ": of 2 originals looked at, 1 not there (crawl/test-city/");
    }

    [Fact]
    public async Task Work_that_nobody_does_is_told_of()
    {
        using (var store = DisclosureStore.Open(_site.Db))
        {
            store.Ask(WorkKind.Mine, new string('a', 64));
            store.GiveUp(store.Take("here:1", TimeSpan.FromMinutes(1), WorkKind.Mine)!, "The kept bytes are damaged.").ShouldBeTrue();
            store.Ask(WorkKind.Mine, new string('b', 64));
            store.Take("gone:7", TimeSpan.FromHours(-1), WorkKind.Mine).ShouldNotBeNull();
        }

        Change("INSERT INTO work (kind, subject, state, wanted, tries, due, since) VALUES ('mine', 'c', 'queued', 1, 0, 1, 1)");
        CommandRun run = await Look();

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Out);
        run.Out.ShouldContain("warn   failed     1 piece of work given up: aaaaaaaaaaaaaaaa: The kept bytes are damaged.");
        run.Out.ShouldContain("warn   leases     1 piece of work left by a worker that died (gone:7)");
        run.Out.ShouldContain("warn   backlog    1 waiting (the oldest for ");
    }

    [Fact(Timeout = 120_000)]
    public async Task Documents_of_another_version_and_a_newer_store_are_told_of()
    {
        await _site.Crawl();
        Change("UPDATE documents SET reading_version = 'earlier'");
        (await Look()).Out.ShouldContain("warn   versions   2 documents mined by another version");

        Change("INSERT INTO migrations (number, name) VALUES (9999, 'later')");
        CommandRun newer = await Look();
        newer.ExitCode.ShouldBe(ExitCodes.Found);
        newer.Out.ShouldContain("wrong  shape      The shape is 9999");
    }

    [Fact]
    public async Task Files_that_are_wrong_are_named()
    {
        _site.Folder.Write("data/disclosures.db", "this is no database, and long enough to be told from an empty one");
        _site.Folder.Write("data/register.csv", "code,name\n1,甲\n");
        _site.Folder.Write("sources/test-city.yaml", "id: Test City\n");
        CommandRun run = await Look();

        run.ExitCode.ShouldBe(ExitCodes.Found);
        run.Out.ShouldContain("wrong  sources    ");
        run.Out.ShouldContain("/sources/test-city.yaml:1:5: expected small letters, digits and hyphens");
        run.Out.ShouldContain("wrong  register   ");
        run.Out.ShouldContain("wrong  store      " + _site.Db + " is no store of this program, or it is damaged.");
        run.Error.ShouldBe("Something is wrong.\n");
    }

    [Fact]
    public async Task A_contact_out_of_the_examples_is_no_contact()
    {
        string path = Path.Combine(_site.Sources, "test-city.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("https://crawl.test/about", "crawl@example.org"));

        (await Look()).Out.ShouldContain("warn   sources    The contact of enabled sources is an example's: test-city.");
    }

    [PostgresFact]
    public async Task A_database_on_a_server_is_looked_at_without_a_change()
    {
        using var place = new StorePlace(TestEngine.Postgres);
        string[] words = ["doctor", "--postgres", place.Address, "--content", _site.Folder["blobs"], "--sources", _site.Sources];
        CommandRun empty = await CommandRun.Of(words);
        empty.ExitCode.ShouldBe(ExitCodes.Ok, empty.Out);
        empty.Out.ShouldContain("ok     engine     PostgreSQL ");
        empty.Out.ShouldContain("ok     clock      ");
        empty.Out.ShouldContain("warn   shape      The database is empty");
        DisclosureStore.Look(place.Address).Level.ShouldBe(0);

        place.Open().Dispose();
        (await CommandRun.Of(words)).Out.ShouldContain("ok     shape      ");
        CommandRun late = await CommandRun.At(DateTimeOffset.UtcNow.AddSeconds(-60), words);
        late.Out.ShouldContain("warn   clock      This machine's clock is ");
        late.Out.ShouldContain(" s behind the server's.");
    }

    private Task<CommandRun> Look() => CommandRun.Of("doctor", "--data", _site.Folder["data"], "--sources", _site.Sources);

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_site.Db};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
