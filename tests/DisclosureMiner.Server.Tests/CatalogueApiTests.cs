using System.Net;
using System.Text.Json.Nodes;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Server.Tests;

[Collection(MinedServerTests.Name)]
public sealed class CatalogueApiTests(MinedServer mined)
{
    private readonly RunningServer _server = mined.Server;

    [Fact]
    public async Task The_catalogue_is_that_of_the_pipeline()
    {
        string[] ids = [.. Pipeline.Load(TestPaths.Pipelines).Rules.Rules.Select(rule => rule.Id)];

        JsonObject rules = await _server.Json("/api/v1/rules");

        rules["items"]!.AsArray().Select(rule => rule!["id"]!.GetValue<string>()).ShouldBe(ids);
        (await _server.Csv("/api/v1/rules.csv"))[0].ShouldBe("id,family,titleZh,titleEn,severity,tolerance,formula,explanationZh,explanationEn");
    }

    [Fact]
    public async Task A_rule_is_found_in_whatever_case()
    {
        JsonObject rule = await _server.Json("/api/v1/rules/b1-01");

        rule["id"]!.GetValue<string>().ShouldBe("B1-01");
        rule["severity"]!.GetValue<string>().ShouldBe("error");
        rule["formula"]!.GetValue<string>().ShouldBe("收入总计 = 支出总计");
        (await _server.Problem("/api/v1/rules/Q-99", HttpStatusCode.NotFound)).ShouldContain("/api/v1/rules");
    }

    [Fact]
    public async Task Where_nobody_works_nothing_is_owed()
    {
        (await _server.Json("/api/v1/work"))["waiting"]!.GetValue<int>().ShouldBe(0);
        await _server.Problem("/api/v1/work/0000000000000000", HttpStatusCode.NotFound);
        (await _server.Json("/api/v1/crawls"))["items"]!.AsArray().ShouldAllBe(source => source!["schedule"] == null && source["last"] == null, "examples are not crawled");
        (await _server.Csv("/api/v1/crawls.csv"))[0].ShouldStartWith("source,publisher,schedule");
    }

    [Fact]
    public async Task The_description_lists_every_address()
    {
        JsonObject description = await _server.Json("/openapi/v1.json");

        var described = description["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        var mapped = ((Microsoft.AspNetCore.Routing.EndpointDataSource)_server.Services.GetService(typeof(Microsoft.AspNetCore.Routing.EndpointDataSource))!).Endpoints
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>() is not null)
            .SelectMany(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {route.RoutePattern.RawText}"))
            .Where(route => !route.EndsWith("/{documentName}.json", StringComparison.Ordinal) && !route.StartsWith("GET /reports", StringComparison.Ordinal) && route != "GET /");

        described.ShouldBe(mapped, ignoreOrder: true);
        described.ShouldContain("POST /api/v1/documents");
    }

    [Fact]
    public async Task Reports_are_served_as_they_are_and_may_not_load_anything()
    {
        using HttpResponseMessage report = await _server.Client.GetAsync("/reports/");

        report.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        (await report.Content.ReadAsStringAsync()).ShouldBe(mined.Report("report.html"));
        report.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'unsafe-inline'");
        string id = mined.Id("fengyuan");
        (await _server.Client.GetStringAsync($"/reports/report/{id}.html")).ShouldBe(mined.Report($"report/{id}.html"));
    }

    [Theory]
    [InlineData("/reports/nothing.html")]
    [InlineData("/reports/..%2Fdisclosures.db")]
    [InlineData("/reports/%2e%2e/disclosures.db")]
    [InlineData("/disclosures.db")]
    public async Task Nothing_but_the_report_is_served(string path)
    {
        using HttpResponseMessage answer = await _server.Client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_start_leads_to_the_report()
    {
        foreach (string path in (string[])["/", "/reports"])
        {
            using HttpResponseMessage answer = await _server.Client.GetAsync(path);

            answer.Headers.Location!.ToString().ShouldBe("/reports/");
        }
    }
}
