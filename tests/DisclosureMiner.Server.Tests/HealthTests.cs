using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace DisclosureMiner.Server.Tests;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.Start(_folder.Path);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_fresh_server_lives_and_is_ready_and_has_no_report()
    {
        (await _server.Json("/health"))["status"]!.GetValue<string>().ShouldBe("ok");
        JsonObject ready = await _server.Json("/ready");
        ready["isReady"]!.GetValue<bool>().ShouldBeTrue();
        ready["checks"]!.AsArray().Select(check => check!["name"]!.GetValue<string>()).ShouldBe(["store", "disk", "backlog"]);
        (await _server.Client.GetStringAsync("/reports/")).ShouldContain("还没有报告");
    }

    [Fact]
    public async Task A_server_without_its_store_lives_and_is_not_ready()
    {
        File.Delete(_folder["disclosures.db"]);

        using HttpResponseMessage answer = await _server.Client.GetAsync("/ready");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        JsonNode store = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["checks"]![0]!;
        store["isOk"]!.GetValue<bool>().ShouldBeFalse();
        store["detail"]!.GetValue<string>().ShouldBe("missing");
        await _server.Json("/health");
        (await _server.Problem("/api/v1/documents", HttpStatusCode.ServiceUnavailable)).ShouldContain("/ready tells more");
        (await _server.Problem("/api/v1/facts.csv", HttpStatusCode.ServiceUnavailable)).ShouldNotContain(_folder.Path);
    }

    [Fact]
    public async Task A_server_with_a_store_of_a_newer_version_is_not_ready()
    {
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder["disclosures.db"], Pooling = false }.ToString()))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO migrations (number, name) VALUES (9999, 'x')";
            command.ExecuteNonQuery();
        }

        using HttpResponseMessage answer = await _server.Client.GetAsync("/ready");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"newer\"");
    }
}
