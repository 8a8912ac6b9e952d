using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>Documents of one store compared with each other, as they come.</summary>
public sealed class AcrossPassTests : IDisposable
{
    private const string Before = "qingluo-archives-2024-budget.txt", Own = "qingluo-archives-2025-budget.txt";

    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    private readonly TempFolder _folder = new();
    private readonly DisclosureStore _store;

    public AcrossPassTests() => _store = DisclosureStore.Open(_folder["store.db"]);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_agrees_with_last_years_document_is_verified_by_it()
    {
        Mine(Before, Own);

        StoredDocument own = Find(Own);
        CheckRecord[] across = [.. own.Checks.Where(check => check.Rule == "X-01")];
        across.Length.ShouldBe(12);
        across.ShouldAllBe(check => check.Verdict == Verdict.Exact);
        across[0].Evidence.Select(side => side.Document).ShouldBe([own.Document.Id, Find(Before).Document.Id]);
        own.Document.Checks.Total.ShouldBe(own.Checks.Length);
        FigureRecord procurement = own.Figures.First(figure => figure.Text == "29.40万元");
        procurement.Obligations.ShouldContain(across.First(check => check.Evidence[0].Figure == procurement.Id).Id);
    }

    [Fact]
    public void It_does_not_matter_which_document_comes_first()
    {
        Mine(Own);
        Find(Own).Checks.ShouldNotContain(check => check.Rule == "X-01");
        Mine(Before);

        using DisclosureStore together = DisclosureStore.Open(_folder["together.db"]);
        Mine(together, 2, Before, Own);

        foreach (string name in (string[])[Before, Own])
        {
            foreach (string part in (string[])["figures", "checks", "facts", "discrepancies"])
            {
                string id = Find(name).Document.Id;
                _store.Json(part, id).ShouldBe(together.Json(part, id));
            }

            DisclosureMiner.Tests.Store.SameParts.FirstDifference(Reopen(_store, name), Reopen(together, name)).ShouldBeNull();
        }
    }

    [Fact]
    public void A_difference_is_one_discrepancy_of_the_later_document_and_one_more_finds_it_nowhere_else()
    {
        string[] alone = [.. MineChanged("29.40万元，增加12.75万元，增长43.37%", "28.40万元，增加13.75万元，增长48.42%", Own)];
        Mine(Before);

        DiscrepancyRecord found = Find(Own).Discrepancies.Where(discrepancy => !alone.Contains(discrepancy.Id)).ShouldHaveSingleItem();
        (found.Rule, found.Severity, found.Stated, found.Difference).ShouldBe(("X-01", Severity.Warning, "28.40", "-1"));
        found.Message.Zh.ShouldContain("《青萝县档案馆 2024 年部门预算公开》四、政府采购预算");
        Find(Before).Checks.ShouldNotContain(check => check.Rule.StartsWith("X-"));
    }

    [Fact]
    public void A_conflict_over_a_number_that_is_known_to_be_wrong_is_told_with_it()
    {
        string[] alone = [.. MineChanged("29.40万元，增加", "24.90万元，增加", Own)];
        DiscrepancyRecord known = Find(Own).Discrepancies.First(discrepancy => discrepancy.Evidence.Any(side => side.Value == "24.90万元"));
        Mine(Before);

        Find(Own).Discrepancies.Select(discrepancy => discrepancy.Id).ShouldBe(alone);
        DiscrepancyRecord now = Find(Own).Discrepancies.First(discrepancy => discrepancy.Id == known.Id);
        now.ValuesHash.ShouldBe(known.ValuesHash);
        now.Caused.Length.ShouldBe(known.Caused.Length + 1);
        now.Evidence[^1].Document.ShouldBe(Find(Before).Document.Id);
    }

    [Fact]
    public void A_department_is_compared_with_its_units_when_the_last_of_them_arrives()
    {
        Mine("yunpu-forestry-2025-budget.html", "yunpu-forestry-bureau-2025-unit-budget.txt");
        Find("yunpu-forestry-2025-budget.html").Checks.Where(check => check.Rule == "X-04").ShouldHaveSingleItem().Reason.ShouldBe("units-missing");

        Mine("yunpu-forest-farms-2025-unit-budget.html");

        StoredDocument department = Find("yunpu-forestry-2025-budget.html");
        department.Checks.Count(check => check is { Rule: "X-04", Verdict: Verdict.Exact }).ShouldBeGreaterThan(200);
        department.Checks.Where(check => check is { Rule: "X-04", Verdict: Verdict.NotChecked }).ShouldAllBe(check => check.Reason == "partner-in-doubt");
        department.Discrepancies.ShouldNotContain(found => found.Rule.StartsWith("X-"));
    }

