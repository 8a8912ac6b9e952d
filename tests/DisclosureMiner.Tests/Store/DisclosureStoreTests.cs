using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Samples;
using Microsoft.Data.Sqlite;

namespace DisclosureMiner.Tests.Store;

public sealed class DisclosureStoreTests : IDisposable
{
    private static readonly MiningVersion Version = new("reader-1", "rules-1");

    private readonly TempFolder _folder = new();

    private string Db => _folder["store.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Migrations_are_numbered_without_gaps()
        => Migrations.Steps().Select(step => step.Number).ShouldBe(Enumerable.Range(1, Migrations.Latest));

    [Fact]
    public void A_new_store_takes_every_migration_once()
    {
        DisclosureStore.Open(Db).Dispose();
        DisclosureStore.Open(Db).Dispose();

        Scalar("SELECT COUNT(*) FROM migrations").ShouldBe(Migrations.Latest);
    }

    [Fact]
    public void What_was_stored_is_read_back_by_a_later_run()
    {
        MinedDocument mined = SampleBudget.Create().Mine("a/b.txt");
        using (var store = DisclosureStore.Open(Db))
        {
            store.Save(mined, Version);
        }

        using var later = DisclosureStore.OpenExisting(Db);
        SameParts.FirstDifference(Recording.Of(mined), later.Find(mined.Id)).ShouldBeNull();
        SameParts.FirstDifference(mined, later.Reopen(new LocatedDocument(mined.Id, ["a/b.txt"]), Version)).ShouldBeNull();
    }

    [Fact]
    public void A_result_counts_only_for_the_same_bytes_extension_reader_and_rules()
    {
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        using var store = DisclosureStore.Open(Db);
        store.Save(mined, Version);

        store.Has(mined.Sha256, "other/name.TXT", Version).ShouldBeTrue();
        store.Has(mined.Sha256, "a.html", Version).ShouldBeFalse();
        store.Has(new string('1', 64), "a.txt", Version).ShouldBeFalse();
        store.Has(mined.Sha256, "a.txt", Version with { Reader = "reader-2" }).ShouldBeFalse();
        store.Has(mined.Sha256, "a.txt", Version with { Rules = "rules-2" }).ShouldBeFalse();
    }

    [Fact]
    public void What_failed_is_tried_again()
    {
        MinedDocument failed = SampleBudget.Create().Mine("a.txt") with { Status = MiningStatus.Failed };
        using var store = DisclosureStore.Open(Db);
        store.Save(failed, Version);

        store.Has(failed.Sha256, "a.txt", Version).ShouldBeFalse();
    }

    [Fact]
    public void A_document_mined_again_replaces_what_was_stored_of_it()
    {
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        using var store = DisclosureStore.Open(Db);
        store.Save(mined, Version);
        store.Save(mined with { Discrepancies = [], Figures = mined.Figures[..2] }, Version);

        StoredDocument stored = store.Find(mined.Id)!;
        stored.Discrepancies.ShouldBeEmpty();
        stored.Figures.Select(figure => figure.Id).ShouldBe(mined.Figures.Take(2).Select(figure => figure.Id));
        stored.Paths.ShouldBe(["a.txt"]);
    }

    [Fact]
    public void A_path_belongs_to_the_document_that_lay_there_last()
    {
        MinedDocument first = SampleBudget.Create().Mine("a.txt");
        MinedDocument second = first with { Id = "fedcba9876543210", Sha256 = new string('f', 64) };
        using var store = DisclosureStore.Open(Db);
        store.Save(first, Version);
        store.Save(second, Version);

        store.Located().ShouldBe([("a.txt", second.Id)]);
        store.Findings(new FindingFilter()).Select(finding => finding.Discrepancy.Document).Distinct().ShouldBe([second.Id]);
    }

    [Fact]
    public void Findings_can_be_asked_for_by_what_they_are()
    {
        using var store = DisclosureStore.Open(Db);
        store.Save(SampleBudget.Create().Mine("a.txt"), Version);
        int Count(FindingFilter filter) => store.Findings(filter).Length;

        Count(new FindingFilter()).ShouldBe(4);
        Count(new FindingFilter(Least: Severity.Warning)).ShouldBe(3);
        Count(new FindingFilter(Rule: "N-")).ShouldBe(2);
        Count(new FindingFilter(Rule: "N-06")).ShouldBe(1);
        Count(new FindingFilter(Verdict: Verdict.DecisionConflict)).ShouldBe(1);
        Count(new FindingFilter(Organisation: "档案", FiscalYear: 2024)).ShouldBe(4);
        Count(new FindingFilter(FiscalYear: 2023)).ShouldBe(0);
    }

    [Fact]
    public void A_document_is_found_by_id_path_or_the_end_of_its_path()
    {
        using var store = DisclosureStore.Open(Db);
        MinedDocument mined = SampleBudget.Create().Mine("in/2024/a.txt");
        store.Save(mined, Version);

        foreach (string reference in new[] { mined.Id, "0123", "in/2024/a.txt", "./in/2024/a.txt", "a.txt", "2024/a.txt" })
        {
            store.Resolve(reference).ShouldBe([("in/2024/a.txt", mined.Id)], reference);
        }

        store.Resolve("4/a.txt").ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_no_store_is_told_and_left_alone()
    {
        _folder.Write("store.db", new string('x', 4096));

        Should.Throw<StoreException>(() => DisclosureStore.Open(Db)).Problem.ShouldBe(StoreProblem.NotAStore);
        File.ReadAllText(Db).ShouldBe(new string('x', 4096));
    }

    [Fact]
    public void A_store_of_a_newer_version_is_told()
    {
        DisclosureStore.Open(Db).Dispose();
        Scalar("INSERT INTO migrations (number, name) VALUES (9999, 'later'); SELECT 1");

        Should.Throw<StoreException>(() => DisclosureStore.Open(Db)).Problem.ShouldBe(StoreProblem.Newer);
    }

    [Fact]
    public void A_closed_store_is_one_plain_file()
    {
        using (var store = DisclosureStore.Open(Db))
        {
            store.Save(SampleBudget.Create().Mine("a.txt"), Version);
        }

        _folder.Files().Keys.ShouldBe(["store.db"]);
        File.ReadAllBytes(Db)[18].ShouldBe((byte)1, "a write-ahead log could not be read from a read-only folder");
    }

    [Fact]
    public void A_missing_store_and_a_folder_in_its_place_are_told()
    {
        Should.Throw<StoreException>(() => DisclosureStore.OpenExisting(Db)).Problem.ShouldBe(StoreProblem.Missing);
        Should.Throw<StoreException>(() => DisclosureStore.Open(_folder.Path)).Problem.ShouldBe(StoreProblem.CannotOpen);
    }

    private long Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Db};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
