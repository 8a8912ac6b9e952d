using DisclosureMiner.Cli;
using DisclosureMiner.Store;
using Microsoft.Data.Sqlite;

namespace DisclosureMiner.Tests.Cli;

public sealed class BackupCommandTests : IDisposable
{
    private readonly CrawledSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact(Timeout = 240_000)]
    public async Task A_store_that_is_being_written_is_copied_and_its_copy_gives_the_same_outputs()
    {
        (await _site.Crawl()).ExitCode.ShouldBe(ExitCodes.Ok);
        await Report(_site.Db, "before");

        CommandRun backup;
        using (var store = DisclosureStore.Open(_site.Db))
        using (var other = new SqliteConnection($"Data Source={_site.Db};Pooling=false"))
        {
            // Somebody is in the midst of a change, which is no part of what is copied.
            other.Open();
            using SqliteTransaction transaction = other.BeginTransaction();
            using SqliteCommand change = other.CreateCommand();
            change.Transaction = transaction;
            change.CommandText = "DELETE FROM discrepancies";
            change.ExecuteNonQuery().ShouldBeGreaterThan(0);
            backup = await CommandRun.Of("backup", _site.Folder["backup"], "--db", _site.Db);
            transaction.Rollback();
        }

        backup.ExitCode.ShouldBe(ExitCodes.Ok, backup.Error);
        backup.Out.ShouldStartWith($"Copied the database and 2 originals (0.0 MB) to {_site.Folder["backup"]}.");
        await Report(_site.Folder["backup/disclosures.db"], "after");
        _site.Folder.Files("after").ShouldBe(_site.Folder.Files("before"));
        _site.Folder.Files("backup/blobs").ShouldBe(_site.Folder.Files("data/blobs"));

        // The copy is a data folder as good as the first.
        CommandRun again = await CommandRun.Of("crawl", "--sources", _site.Sources, "--db", _site.Folder["backup/disclosures.db"]);
        again.Error.ShouldContain("Mined 0, had before 0");
        again.Out.ShouldContain("new 0, changed 0, disappeared 0");
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        DisclosureStore.Open(_site.Db).Dispose();
        string mine = _site.Folder.Write("backup/mine.txt", "mine");

        CommandRun run = await CommandRun.Of("backup", _site.Folder["backup"], "--db", _site.Db);
        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain("is not empty");
        Directory.GetFileSystemEntries(_site.Folder["backup"]).ShouldBe([mine]);

        Directory.CreateDirectory(_site.Folder["empty"]);
        (await CommandRun.Of("backup", _site.Folder["empty"], "--db", _site.Db)).ExitCode.ShouldBe(ExitCodes.Ok);
        File.Exists(_site.Folder["empty/disclosures.db"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_database_on_a_server_only_the_originals_are_copied()
    {
        _site.Folder.Write("blobs/ab/ab12", "original");
        _site.Folder.Write("blobs/unfinished/1", "begun");

        CommandRun run = await CommandRun.Of("backup", _site.Folder["backup"], "--db", "Host=localhost;Database=none", "--content", _site.Folder["blobs"]);
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Out.ShouldContain("pg_dump");
        _site.Folder.Files("backup").Keys.ShouldBe(["blobs/ab/ab12"]);
    }

    private async Task Report(string db, string name)
    {
        CommandRun run = await CommandRun.Of("report", "--db", db, "--out", _site.Folder[name]);
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
    }
}
