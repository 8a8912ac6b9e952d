using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Reports;

public sealed class ReportFileTests : IDisposable
{
    private static readonly MiningVersion Version = new("reading", "checks");

    private readonly TempFolder _folder = new();
    private readonly DisclosureStore _store;

    public ReportFileTests()
    {
        _store = DisclosureStore.Open(_folder["store.db"]);
        Directory.CreateDirectory(_folder["out"]);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Of_one_document_everything_stands_on_one_page()
    {
        Write("a");

        _folder.Files("out").Keys.ShouldBe(["report.html"]);
        File.ReadAllText(_folder["out/report.html"]).ShouldContain("id=\"d1-ledger\"");
    }

    [Fact]
    public void Of_several_each_has_a_page_beside_that_of_all()
    {
        Write("a", "b");

        _folder.Files("out").Keys.ShouldBe(["report.html", "report/aaaaaaaaaaaaaaaa.html", "report/bbbbbbbbbbbbbbbb.html"]);
        File.ReadAllText(_folder["out/report.html"]).ShouldNotContain("-ledger\"");
        File.ReadAllText(_folder["out/report/bbbbbbbbbbbbbbbb.html"]).ShouldContain("href=\"../report.html#xbbbbbbbbbbbbbbbb\"");
    }

    [Fact]
    public void Pages_that_are_no_longer_asked_for_go_and_what_others_keep_there_stays()
    {
        Write("a", "b", "c");
        _folder.Write("out/report/notes.html", "x");
        Write("a", "c");
        _folder.Files("out").Keys.ShouldBe(
            ["report.html", "report/aaaaaaaaaaaaaaaa.html", "report/cccccccccccccccc.html", "report/notes.html"]);

        Write("a");
        _folder.Files("out").Keys.ShouldBe(["report.html", "report/notes.html"]);
    }

    private void Write(params string[] names)
    {
        var documents = new List<LocatedDocument>();
        foreach (string name in names)
        {
            MinedDocument mined = SampleBudget.Create().Mine(name + ".txt") with
            {
                Id = string.Concat(Enumerable.Repeat(name, 16)),
                Sha256 = string.Concat(Enumerable.Repeat(name, 64)),
            };
            _store.SaveReading(new FileIdentity(mined.Path, mined.Sha256, mined.MediaType), Reading.Of(mined.Document!), Version);
            _store.Save(mined, Version);
            documents.Add(new LocatedDocument(mined.Id, mined.Paths));
        }

        ReportFile.Write(_folder["out"], _store, documents, new ReportOptions(Version, Language.Zh, new RuleBook([])));
    }
}
