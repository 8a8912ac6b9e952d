using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DisclosureMiner.Server.Tests;

/// <summary>A server that listens on a free port of this machine.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private RunningServer(WebApplication server)
    {
        _server = server;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _server.Services;

    public static async Task<RunningServer> Start(string data, Action<IServiceCollection>? change = null, params string[] args)
    {
        WebApplication server = ServerHost.Build(
            ["--data", data, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None", .. args],
            builder => change?.Invoke(builder.Services));
        await server.StartAsync();
        return new RunningServer(server);
    }

    public async Task<JsonObject> Json(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(status == HttpStatusCode.OK ? "application/json" : "application/problem+json");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The records of a page, as they were sent.</summary>
    public async Task<(string[] Items, string? Next)> Page(string path)
    {
        JsonObject page = await Json(path);
        return ([.. page["items"]!.AsArray().Select(item => item!.ToJsonString(JsonText.Options))], page["next"]?.GetValue<string>());
    }

    /// <summary>The records of all pages.</summary>
    public async Task<List<string>> Pages(string path, int limit)
    {
        var all = new List<string>();
        string? next = null;
        do
        {
            (string[] items, next) = await Page($"{path}{(path.Contains('?') ? '&' : '?')}limit={limit}{(next is null ? "" : "&after=" + next)}");
            items.Length.ShouldBeLessThanOrEqualTo(limit);
            all.AddRange(items);
        }
        while (next is not null);
        return all;
    }

    /// <summary>The lines of a CSV file, which must begin with a byte order mark.</summary>
    public async Task<string[]> Csv(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        return System.Text.Encoding.UTF8.GetString(bytes[3..]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async Task<string> Problem(string path, HttpStatusCode status)
    {
        JsonObject problem = await Json(path, status);
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        return problem["detail"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
