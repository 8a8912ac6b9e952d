using System.Net;
using System.Text.Json.Nodes;

namespace DisclosureMiner.Server.Tests;

[Collection(MinedServerTests.Name)]
public sealed class DiscrepancyApiTests(MinedServer mined)
{
    private readonly RunningServer _server = mined.Server;

    [Fact]
    public async Task The_list_has_the_lines_of_discrepancies_jsonl()
    {
        (string[] items, _) = await _server.Page("/api/v1/discrepancies");

        items.ShouldBe(mined.Lines("discrepancies.jsonl"), ignoreOrder: true);
        items.Length.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("/api/v1/discrepancies")]
    [InlineData("/api/v1/discrepancies?year=2025")]
    [InlineData("/api/v1/discrepancies?severity=warning")]
    public async Task Pages_have_every_discrepancy_once(string path)
    {
        List<string> paged = await _server.Pages(path, 1);

        paged.ShouldBe((await _server.Page(path)).Items);
        paged.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("severity=error", "severity", "error")]
    [InlineData("severity=warning", "severity", "error warning")]
    [InlineData("severity=note", "severity", "error warning note")]
    public async Task A_severity_asks_for_it_and_all_that_is_worse(string query, string member, string words)
    {
        (string[] items, _) = await _server.Page("/api/v1/discrepancies?" + query);

        items.ShouldBe(Where(line => words.Split(' ').Contains(Text(line, member))), ignoreOrder: true);
    }

    [Fact]
    public async Task Filters_leave_the_discrepancies_they_ask_for()
    {
        string line = Where(other => Text(other, "id") == mined.Decided.Id)[0];
        string rule = Text(line, "rule"), verdict = Text(line, "verdict"), document = Text(line, "document");
        string family = rule[..(rule.IndexOf('-') + 1)];

        await Asks("rule=" + rule, other => Text(other, "rule") == rule);
        await Asks("rule=" + family, other => Text(other, "rule").StartsWith(family, StringComparison.Ordinal));
        await Asks("verdict=" + verdict, other => Text(other, "verdict") == verdict);
        await Asks("document=" + document, other => Text(other, "document") == document);
        await Asks("state=decided", other => Text(other, "id") == mined.Decided.Id);
        await Asks("state=open", other => Text(other, "id") != mined.Decided.Id);
        await Asks("year=2025", other => mined.Store.FindDocument(Text(other, "document"))!.FiscalYear == 2025);
        string name = mined.Store.FindDocument(document)!.Organisation!;
        await Asks(
            "severity=warning&organisation=" + Uri.EscapeDataString(name[..^1]),
            other => Text(other, "severity") != "note" && mined.Store.FindDocument(Text(other, "document"))!.Organisation == name);
    }

    [Fact]
    public async Task One_discrepancy_comes_with_its_decision()
    {
        JsonObject found = await _server.Json("/api/v1/discrepancies/" + mined.Decided.Id);

        found["decision"]!["state"]!.GetValue<string>().ShouldBe("confirmed");
        found["decision"]!["by"]!.GetValue<string>().ShouldBe("li");
        found.ToJsonString(JsonText.Options).ShouldBe(Where(line => Text(line, "id") == mined.Decided.Id).ShouldHaveSingleItem());
        await _server.Problem("/api/v1/discrepancies/0000000000000000", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_CSV_has_the_lines_of_discrepancies_csv_and_runs_nothing()
    {
        string[] lines = await _server.Csv("/api/v1/discrepancies.csv");

        lines[0].ShouldBe(mined.Lines("discrepancies.csv")[0]);
        lines.ShouldBe(mined.Lines("discrepancies.csv"), ignoreOrder: true);
        lines.ShouldContain(line => line.EndsWith(",'=再看", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("severity=bad", "note, warning, error")]
    [InlineData("state=done", "open or decided")]
    [InlineData("after=1", "as next")]
    [InlineData("document=x", "16 hex digits")]
    public async Task What_cannot_be_asked_is_told_with_what_can(string query, string detail) =>
        (await _server.Problem("/api/v1/discrepancies?" + query, HttpStatusCode.BadRequest)).ShouldContain(detail);

    private async Task Asks(string query, Func<string, bool> isMeant)
    {
        (string[] items, _) = await _server.Page("/api/v1/discrepancies?" + query);
        items.ShouldBe(Where(isMeant), ignoreOrder: true, query);
        items.ShouldNotBeEmpty(query);
    }

    private string[] Where(Func<string, bool> isMeant) => [.. mined.Lines("discrepancies.jsonl").Where(isMeant)];

    private static string Text(string line, string member) => JsonNode.Parse(line)![member]!.GetValue<string>();
}
