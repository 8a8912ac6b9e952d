using System.Text.Json;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Reports;

public sealed class ContractFilesTests : IDisposable
{
    private const string Switch = "DISCLOSUREMINER_APPROVE";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_files_of_the_sample_budget_are_the_approved_ones()
    {
        Write(SampleBudget.Create().Mine());
        string approved = Path.Combine(TestPaths.TestProject, "Reports", "data", "contract.approved.txt");
        string actual = string.Concat(Directory.EnumerateFiles(_folder["out"], "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".xlsx", StringComparison.Ordinal))
            .Select(path => (Name: Path.GetRelativePath(_folder["out"], path).Replace('\\', '/'), Content: File.ReadAllText(path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => $"==> {file.Name}\n{file.Content}"));

        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(approved, actual);
        }

        actual.ShouldBe(File.ReadAllText(approved), $"If this is intended, run `{Switch}=1 dotnet test -c Release` and read the diff.");
    }

    [Fact]
    public void Every_line_is_one_object_of_schema_version_1()
    {
        Write(SampleBudget.Create().Mine());

        foreach (string file in Directory.EnumerateFiles(_folder["out"], "*.jsonl"))
        {
            foreach (string line in File.ReadAllLines(file))
            {
                using JsonDocument parsed = JsonDocument.Parse(line);
                parsed.RootElement.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
            }
        }
    }

    [Fact]
    public void Tables_that_are_no_longer_asked_for_go_and_what_others_keep_there_stays()
    {
        Write(SampleBudget.Create().Mine());
        string mine = _folder.Write("out/tables/notes/mine.csv", "x");
        string beside = _folder.Write("out/tables/0123456789abcdef/mine.csv", "x");
        Write(SampleBudget.Create().Mine() with { Id = "fedcba9876543210" });

        File.Exists(_folder["out/tables/0123456789abcdef/t1.csv"]).ShouldBeFalse();
        File.Exists(_folder["out/tables/fedcba9876543210/t1.csv"]).ShouldBeTrue();
        File.Exists(mine).ShouldBeTrue();
        File.Exists(beside).ShouldBeTrue();
    }

    [Fact]
    public void Csv_begins_with_a_byte_order_mark_unless_it_must_not()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        Write(SampleBudget.Create().Mine());
        File.ReadAllBytes(_folder["out/facts.csv"])[..3].ShouldBe(mark);

        Write(SampleBudget.Create().Mine(), byteOrderMark: false);
        File.ReadAllBytes(_folder["out/facts.csv"])[..3].ShouldBe("doc"u8.ToArray());
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+86 27 1234", "'+86 27 1234")]
    [InlineData("-x", "'-x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-12.30", "-12.30")]
    [InlineData("-1,234.50%", "-1,234.50%")]
    [InlineData("--", "--")]
    [InlineData("-", "-")]
    [InlineData("合计", "合计")]
    public void Only_what_an_office_program_would_run_is_defused(string text, string written)
        => CsvFile.Defused(text).ShouldBe(written);

    private void Write(MinedDocument mined, bool byteOrderMark = true)
    {
        Directory.CreateDirectory(_folder["out"]);
        using var store = DisclosureStore.Open(_folder["store.db"]);
        store.Save(mined, new MiningVersion("reading", "checks"));
        ContractFiles.Write(
            _folder["out"],
            store,
            [new LocatedDocument(mined.Id, mined.Paths)],
            new ContractOptions(Language.En, byteOrderMark));
    }
}
