using System.Net;
using System.Text.Json.Nodes;

namespace DisclosureMiner.Server.Tests;

[Collection(MinedServerTests.Name)]
public sealed class DocumentApiTests(MinedServer mined)
{
    private readonly RunningServer _server = mined.Server;

    [Fact]
    public async Task The_list_has_the_lines_of_documents_jsonl()
    {
        (string[] items, string? next) = await _server.Page("/api/v1/documents");

        items.ShouldBe(mined.Lines("documents.jsonl"), ignoreOrder: true);
        next.ShouldBeNull();
    }

    [Fact]
    public async Task Pages_have_every_document_once_in_the_order_of_ids()
    {
        List<string> paged = await _server.Pages("/api/v1/documents", 2);

        paged.ShouldBe((await _server.Page("/api/v1/documents")).Items);
        paged.Select(IdOf).ShouldBe(mined.Run.Documents.Select(document => document.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("year=2025", "biyan-culture fengyuan")]
    [InlineData("genre=unit-budget", "biyan-culture")]
    [InlineData("genre=final-accounts&year=2023", "langxi-transport")]
    [InlineData("status=failed", "")]
    public async Task Filters_leave_the_documents_they_ask_for(string filter, string names)
    {
        (string[] items, _) = await _server.Page("/api/v1/documents?text=in/&" + filter);

        items.Select(IdOf).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mined.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_part_of_a_path_finds_a_document_in_whatever_case()
    {
        (string[] items, _) = await _server.Page("/api/v1/documents?text=FENGyuan");

        items.Select(IdOf).ShouldBe([mined.Id("fengyuan")]);
    }

    [Fact]
    public async Task A_part_of_a_bodys_name_finds_its_documents()
    {
        string id = mined.Id("fengyuan");
        string name = mined.Store.FindDocument(id)!.Organisation!;

        (string[] items, _) = await _server.Page("/api/v1/documents?organisation=" + Uri.EscapeDataString(name[1..]));

        items.Select(IdOf).ShouldBe([id]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".json")]
    public async Task One_document_is_its_line_of_documents_jsonl(string suffix)
    {
        string id = mined.Id("biyan-township");

        string text = await _server.Client.GetStringAsync($"/api/v1/documents/{id}{suffix}");

        text.ShouldBe(mined.Lines("documents.jsonl", id, "id").ShouldHaveSingleItem());
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("figures")]
    [InlineData("checks")]
    [InlineData("facts")]
    [InlineData("discrepancies")]
    public async Task What_belongs_to_a_document_is_its_lines_of_the_file(string part)
    {
        string id = mined.Id("langxi-transport");

        (string[] items, string? next) = await _server.Page($"/api/v1/documents/{id}/{part}.json");

        items.ShouldBe(mined.Lines(part + ".jsonl", id));
        items.ShouldNotBeEmpty();
        next.ShouldBeNull();
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("discrepancies")]
    public async Task The_CSV_of_what_belongs_to_a_document_is_that_of_the_file(string part)
    {
        string id = mined.Id("langxi-transport");
        string[] file = mined.Lines(part + ".csv");

        string[] lines = await _server.Csv($"/api/v1/documents/{id}/{part}.csv");

        lines.ShouldBe([file[0], .. file.Skip(1).Where(line => line.Contains($"\"{id}\"", StringComparison.Ordinal))]);
    }

    [Fact]
    public async Task Tables_figures_and_the_ledger_have_a_line_of_CSV_each()
    {
        string id = mined.Id("langxi-transport");

        foreach ((string part, string head) in new[] { ("tables", "document,id,kind,title"), ("figures", "document,id,text,sentence"), ("checks", "document,id,rule,rules,verdict") })
        {
            string[] lines = await _server.Csv($"/api/v1/documents/{id}/{part}.csv");

            lines[0].ShouldStartWith(head);
            lines.Count(line => line.StartsWith($"\"{id}\",", StringComparison.Ordinal)).ShouldBe(mined.Lines(part + ".jsonl", id).Length);
        }
    }

    [Fact]
    public async Task A_table_is_its_line_and_its_CSV_file()
    {
        string id = mined.Id("langxi-transport");

        (await _server.Client.GetStringAsync($"/api/v1/documents/{id}/tables/t1")).ShouldBe(mined.Lines("tables.jsonl", id)[0]);
        (await _server.Csv($"/api/v1/documents/{id}/tables/t1.csv")).ShouldBe(mined.Lines($"tables/{id}/t1.csv"));
        (await _server.Problem($"/api/v1/documents/{id}/tables/t99", HttpStatusCode.NotFound)).ShouldContain("/tables lists them");
    }

    [Fact]
    public async Task The_CSV_of_documents_is_complete_and_runs_nothing()
    {
        string[] lines = await _server.Csv("/api/v1/documents.csv");

        lines[0].ShouldStartWith("id,path,otherPaths,status,");
        lines.Length.ShouldBe(mined.Run.Documents.Length + 1);
        lines.ShouldContain(line => line.Contains(",\"'=HYPERLINK(\"\"x\"\").txt\",", StringComparison.Ordinal));
        lines.ShouldNotContain(line => line.Contains(",=", StringComparison.Ordinal) || line.Contains(",\"=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unchanged_document_is_not_sent_again()
    {
        string path = $"/api/v1/documents/{mined.Id("biyan-township")}/facts";
        using HttpResponseMessage first = await _server.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage second = await _server.Client.SendAsync(request);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
    }

    [Theory]
    [InlineData("/api/v1/documents/0000000000000000", "There is no document")]
    [InlineData("/api/v1/documents/xyz", "16 hex digits")]
    [InlineData("/api/v1/documents/0000000000000000/facts.csv", "There is no document")]
    [InlineData("/api/v1/nothing", "/openapi/v1.json")]
    public async Task What_is_not_there_is_told_with_what_to_do(string path, string detail) =>
        (await _server.Problem(path, HttpStatusCode.NotFound)).ShouldContain(detail);

    [Theory]
    [InlineData("status=lost", "mined, failed")]
    [InlineData("year=x", "such as 2025")]
    [InlineData("limit=0", "1 to 1000")]
    [InlineData("limit=1001", "1 to 1000")]
    [InlineData("after=zz", "as next")]
    [InlineData("genre=novel", "three-public")]
    [InlineData("lang=fr", "zh, en")]
    [InlineData("organization=x", "There is no 'organization'")]
    public async Task What_cannot_be_asked_is_told_with_what_can(string query, string detail)
    {
        (await _server.Problem("/api/v1/documents?" + query, HttpStatusCode.BadRequest)).ShouldContain(detail);
        (await _server.Problem("/api/v1/documents.csv?" + query.Replace("lang=fr", "lang=fr&limit=0", StringComparison.Ordinal), HttpStatusCode.BadRequest)).ShouldNotBeEmpty();
    }

    private static string IdOf(string line) => JsonNode.Parse(line)!["id"]!.GetValue<string>();
}
