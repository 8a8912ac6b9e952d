using DisclosureMiner.Cli;
using Microsoft.Data.Sqlite;

namespace DisclosureMiner.Tests.Cli;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ReportCommandTests()
    {
        foreach (string name in new[] { CrawledSite.Archives, CrawledSite.Veterans })
        {
            _folder.Write("in/" + name, File.ReadAllBytes(Path.Combine(TestPaths.Corpus, name)));
        }
    }

    private string Db => _folder["out/disclosures.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_outputs_are_those_of_the_run_that_mined()
    {
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        CommandRun run = await CommandRun.Of("report", "--db", Db, "--out", _folder["again"]);

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Out.ShouldBe($"Wrote the outputs of 2 documents: {_folder["again/report.html"]}\n");
        SortedDictionary<string, string> before = _folder.Files("out");
        before.Remove("disclosures.db").ShouldBeTrue();
        before.Count.ShouldBeGreaterThan(10);
        _folder.Files("again").ShouldBe(before);
    }

    [Fact]
    public async Task A_register_names_the_bodies_of_facts()
    {
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        string register = _folder.Write("bodies.csv", "代码,名称,类别,地区\n302,青萝县档案馆,部门,青萝县\n");
        CommandRun run = await CommandRun.Of("report", "--db", Db, "--out", _folder["again"], "--register", register);

        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        (await File.ReadAllTextAsync(_folder["again/facts.jsonl"])).ShouldContain("\"bodyCode\":\"302\"");
    }

    [Fact]
    public async Task Documents_of_another_version_are_left_out_and_told_of()
    {
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        MakeOld("LIMIT 1");
        CommandRun one = await CommandRun.Of("report", "--db", Db, "--out", _folder["again"]);
        one.ExitCode.ShouldBe(ExitCodes.Ok);
        one.Error.ShouldContain("1 document mined by another version of the program or its rules is left out. Run mine on them again");
        File.ReadAllLines(_folder["again/documents.jsonl"]).Length.ShouldBe(1);

        MakeOld("");
        string before = await File.ReadAllTextAsync(_folder["again/documents.jsonl"]);
        CommandRun none = await CommandRun.Of("report", "--db", Db, "--out", _folder["again"]);
        none.ExitCode.ShouldBe(ExitCodes.Usage);
        none.Error.ShouldContain("All 2 documents of the store were mined by another version");
        (await File.ReadAllTextAsync(_folder["again/documents.jsonl"])).ShouldBe(before);
    }

    [Fact]
    public async Task Without_a_store_there_is_nothing_to_report()
        => (await CommandRun.Of("report", "--out", _folder["nowhere"])).ExitCode.ShouldBe(ExitCodes.Usage);

    private void MakeOld(string limit)
    {
        using var connection = new SqliteConnection($"Data Source={Db};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"UPDATE documents SET checks_version = 'earlier' WHERE id IN (SELECT id FROM documents ORDER BY id {limit})";
        command.ExecuteNonQuery();
    }
}
