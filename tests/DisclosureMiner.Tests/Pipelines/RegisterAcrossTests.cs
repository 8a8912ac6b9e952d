using System.Text;
using System.Text.Json;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>Documents compared with each other, and facts written, with what a register says of their bodies.</summary>
public sealed class RegisterAcrossTests : IDisposable
{
    private const string Before = "qingluo-archives-2024-budget.txt", Own = "qingluo-archives-2025-budget.txt";
    private const string Department = "yunpu-forestry-2025-budget.html", Bureau = "yunpu-forestry-bureau-2025-unit-budget.txt", Farms = "yunpu-forest-farms-2025-unit-budget.html";
    private const string List = "由2个预算单位汇总而成：云浦县林业局（本级）是行政单位，云浦县国有林场管理总站是公益一类事业单位。";

    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    private static readonly Register Bodies = Register.Parse(
        """
        代码,名称,曾用名,类别,上级,地区,预算公开期限
        302,青萝县档案馆,青萝县档案局@2024-06-30,部门,,青萝县,02-20
        318,云浦县林业局,,部门,,云浦县,02-20
        318002,云浦县国有林场管理总站,,单位,318,,02-20
        """,
        "register.csv",
        Default.Words);

    private readonly TempFolder _folder = new();

    public RegisterAcrossTests()
    {
        Write(Before, "青萝县档案馆", "青萝县档案局");
        Write(Department, List, "包括本级和所属单位。");
        foreach (string name in (string[])[Own, Bureau, Farms])
        {
            File.Copy(Path.Combine(TestPaths.Corpus, name), _folder[name]);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Last_years_budget_is_found_under_the_former_name()
    {
        using DisclosureStore store = Open("store.db");
        Mine(store, null, Before, Own);
        Find(store, Before).Document.Organisation.ShouldBe("青萝县档案局");
        Find(store, Own).Checks.ShouldNotContain(check => check.Rule == "X-01");

        Mine(store, Bodies, Before, Own);

        CheckRecord[] across = [.. Find(store, Own).Checks.Where(check => check.Rule == "X-01")];
        across.Length.ShouldBe(12);
        across.ShouldAllBe(check => check.Verdict == Verdict.Exact);
        across[0].Evidence.ShouldContain(side => side.Document == Find(store, Before).Document.Id);
    }

    [Fact]
    public void A_department_that_lists_no_units_is_compared_with_those_below_it_in_the_register()
    {
        using DisclosureStore store = Open("store.db");
        Mine(store, null, Department, Bureau, Farms);
        Find(store, Department).Checks.ShouldNotContain(check => check.Rule == "X-04");

        Mine(store, Bodies, Department, Bureau, Farms);

        StoredDocument department = Find(store, Department);
        department.Checks.Count(check => check is { Rule: "X-04", Verdict: Verdict.Exact }).ShouldBeGreaterThan(200);
        department.Checks.Count(check => check is { Rule: "X-08", Verdict: Verdict.Exact }).ShouldBe(2);
    }

    [Fact]
    public void A_unit_that_is_expected_and_not_here_is_told_so()
    {
        using DisclosureStore store = Open("store.db");
        Mine(store, Bodies, Department, Bureau);

        Find(store, Department).Checks.Single(check => check is { Rule: "X-08", Verdict: Verdict.NotChecked }).Reason.ShouldBe("not-held");
        Find(store, Department).Checks.Single(check => check.Rule == "X-04").Reason.ShouldBe("units-missing");
    }

    [Fact]
    public void It_does_not_matter_in_which_order_they_come()
    {
        string[] all = [Before, Own, Department, Bureau, Farms];
        using DisclosureStore together = Open("together.db"), apart = Open("apart.db");
        Mine(together, Bodies, all);
        foreach (string name in (string[])[Farms, Own, Department, Before, Bureau])
        {
            Mine(apart, Bodies, name);
        }

        foreach (string name in all)
        {
            foreach (string part in (string[])["figures", "checks", "facts", "discrepancies"])
            {
                apart.Json(part, Find(apart, name).Document.Id).ShouldBe(together.Json(part, Find(together, name).Document.Id));
            }
        }
    }

    [Fact]
    public void A_partner_that_comes_later_changes_what_it_concerns_and_nothing_else()
    {
        using DisclosureStore store = Open("store.db");
        Mine(store, Bodies, Own, Department, Bureau);
        string own = Signature(store, Own), department = Signature(store, Department);

        Mine(store, Bodies, Before);

        Signature(store, Own).ShouldNotBe(own);
        Signature(store, Department).ShouldBe(department);
    }

    [Fact]
    public void Without_the_register_all_is_again_as_it_was()
    {
        using DisclosureStore store = Open("store.db");
        Mine(store, null, Before, Own);
        var before = store.Json("checks", Find(store, Own).Document.Id);
        Mine(store, Bodies, Before, Own);

        Mine(store, null, Before, Own);

        Signature(store, Own).ShouldBe("");
        store.Json("checks", Find(store, Own).Document.Id).ShouldBe(before);
    }

    [Fact]
    public void Facts_are_written_with_the_code_parent_and_region_of_their_bodies()
    {
        using DisclosureStore store = Open("store.db");
        Mine(store, null, Farms, Own);
        JsonElement[] plain = Facts(store, null), named = Facts(store, Bodies);

        plain.ShouldAllBe(fact => Text(fact, "bodyCode") == null);
        named.Where(fact => Text(fact, "body") != null && Text(fact, "bodyCode") != null)
            .Select(fact => (Text(fact, "bodyCode"), Text(fact, "parent"), Text(fact, "region"))).Distinct()
            .ShouldBe([("318002", "云浦县林业局", "云浦县"), ("302", null, "青萝县")], ignoreOrder: true);
        named.Length.ShouldBe(plain.Length);
        string[] row = File.ReadAllLines(_folder["out/facts.csv"])[^1].Split(',');
        row[3..6].ShouldBe(["\"318002\"", "云浦县林业局", "云浦县"]);
    }

    private void Write(string name, string from, string to)
    {
        string text = File.ReadAllText(Path.Combine(TestPaths.Corpus, name));
        text.ShouldContain(from);
        _folder.Write(name, Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    private DisclosureStore Open(string name) => DisclosureStore.Open(_folder[name]);

    private void Mine(DisclosureStore store, Register? register, params string[] names) => new Miner(store, Default, register)
        .Run([.. names.Order(StringComparer.Ordinal).Select(name => new InputFile(_folder[name], name))], 1, new Unwatched());

    private static StoredDocument Find(DisclosureStore store, string name) => store.Find(store.Resolve(name)[0].Id)!;

    private static string Signature(DisclosureStore store, string name) =>
        store.Profiled(Mining.VersionOf(Default)).Single(document => document.Path == name).Signature;

    private JsonElement[] Facts(DisclosureStore store, Register? register)
    {
        Directory.CreateDirectory(_folder["out"]);
        ContractFiles.Write(
            _folder["out"], store, [.. store.Located().Select(item => new LocatedDocument(item.Id, [item.Path]))], new ContractOptions(Language.En, Register: register));
        return [.. File.ReadLines(_folder["out/facts.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string? Text(JsonElement fact, string name) => fact.GetProperty(name).GetString();
}
