using Microsoft.Extensions.Configuration;

namespace DisclosureMiner.Server.Tests;

public sealed class ServerOptionsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_settings_all_is_done_for_this_machine_alone()
    {
        ServerOptions options = Read();

        options.DataFolder.ShouldBe(_folder["disclosures-data"]);
        options.Store.ShouldBe(_folder["disclosures-data/disclosures.db"]);
        options.Roles.ShouldBe(ServerRoles.All);
        options.Urls.ShouldBe(["http://127.0.0.1:5080"]);
        options.ApiKey.ShouldBeNull();
        options.MaxUpload.ShouldBe(512L * 1024 * 1024);
        options.Jobs.ShouldBe(Environment.ProcessorCount);
        options.Watched.ShouldBe([_folder["disclosures-data/inbox"]]);
    }

    [Fact]
    public void The_command_line_says_it_in_short()
    {
        ServerOptions options = Read(
            "--data", "d", "--roles", "worker,web", "--jobs=3", "--watch", "a", "--watch", "b", "--postgres", "Host=db;Database=x;Password=secret",
            "--urls", "http://0.0.0.0:80;http://[::1]:81", "--api-key", "0123456789abcdef");

        options.DataFolder.ShouldBe(_folder["d"]);
        options.Roles.ShouldBe(ServerRoles.Worker | ServerRoles.Web);
        options.Jobs.ShouldBe(3);
        options.Watched.ShouldBe([_folder["a"], _folder["b"]]);
        options.Store.ShouldBe("Host=db;Database=x;Password=secret");
        options.ToString().ShouldNotContain("secret");
        options.ToString().ShouldNotContain("0123456789abcdef");
    }

    [Fact]
    public void A_key_may_lie_in_a_file()
    {
        _folder.Write("key", "0123456789abcdef\n");

        Read("--api-key-file", "key").ApiKey.ShouldBe("0123456789abcdef");
    }

    [Theory]
    [InlineData("can be reached from other machines", "--urls", "http://0.0.0.0:5080")]
    [InlineData("can be reached from other machines", "--urls", "http://*:5080")]
    [InlineData("can be reached from other machines", "--urls", "http://127.0.0.1:5080;http://[::]:5081")]
    [InlineData("can be reached from other machines", "--urls", "http://budget.example")]
    [InlineData("can be reached from other machines", "--Kestrel:Endpoints:Http:Url", "http://10.0.0.1:80")]
    [InlineData("is no address to listen at", "--urls", "5080")]
    [InlineData("'boss' is no role", "--roles", "boss")]
    [InlineData("from 1 to 1024", "--jobs", "0")]
    [InlineData("from 1 to 1024", "--jobs", "many")]
    [InlineData("at least 16 characters", "--api-key", "short")]
    [InlineData("There is no option --dta", "--dta", "x")]
    [InlineData("needs a value", "--data")]
    [InlineData("Two watched folders are called 'inbox'", "--watch", "a/inbox", "--watch", "b/inbox")]
    [InlineData("is no option", "data")]
    [InlineData("cannot be read", "--api-key-file", "nothing")]
    public void What_cannot_be_is_told_before_anything_starts(string message, params string[] args) =>
        Should.Throw<ServerOptionsException>(() => Read(args)).Message.ShouldContain(message);

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Should.Throw<ServerOptionsException>(() => Read("--jobs", "0", "--roles", "boss", "--urls", "x")).Problems.Count.ShouldBe(3);

    [Fact]
    public async Task A_server_that_is_wrongly_told_ends_with_2()
        => (await ServerHost.Run(["--data", _folder.Path, "--urls", "http://0.0.0.0:0"])).ShouldBe(2);

    private ServerOptions Read(params string[] args) =>
        ServerSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(ServerArguments.Parse(args)).Build(), _folder.Path);
}