    [Fact]
    public void A_file_that_replaces_another_tells_what_has_changed()
    {
        Mine(Before);
        string first = Find(Before).Document.Id;
        MineChanged("采购预算29.4万元", "采购预算24.9万元", Before);

        DiscrepancyRecord found = Find(Before).Discrepancies.First(discrepancy => discrepancy.Rule == "X-06");
        found.Severity.ShouldBe(Severity.Note);
        found.Formula.ShouldContain("29.4万元 → 24.9万元");
        found.Evidence.ShouldContain(side => side.Document == first);
    }

    [Fact]
    public void Nothing_is_compared_twice()
    {
        Mine(Before, Own);
        string before = _store.Profiled(Mining.VersionOf(Default)).Single(document => document.Path == Own).Signature;
        Mine("biyan-health-centre-2025-unit-budget.txt");

        before.Length.ShouldBe(16);
        _store.Profiled(Mining.VersionOf(Default)).Single(document => document.Path == Own).Signature.ShouldBe(before);
    }

    [Theory]
    [InlineData("yunpu-forestry-2025-budget.html", "云浦县林业局(本级)、云浦县国有林场管理总站")]
    [InlineData("yunpu-veterans-2025-budget.txt", "云浦县退役军人事务局(本级)、云浦县退役军人服务中心")]
    [InlineData("fengyuan-forestry-2025-budget.txt", "沣原县林业局(机关)、沣原县林业工作站、沣原县林木种苗站")]
    [InlineData("qinze-bayang-civil-affairs-2025-budget.txt", "秦泽市灞阳区民政局(本级)、秦泽市灞阳区社会福利中心")]
    [InlineData("qinze-fengling-culture-2023-final.html", "秦泽市沣岭县文化和旅游局本级、沣岭县图书馆、沣岭县文化馆")]
    [InlineData("heting-district-water-2026-budget.pdf", "澜浦市鹤汀区水务局本部、澜浦市鹤汀区水闸管理所、澜浦市鹤汀区河道管理所")]
    [InlineData("yunpu-market-supervision-2024-final.pdf", "局本级、云浦县检验检测中心")]
    [InlineData("lanyuan-grain-reserves-2026-budget.pdf", "")]
    public void The_units_that_a_department_lists_are_found(string name, string units)
    {
        Document document = Mining.Read(Default, SourceFile.Read(Path.Combine(TestPaths.Corpus, name))).Document!;

        string.Join('、', UnitList.In(document, Default.Words)).ShouldBe(units);
    }

    private void Mine(params string[] names)
    {
        foreach (string name in names)
        {
            _folder.Write(name, File.ReadAllBytes(Path.Combine(TestPaths.Corpus, name)));
        }

        Mine(_store, 1, names);
    }

    private IEnumerable<string> MineChanged(string from, string to, string name)
    {
        string text = File.ReadAllText(Path.Combine(TestPaths.Corpus, name));
        string changed = text.Replace(from, to, StringComparison.Ordinal);
        changed.ShouldNotBe(text);
        _folder.Write(name, Encoding.UTF8.GetBytes(changed));
        Mine(_store, 1, name);
        return Find(name).Discrepancies.Select(discrepancy => discrepancy.Id);
    }

    private void Mine(DisclosureStore store, int jobs, params string[] names) =>
        new Miner(store, Default).Run([.. names.Order(StringComparer.Ordinal).Select(name => new InputFile(_folder[name], name))], jobs, new Unwatched());

    private StoredDocument Find(string name) => _store.Find(_store.Resolve(name)[0].Id)!;

    private MinedDocument Reopen(DisclosureStore store, string name) =>
        store.Reopen(new LocatedDocument(Find(name).Document.Id, [name]), Mining.VersionOf(Default))!;
}
