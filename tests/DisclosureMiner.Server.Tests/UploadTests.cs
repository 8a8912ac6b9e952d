using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DisclosureMiner.Server.Tests;

public sealed class UploadTests : IAsyncLifetime
{
    private const string Sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private readonly TempFolder _folder = new();
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.Start(
        _folder.Path, null, "--roles=web", "--max-upload-mb=1", "--max-backlog=5");

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_kept_under_its_hash_once()
    {
        (HttpResponseMessage first, JsonObject answer) = await Post("name=%E9%A2%84%E7%AE%97.txt", new StringContent("hello"));
        (_, JsonObject again) = await Post("name=other.txt", new StringContent("hello"));

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        first.Headers.Location!.ToString().ShouldBe("/api/v1/documents/2cf24dba5fb0a30e");
        answer.ToJsonString(JsonText.Options).ShouldBe(
            $$"""{"items":[{"id":"2cf24dba5fb0a30e","sha256":"{{Sha256}}","name":"预算.txt","isNew":true,"document":"/api/v1/documents/2cf24dba5fb0a30e","work":"/api/v1/work/2cf24dba5fb0a30e"}]}""");
        again["items"]![0]!["isNew"]!.GetValue<bool>().ShouldBeFalse();
        File.ReadAllText(_folder[$"blobs/2c/{Sha256}"]).ShouldBe("hello");
        Directory.GetFiles(_folder["blobs"], "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_may_hold_several_files()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("hello"), "file", "a.txt" },
            { new StringContent("not a file"), "comment" },
            { new ByteArrayContent([1, 2, 3]), "file", "../b/c*.pdf" },
        };

        (HttpResponseMessage answer, JsonObject taken) = await Post("", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        taken["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()).ShouldBe(["a.txt", "c.pdf"]);
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_and_nothing_is_kept()
    {
        var large = new ByteArrayContent(new byte[(1 << 20) + 1]);
        large.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");

        (HttpResponseMessage answer, JsonObject problem) = await Post("name=a.pdf", large);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        problem["detail"]!.GetValue<string>().ShouldContain("1 MB");
        Directory.GetFiles(_folder["blobs"], "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_refused_before_it_is_sent()
    {
        var large = new ByteArrayContent(new byte[5 << 20]);
        large.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");

        (HttpResponseMessage answer, _) = await Post("name=a.pdf", large);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("", "name=budget.pdf")]
    [InlineData("name=..", "name=budget.pdf")]
    [InlineData("file=a.txt", "There is no 'file'")]
    public async Task A_file_without_a_name_is_refused(string query, string detail) => await Refused(query, new StringContent("hello"), HttpStatusCode.BadRequest, detail);

    [Fact]
    public async Task What_is_no_file_is_refused()
    {
        await Refused("name=a.txt", new StringContent(""), HttpStatusCode.BadRequest, "empty");
        await Refused("name=a.txt", new StringContent("{}", Encoding.UTF8, "application/json"), HttpStatusCode.UnsupportedMediaType, "multipart/form-data");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "comment" } };
        await Refused("", form, HttpStatusCode.BadRequest, "no file");
        var broken = new StringContent("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nhel");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await Refused("", broken, HttpStatusCode.BadRequest, "ends in the middle");
    }

    [Fact]
    public async Task When_too_much_waits_nothing_is_taken()
    {
        for (int i = 0; i < 5; i++)
        {
            (HttpResponseMessage taken, _) = await Post("name=a.txt", new StringContent($"hello {i}"));
            taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await Refused("name=a.txt", new StringContent("hello"), HttpStatusCode.ServiceUnavailable, "Try again later");
        JsonNode.Parse(await (await _server.Client.GetAsync("/ready")).Content.ReadAsStringAsync())!["isReady"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_document_that_waits_is_told_from_one_that_is_not_there()
    {
        await _server.Problem("/api/v1/work/2cf24dba5fb0a30e", HttpStatusCode.NotFound);
        (await _server.Problem("/api/v1/documents/2cf24dba5fb0a30e", HttpStatusCode.NotFound)).ShouldContain("There is no document");
        await Post("name=a.txt", new StringContent("hello"));

        (await _server.Problem("/api/v1/documents/2cf24dba5fb0a30e", HttpStatusCode.NotFound)).ShouldContain("not mined yet");
        (await _server.Json("/api/v1/work/2cf24dba5fb0a30e"))["state"]!.GetValue<string>().ShouldBe("waiting");
    }

    private async Task Refused(string query, HttpContent content, HttpStatusCode status, string detail)
    {
        (HttpResponseMessage answer, JsonObject problem) = await Post(query, content);
        answer.StatusCode.ShouldBe(status);
        problem["detail"]!.GetValue<string>().ShouldContain(detail);
    }

    private async Task<(HttpResponseMessage Answer, JsonObject Json)> Post(string query, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents?" + query) { Content = content };

        // So that a refusal is read, and not lost in a connection that the server has closed.
        request.Headers.ExpectContinue = true;
        HttpResponseMessage answer = await _server.Client.SendAsync(request);
        return (answer, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }
}
