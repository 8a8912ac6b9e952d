using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>A page with prose, and its tables in an attachment.</summary>
public sealed class PublicationTests : IDisposable
{
    private const string Whole = "yunpu-forestry-2025-budget.html", Page = "page.html", Tables = "tables.html", Address = "http://a.example/page.html";

    private static readonly DateTimeOffset Night = new(2025, 2, 20, 18, 15, 0, TimeSpan.Zero);
    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    private readonly TempFolder _folder = new();
    private readonly DisclosureStore _store;

    public PublicationTests() => _store = DisclosureStore.Open(_folder["store.db"]);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Prose_of_the_page_is_held_against_the_attached_tables_and_nothing_is_missing()
    {
        MineParts();
        int decided = Find(Page).Checks.Count(check => check.Verdict != Verdict.NotChecked);
        Find(Page).Checks.ShouldNotContain(check => check.Rule == "D-01", "what is missing may be attached");

        Publish(Page, Tables);

        StoredDocument page = Find(Page);
        CheckRecord[] across = [.. page.Checks.Where(check => check.Evidence.Any(side => side.Document == Find(Tables).Document.Id))];
        across.Length.ShouldBeGreaterThan(20);
        across.ShouldAllBe(check => check.Rule == "N-01" && check.Verdict == Verdict.Exact);
        page.Checks.Count(check => check.Verdict != Verdict.NotChecked).ShouldBeGreaterThan(decided + 20);
        page.Checks.Where(check => check.Rule == "D-01").ShouldNotBeEmpty();
        page.Checks.Where(check => check.Rule == "D-01").ShouldAllBe(check => check.Verdict == Verdict.Exact);
        page.Discrepancies.ShouldBeEmpty();
    }

    [Fact]
    public void An_amount_that_differs_from_the_attached_tables_is_one_discrepancy_of_the_page()
    {
        MineParts("政府性基金预算拨款收入25.00万元，占2.12%", "政府性基金预算拨款收入52.00万元，占2.12%");
        string[] alone = [.. Find(Page).Discrepancies.Select(found => found.Id)];
        Publish(Page, Tables);

        DiscrepancyRecord found = Find(Page).Discrepancies.Where(found => !alone.Contains(found.Id)).ShouldHaveSingleItem();
        (found.Rule, found.Severity, found.Stated).ShouldBe(("N-01", Severity.Error, "52.00"));
        found.Title.Zh.ShouldStartWith("叙述金额与同时公开的另一份文件不一致");
    }

    [Fact]
    public void What_is_published_together_is_no_version_of_each_other()
    {
        string text = File.ReadAllText(Path.Combine(TestPaths.Corpus, Whole));
        MineBoth(text, text.Replace("</body>", "<!-- attached --></body>", StringComparison.Ordinal));
        Versions().ShouldNotBeEmpty("nobody knows yet that they belong together");

        Publish(Page, Tables);

        Versions().ShouldBeEmpty();

        IEnumerable<CheckRecord> Versions() => Find(Page).Checks.Concat(Find(Tables).Checks).Where(check => check.Rule == "X-06");
    }

    [Fact]
    public void While_a_file_of_the_publication_is_not_mined_nothing_is_said_to_be_missing()
    {
        MineParts();
        Publish(Page, Tables, "later.pdf");

        Find(Page).Checks.ShouldNotContain(check => check.Rule == "D-01");
    }

    private void MineParts(string from = "", string to = "")
    {
        string text = File.ReadAllText(Path.Combine(TestPaths.Corpus, Whole));
        int tables = text.IndexOf("<h2>第三部分", StringComparison.Ordinal), after = text.IndexOf("<h2>第四部分", StringComparison.Ordinal);
        string page = text[..tables] + "<p>附件：<a href=\"tables.html\">云浦县林业局2025年部门预算公开表.html</a></p>" + text[after..];
        if (from.Length > 0)
        {
            page.ShouldContain(from);
            page = page.Replace(from, to, StringComparison.Ordinal);
        }

        MineBoth(page, $"<html><body><h1>云浦县林业局2025年部门预算公开表</h1>{text[tables..after]}</body></html>");
    }

    private void MineBoth(string page, string attached)
    {
        _folder.Write(Page, Encoding.UTF8.GetBytes(page));
        _folder.Write(Tables, Encoding.UTF8.GetBytes(attached));
        new Miner(_store, Default).Run([new InputFile(_folder[Page], Page), new InputFile(_folder[Tables], Tables)], 1, new Unwatched());
    }

    private void Publish(params string[] names)
    {
        _store.CrawlMemory.Save(
            new CrawledPublication("s", Address, "预算", null, "http://a.example/", [.. names.Select(FileOf)]), "run", Night);
        _store.IsOwed(WorkKind.Compare).ShouldBeTrue("they were compared before it was known that they belong together");
        new AcrossPass(_store, Default).Run(1, CancellationToken.None);
    }

    private PublicationFile FileOf(string name) => new(
        "http://a.example/" + name,
        name == Page ? LinkRole.Page : LinkRole.Attachment,
        File.Exists(_folder[name]) ? Find(name).Document.Sha256! : new string('0', 64),
        "text/html",
        name,
        name);

    private StoredDocument Find(string name) => _store.Find(_store.Resolve(name)[0].Id)!;
}
