using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Store.Plans;

[Collection(FilledStores.Name)]
public sealed class ListPlanTests(FilledStores stores)
{
    private static readonly ListPosition After = new("00112233aabbccdd", 7);

    public static TheoryData<TestEngine, string> Documents => Each(DocumentFilters.Keys);

    public static TheoryData<TestEngine, string> Discrepancies => Each(DiscrepancyFilters.Keys);

    public static TheoryData<TestEngine, string> Facts => Each(FactFilters.Keys);

    private static Dictionary<string, DocumentFilter> DocumentFilters => new()
    {
        ["all"] = new(),
        ["status"] = new(MiningStatus.Failed),
        ["organisation"] = new(Organisation: "林"),
        ["year"] = new(FiscalYear: 2025),
        ["genre"] = new(Genre: "report"),
        ["text"] = new(Text: "林"),
        ["genre of an organisation"] = new(Organisation: "林", Genre: "report"),
        ["several"] = new(MiningStatus.Mined, "林", 2025, "report", "林"),
    };

    private static Dictionary<string, FindingFilter> DiscrepancyFilters => new()
    {
        ["all"] = new(),
        ["error"] = new(Severity.Error),
        ["warning"] = new(Severity.Warning),
        ["rule"] = new(Rule: "N-04"),
        ["family"] = new(Rule: "N-"),
        ["verdict"] = new(Verdict: Verdict.Conflict),
        ["document"] = new(Document: "00112233aabbccdd"),
        ["id"] = new(Id: "00112233aabbccdd"),
        ["organisation"] = new(Organisation: "林"),
        ["year"] = new(FiscalYear: 2025),
        ["open"] = new(IsDecided: false),
        ["decided"] = new(IsDecided: true),
        ["rule of a year"] = new(Rule: "N-04", FiscalYear: 2025),
        ["document of a year"] = new(Document: "00112233aabbccdd", FiscalYear: 2025),
        ["several"] = new(Severity.Error, "N-04", Verdict.Conflict, Organisation: "林", FiscalYear: 2025, IsDecided: false),
    };

    private static Dictionary<string, FactFilter> FactFilters => new()
    {
        ["all"] = new(),
        ["document"] = new("00112233aabbccdd"),
        ["subject"] = new(Subject: "20101"),
        ["year"] = new(FiscalYear: 2025),
        ["organisation"] = new(Organisation: "林"),
        ["year of an organisation"] = new(FiscalYear: 2025, Organisation: "林"),
        ["several"] = new(null, "20101", 2025, "林"),
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_list_of_documents_is_read_from_an_index(TestEngine engine, string filter) =>
        UsesIndexes(engine, ListSql.Documents(DocumentFilters[filter], After.Document, 100));

    [Theory]
    [MemberData(nameof(Discrepancies))]
    public void A_list_of_discrepancies_is_read_from_an_index(TestEngine engine, string filter) =>
        UsesIndexes(engine, ListSql.Discrepancies(DiscrepancyFilters[filter], After, 100));

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_list_of_facts_is_read_from_an_index(TestEngine engine, string filter) =>
        UsesIndexes(engine, ListSql.Facts(FactFilters[filter], After, 100));

    private static TheoryData<TestEngine, string> Each(IEnumerable<string> filters)
    {
        var data = new TheoryData<TestEngine, string>();
        foreach ((TestEngine engine, string filter) in EachEngineAttribute.Engines.SelectMany(engine => filters.Select(filter => (engine, filter))))
        {
            data.Add(engine, filter);
        }

        return data;
    }

    private void UsesIndexes(TestEngine engine, ListQuery query) => stores.Of(engine).PlanOf(query.Sql, query.Values).ShouldUseIndexes();
}
