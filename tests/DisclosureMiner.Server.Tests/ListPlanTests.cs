using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Tests;

public sealed class ListPlanTests : IDisposable
{
    private static readonly ListPosition After = new("00112233aabbccdd", 7);

    private readonly TempFolder _folder = new();
    private readonly DisclosureStore _store;

    public ListPlanTests() => _store = DisclosureStore.Open(_folder["store.db"]);

    public static TheoryData<string> Documents => [.. DocumentFilters.Keys];

    public static TheoryData<string> Discrepancies => [.. DiscrepancyFilters.Keys];

    public static TheoryData<string> Facts => [.. FactFilters.Keys];

    private static Dictionary<string, DocumentFilter> DocumentFilters => new()
    {
        ["all"] = new(),
        ["status"] = new(MiningStatus.Failed),
        ["organisation"] = new(Organisation: "林"),
        ["year"] = new(FiscalYear: 2025),
        ["genre"] = new(Genre: "report"),
        ["text"] = new(Text: "林"),
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
        ["several"] = new(Severity.Error, "N-04", Verdict.Conflict, Organisation: "林", FiscalYear: 2025, IsDecided: false),
    };

    private static Dictionary<string, FactFilter> FactFilters => new()
    {
        ["all"] = new(),
        ["document"] = new("00112233aabbccdd"),
        ["subject"] = new(Subject: "20101"),
        ["year"] = new(FiscalYear: 2025),
        ["organisation"] = new(Organisation: "林"),
        ["several"] = new(null, "20101", 2025, "林"),
    };

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_list_of_documents_is_read_from_an_index(string filter) =>
        UsesIndexes(ListSql.Documents(DocumentFilters[filter], After.Document, 100));

    [Theory]
    [MemberData(nameof(Discrepancies))]
    public void A_list_of_discrepancies_is_read_from_an_index(string filter) =>
        UsesIndexes(ListSql.Discrepancies(DiscrepancyFilters[filter], After, 100));

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_list_of_facts_is_read_from_an_index(string filter) =>
        UsesIndexes(ListSql.Facts(FactFilters[filter], After, 100));

    /// <summary>Nothing is walked through but the page itself, and nothing is sorted but the rows of one document.</summary>
    private void UsesIndexes(ListQuery query)
    {
        string[] steps = [.. _store.PlanOf(query)];
        string plan = string.Join('\n', steps);

        steps.ShouldNotBeEmpty();
        steps.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) && step != "SCAN page").ShouldBeEmpty(plan);
        steps.Where(step => step.StartsWith("SEARCH", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal)).ShouldBeEmpty(plan);
        steps.Where(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) && !step.Contains("LAST TERM", StringComparison.Ordinal)).ShouldBeEmpty(plan);
    }
}
