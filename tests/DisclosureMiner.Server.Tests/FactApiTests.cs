using System.Text.Json.Nodes;

namespace DisclosureMiner.Server.Tests;

[Collection(MinedServerTests.Name)]
public sealed class FactApiTests(MinedServer mined)
{
    private readonly RunningServer _server = mined.Server;

    [Fact]
    public async Task Pages_have_every_fact_once() =>
        Sorted(await _server.Pages("/api/v1/facts", 70)).ShouldBe(Sorted(mined.Lines("facts.jsonl")));

    [Fact]
    public async Task Filters_leave_the_facts_they_ask_for()
    {
        string document = mined.Id("fengyuan");
        string subject = mined.Lines("facts.jsonl", document).Select(fact => Text(fact, "subject")).OfType<string>().First();

        await Asks("subject=" + Uri.EscapeDataString(subject), fact => Text(fact, "subject") == subject);
        await Asks("document=" + document, fact => Text(fact, "document") == document);
        await Asks("year=2024", fact => Text(fact, "fiscalYear") == "2024");
        string name = mined.Store.FindDocument(document)!.Organisation!;
        await Asks(
            "organisation=" + Uri.EscapeDataString(name), fact => mined.Store.FindDocument(Text(fact, "document")!)!.Organisation == name);
        await Asks(
            $"year=2024&organisation={Uri.EscapeDataString(name)}",
            fact => Text(fact, "fiscalYear") == "2024" && mined.Store.FindDocument(Text(fact, "document")!)!.Organisation == name,
            mayBeNone: true);
    }

    [Fact]
    public async Task The_CSV_has_the_lines_of_facts_csv_in_pages_of_any_size()
    {
        string[] lines = await _server.Csv("/api/v1/facts.csv");

        lines[0].ShouldBe(mined.Lines("facts.csv")[0]);
        Sorted(lines).ShouldBe(Sorted(mined.Lines("facts.csv")));
        (await _server.Csv("/api/v1/facts.csv?limit=3")).ShouldBe(lines[..4]);
    }

    private async Task Asks(string query, Func<string, bool> isMeant, bool mayBeNone = false)
    {
        List<string> items = await _server.Pages("/api/v1/facts?" + query, 1000);
        Sorted(items).ShouldBe(Sorted(mined.Lines("facts.jsonl").Where(isMeant)), query);
        (mayBeNone || items.Count > 0).ShouldBeTrue(query);
    }

    // Comparing thousands without regard to order takes the square of them.
    private static string[] Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    private static string? Text(string line, string member) => JsonNode.Parse(line)![member]?.ToString();
}
