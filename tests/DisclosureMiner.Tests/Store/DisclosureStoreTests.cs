using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using DisclosureMiner.Store.Engines;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Store;

public sealed class DisclosureStoreTests : IDisposable
{
    private static readonly MiningVersion Version = new("reading-1", "checks-1");

    private readonly TempFolder _folder = new();

    private string Db => _folder["store.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Migrations_are_numbered_without_gaps()
        => Migrations.Steps().Select(step => step.Number).ShouldBe(Enumerable.Range(1, Migrations.Latest));

    [Theory, EachEngine]
    public void A_new_store_takes_every_migration_once(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        place.Open().Dispose();
        place.Open().Dispose();

        Scalar(place, "SELECT COUNT(*) FROM migrations").ShouldBe(Migrations.Latest);
    }

    [Theory, EachEngine]
    public void What_was_stored_is_read_back_by_a_later_run(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a/b.txt");
        using (var store = place.Open())
        {
            Keep(store, mined);
        }

        using var later = DisclosureStore.OpenExisting(place.Address);
        SameParts.FirstDifference(Recording.Of(mined), later.Find(mined.Id)).ShouldBeNull();
        SameParts.FirstDifference(mined, later.Reopen(new LocatedDocument(mined.Id, ["a/b.txt"]), Version)).ShouldBeNull();
    }

    [Fact]
    public void A_record_of_a_version_that_knew_no_forms_is_read_without_one()
    {
        string json = RecordJson.Of(Recording.Of(SampleBudget.Create().Mine("a/b.txt")).Document);
        var old = JsonNode.Parse(json)!.AsObject();
        foreach (string later in new[] { "checksByFamily", "form", "formName", "formReason", "clean", "coreMissing" })
        {
            old.Remove(later).ShouldBeTrue();
        }

        DocumentRecord record = RecordReading.Document(old.ToJsonString());

        record.Organisation.ShouldBe(RecordReading.Document(json).Organisation);
        record.Form.ShouldBeNull();
        record.Families.ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public void What_is_kept_is_good_for_the_same_bytes_extension_and_versions_only(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        using var store = place.Open();
        Keep(store, mined);

        store.KeptOf(mined.Sha256, "other/name.TXT", Version).ShouldBe(Kept.Result);
        store.KeptOf(mined.Sha256, "a.txt", Version with { Checks = "checks-2" }).ShouldBe(Kept.Reading);
        store.KeptOf(mined.Sha256, "a.txt", new MiningVersion("reading-2", "checks-2")).ShouldBe(Kept.Nothing);
        store.KeptOf(mined.Sha256, "a.html", Version).ShouldBe(Kept.Nothing);
        store.KeptOf(new string('1', 64), "a.txt", Version).ShouldBe(Kept.Nothing);
    }

    [Theory, EachEngine]
    public void A_reading_comes_back_under_the_path_that_it_has_now(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        using var store = place.Open();
        Keep(store, mined);

        (FileIdentity file, Reading reading) = store.FindReading(mined.Sha256, "b/c.txt", Version)!.Value;
        file.ShouldBe(new FileIdentity("b/c.txt", mined.Sha256, "text/plain"));
        SameParts.FirstDifference(mined.Document, reading.Document).ShouldBeNull();
        store.FindReading(mined.Sha256, "b/c.txt", Version with { Reading = "reading-2" }).ShouldBeNull();
    }

    [Theory, EachEngine]
    public void What_might_end_otherwise_is_tried_again_and_read_only_if_it_was_not(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        MinedDocument failed = SampleBudget.Create().Mine("a.txt") with { Status = MiningStatus.Failed };
        using var store = place.Open();
        store.Save(failed, Version, isSettled: false);
        store.KeptOf(failed.Sha256, "a.txt", Version).ShouldBe(Kept.Nothing);

        store.SaveReading(new FileIdentity("a.txt", failed.Sha256, "text/plain"), Reading.Of(failed.Document!), Version);
        store.KeptOf(failed.Sha256, "a.txt", Version).ShouldBe(Kept.Reading);
    }

    [Theory, EachEngine]
    public void What_was_begun_and_not_ended_is_counted_for_its_version(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        using var store = place.Open();
        store.Begin(mined.Sha256, Version);
        store.Begin(mined.Sha256, Version);
        store.Attempts(mined.Sha256, Version).ShouldBe(2);

        store.Begin(mined.Sha256, Version with { Checks = "checks-2" });
        store.Attempts(mined.Sha256, Version with { Checks = "checks-2" }).ShouldBe(1);
        store.Attempts(mined.Sha256, Version).ShouldBe(0);

        store.Save(mined, Version);
        store.Attempts(mined.Sha256, Version with { Checks = "checks-2" }).ShouldBe(0, "a result ends it");
        store.Begin(mined.Sha256, Version);
        store.Drop([mined.Sha256]);
        store.Attempts(mined.Sha256, Version).ShouldBe(0, "what is dropped did no harm");
    }

    [Theory, EachEngine]
    public void A_document_mined_again_replaces_what_was_stored_of_it(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        using var store = place.Open();
        store.Save(mined, Version);
        store.Save(mined with { Discrepancies = [], Figures = mined.Figures[..2] }, Version);

        StoredDocument stored = store.Find(mined.Id)!;
        stored.Discrepancies.ShouldBeEmpty();
        stored.Figures.Select(figure => figure.Id).ShouldBe(mined.Figures.Take(2).Select(figure => figure.Id));
        stored.Paths.ShouldBe(["a.txt"]);
    }

    [Theory, EachEngine]
    public void A_path_belongs_to_the_document_that_lay_there_last(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        MinedDocument first = SampleBudget.Create().Mine("a.txt");
        MinedDocument second = first with { Id = "fedcba9876543210", Sha256 = new string('f', 64) };
        using var store = place.Open();
        store.Save(first, Version);
        store.Save(second, Version);

        store.Located().ShouldBe([("a.txt", second.Id)]);
        store.Findings(new FindingFilter()).Select(finding => finding.Discrepancy.Document).Distinct().ShouldBe([second.Id]);
    }

    [Theory, EachEngine]
    public void Findings_can_be_asked_for_by_what_they_are(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        using var store = place.Open();
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

    [Theory, EachEngine]
    public void A_document_is_found_by_id_path_the_end_of_its_path_or_a_part_of_its_name(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        using var store = place.Open();
        MinedDocument mined = SampleBudget.Create().Mine("in/2024/a.txt");
        store.Save(mined, Version);

        foreach (string reference in new[] { mined.Id, "0123", "in/2024/a.txt", "./in/2024/a.txt", "a.txt", "2024/a.txt", "A.T" })
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

    [Theory, EachEngine]
    public void A_store_of_a_newer_version_is_told(TestEngine engine)
    {
        using var place = new StorePlace(engine);
        place.Open().Dispose();
        Scalar(place, "INSERT INTO migrations (number, name) VALUES (9999, 'later'); SELECT 1");

        Should.Throw<StoreException>(() => place.Open()).Problem.ShouldBe(StoreProblem.Newer);
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

    private static void Keep(DisclosureStore store, MinedDocument mined)
    {
        store.SaveReading(new FileIdentity(mined.Path, mined.Sha256, mined.MediaType), Reading.Of(mined.Document!), Version);
        store.Save(mined, Version);
    }

    private static long Scalar(StorePlace place, string sql)
    {
        var engine = StoreEngine.For(place.Address, create: false);
        using DbConnection connection = engine.Connect();
        connection.Open();
        using DbCommand command = engine.Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
