using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace DisclosureMiner.Server.Tests;

public sealed class AccessTests : IDisposable
{
    private const string Key = "correct-horse-battery";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_pages_of_the_job_engine_may_load_their_own_styles_and_need_the_key()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path, null, "--api-key=" + Key);
        (await server.Client.GetAsync("/jobs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        server.Client.DefaultRequestHeaders.Add("X-Api-Key", Key);

        using HttpResponseMessage page = await server.Client.GetAsync("/jobs");

        (await page.Content.ReadAsStringAsync()).ShouldContain("DisclosureMiner");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
    }

    [Fact]
    public async Task Where_there_is_a_key_nothing_is_told_without_it()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path, null, "--api-key=" + Key);

        foreach (string path in (string[])["/api/v1/documents", "/api/v1/rules", "/openapi/v1.json", "/reports/", "/", "/nothing"])
        {
            (await server.Problem(path, HttpStatusCode.Unauthorized)).ShouldContain("X-Api-Key");
        }

        (await server.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("X-Api-Key", Key, HttpStatusCode.OK)]
    [InlineData("X-Api-Key", "correct-horse-batterx", HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", "", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Bearer " + Key, HttpStatusCode.OK)]
    [InlineData("Authorization", "bearer " + Key, HttpStatusCode.OK)]
    [InlineData("Authorization", "Bearer x", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Basic YW55Ym9keTpjb3JyZWN0LWhvcnNlLWJhdHRlcnk=", HttpStatusCode.OK)]
    [InlineData("Authorization", "Basic !!!", HttpStatusCode.Unauthorized)]
    public async Task The_key_opens_as_header_as_bearer_and_as_password(string header, string value, HttpStatusCode status)
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path, null, "--api-key=" + Key);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/documents");
        request.Headers.TryAddWithoutValidation(header, value);

        using HttpResponseMessage answer = await server.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        answer.Headers.WwwAuthenticate.Select(way => way.Scheme).ShouldBe(status == HttpStatusCode.OK ? [] : ["Bearer", "Basic"]);
    }

    [Theory]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:80", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example:5080", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", HttpStatusCode.Forbidden)]
    public async Task Without_a_key_the_host_must_be_this_machine(string host, HttpStatusCode status)
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/documents");
        request.Headers.Host = host;

        using HttpResponseMessage answer = await server.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("::ffff:127.0.0.1", 200)]
    [InlineData("192.168.1.7", 403)]
    [InlineData("2001:db8::1", 403)]
    public async Task Without_a_key_only_this_machine_is_answered(string remote, int status)
    {
        await using WebApplication server = ServerHost.Build(
            ["--data", _folder.Path, "--Logging:LogLevel:Default=None"], builder => builder.WebHost.UseTestServer());
        await server.StartAsync();

        HttpContext answer = await server.GetTestServer().SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
            context.Request.Host = new HostString("localhost");
            context.Request.Path = "/api/v1/documents";
        });

        answer.Response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Without_a_key_nothing_that_a_proxy_forwards_is_answered()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/documents");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");

        (await server.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Accepted)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "x", HttpStatusCode.Accepted)]
    public async Task A_page_of_another_site_may_not_send_files(string header, string value, HttpStatusCode status)
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents?name=a.txt") { Content = new StringContent("hello") };
        request.Headers.Add(header, value);

        (await server.Client.SendAsync(request)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_page_of_the_server_itself_may_send_files()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents?name=a.txt") { Content = new StringContent("hello") };
        request.Headers.Add("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        (await server.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_be_careful_and_none_opens_it_to_other_sites()
    {
        await using RunningServer server = await RunningServer.Start(_folder.Path);
        foreach (string path in (string[])["/api/v1/documents", "/api/v1/documents.csv", "/nothing", "/api/v1/documents?year=x", "/health"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", "http://evil.example");

            using HttpResponseMessage answer = await server.Client.SendAsync(request);

            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }
}
