using DisclosureMiner.Cli;

namespace DisclosureMiner.Tests.Cli;

public sealed class MineCommandTests : IDisposable
{
    private const string Budget = "yunpu-veterans-2025-budget.txt";
    private const string Clean = "qingluo-archives-2024-budget.txt";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Outputs_are_the_same_bytes_whatever_the_number_of_jobs_and_whether_all_is_new()
    {
        CommandRun one = await CommandRun.Of("mine", TestPaths.Corpus, "--out", _folder["one"], "--jobs", "1");
        CommandRun two = await CommandRun.Of("mine", TestPaths.Corpus, "--out", _folder["two"], "--jobs", "2");
        SortedDictionary<string, string> first = Outputs("one");
        Outputs("two").ShouldBe(first);

        CommandRun again = await CommandRun.Of("mine", TestPaths.Corpus, "--out", _folder["two"]);
        Outputs("two").ShouldBe(first);

        one.ExitCode.ShouldBe(ExitCodes.Ok);
        one.Out.ShouldNotContain("taken over");
        two.Out.Replace(_folder["two"], _folder["one"]).ShouldBe(one.Out);
        again.Out.ShouldContain($"({Documents} taken over)");
    }

    [Fact]
    public async Task A_folder_of_all_sorts_of_files_is_mined_to_its_end()
    {
        Copy(Budget, "in/a.txt");
        Copy(Budget, "in/deep/er/same-bytes.txt");
        _folder.Write("in/empty.txt", "");
        _folder.Write("in/broken.txt", [0x00, 0xFF, 0x00, 0xFE, 0x01, 0x02, 0x80, 0x81, 0x00]);
        _folder.Write("in/picture.gif", "GIF89a");
        _folder.Write("in/README.md", "about");
        _folder.Write("in/a.txt.truth.yaml", "document: a.txt");
        _folder.Write("in/.hidden", "x");

        CommandRun run = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);

        run.ExitCode.ShouldBe(ExitCodes.Failed);
        string[] documents = File.ReadAllLines(_folder["out/documents.jsonl"]);
        documents.Select(Status).ShouldBe(
        [
            "in/a.txt mined ", "in/broken.txt failed undecodable", "in/empty.txt failed empty-file",
            "in/picture.gif unsupported unsupported-type",
        ]);
        documents[0].ShouldContain("\"paths\":[\"in/a.txt\",\"in/deep/er/same-bytes.txt\"]");
        run.Error.ShouldContain("in/picture.gif: unsupported: A picture holds no text.");
    }

    [Fact]
    public async Task A_second_run_covers_what_it_is_given_and_no_more()
    {
        Copy(Budget, "in/a.txt");
        Copy(Clean, "in/b.txt");
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        await CommandRun.Of("mine", _folder["in/b.txt"], "--out", _folder["out"]);

        File.ReadAllLines(_folder["out/documents.jsonl"]).Select(Status).ShouldBe(["b.txt mined "]);
        File.ReadAllText(_folder["out/discrepancies.jsonl"]).ShouldNotContain("\"severity\":\"error\"");
    }

    [Fact]
    public async Task The_output_folder_inside_the_given_folder_is_not_mined()
    {
        Copy(Clean, "in/a.txt");
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["in/disclosures"]);
        CommandRun again = await CommandRun.Of("mine", _folder["in"], "--out", _folder["in/disclosures"]);

        again.Out.ShouldStartWith("1 file, 1 document (1 taken over)\n");
    }

    [Fact]
    public async Task Outputs_among_the_documents_are_not_mined()
    {
        Copy(Clean, "in/a.txt");
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["in"]);
        CommandRun again = await CommandRun.Of("mine", _folder["in"], "--out", _folder["in"]);
        CommandRun elsewhere = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);

        again.Out.ShouldStartWith("1 file, 1 document (1 taken over)\n");
        elsewhere.Out.ShouldStartWith("1 file, 1 document\n");
    }

    [Fact]
    public async Task The_summary_says_what_was_read_what_is_worst_and_what_needs_attention()
    {
        Copy(Budget, "in/预算 2025.txt");
        _folder.Write("in/a.docx", "PK\u0003\u0004word/document.xml");
        _folder.Write("in/b.zip", "PK\u0003\u0004");
        _folder.Write("in/empty.txt", "");

        CommandRun run = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"], "--lang", "zh");

        string[] lines = run.Out.Replace(_folder["out"], "out").Split('\n');
        lines[..4].ShouldBe(["文件 4 个，不同内容 4 份", "  状态      已核对 1，读取失败 1，不支持的类型 2", "  格式      文本 2，Word 1，压缩包 1", "  类型      部门预算 1"]);
        lines[10].ShouldStartWith("  疑点      错误 ");
        lines[10].ShouldEndWith("（涉及 1 份文件）");
        lines[11].ShouldBe("  报告      out/report.html");
        lines[13].ShouldBe("最需核实");
        lines[14].ShouldStartWith("  1. [错误 ");
        lines[14].ShouldEndWith("] in/预算 2025.txt");
        lines[^8..].ShouldBe(
        [
            "未能核对的文件（3 份）",
            "  读取失败：文件为空（0 字节），或不是普通文件，请重新获取该文件。",
            "    in/empty.txt",
            "  不支持的类型：Word 文档不能直接读取，请用 Word 或 WPS 另存为 PDF 后重试。",
            "    in/a.docx",
            "  不支持的类型：压缩包不能直接读取，请先解压，再处理解压后的文件夹。",
            "    in/b.zip",
            "",
        ]);
    }

    [Fact]
    public async Task What_is_left_out_of_a_folder_is_taken_when_it_is_named()
    {
        _folder.Write("README.md", "2024年预算收入总额87.84万元。");

        CommandRun run = await CommandRun.Of("mine", _folder["README.md"], "--out", _folder["out"]);

        run.Out.ShouldContain("status         mined 1\n");
    }

    [Theory]
    [InlineData(Budget, "never", ExitCodes.Ok)]
    [InlineData(Budget, "error", ExitCodes.Found)]
    [InlineData(Budget, "warning", ExitCodes.Found)]
    [InlineData(Clean, "warning", ExitCodes.Ok)]
    public async Task Discrepancies_decide_the_exit_code_when_asked_to(string document, string failOn, int expected)
    {
        CommandRun run = await CommandRun.Of("mine", Path.Combine(TestPaths.Corpus, document), "--out", _folder["out"], "--fail-on", failOn);

        run.ExitCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_failed_file_outweighs_a_discrepancy()
    {
        Copy(Budget, "in/a.txt");
        _folder.Write("in/empty.txt", "");

        CommandRun run = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"], "--fail-on", "error");

        run.ExitCode.ShouldBe(ExitCodes.Failed);
    }

    [Fact]
    public async Task What_cannot_begin_is_bad_usage_and_says_why()
    {
        Copy(Clean, "a.txt");
        _folder.Write("empty/.keep", "");

        await Refused("There is no such file or folder", "mine", _folder["nowhere"]);
        await Refused("no file to read", "mine", _folder["empty"]);
        await Refused("--out is a file", "mine", _folder["a.txt"], "--out", _folder["a.txt"]);
        await Refused("cannot be written", "mine", _folder["a.txt"], "--out", _folder["a.txt/out"]);
        await Refused("--jobs must be", "mine", _folder["a.txt"], "--out", _folder["out"], "--jobs", "0");
        await Refused("127.0.0.1:1/x does not answer", "mine", _folder["a.txt"], "--out", _folder["out"], "--db", "Host=127.0.0.1;Port=1;Database=x;Password=secret");
        await Refused("connection string is wrong", "mine", _folder["a.txt"], "--out", _folder["out"], "--db", "Host=x;Nonsense=1");
        await Refused("is no store", "mine", _folder["a.txt"], "--out", _folder["out"], "--db", _folder.Write("b.db", new string('x', 999)));
        await Refused("The pipeline is wrong", "mine", _folder["a.txt"], "--out", _folder["out"], "--pipeline", "nowhere");
        await Refused("'sometimes' not recognized", "mine", _folder["a.txt"], "--fail-on", "sometimes");
        await Refused("no such option: --jbs", "mine", "--jbs", _folder["a.txt"]);
        await Refused("'mien'", "mien");
    }

    [Fact]
    public async Task An_interrupted_run_says_so_and_leaves_earlier_outputs()
    {
        Copy(Clean, "in/a.txt");
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        SortedDictionary<string, string> before = Outputs("out");
        Copy(Budget, "in/b.txt");

        var error = new StringWriter();
        int exitCode = await DisclosureMinerCommand.RunAsync(
            ["mine", _folder["in"], "--out", _folder["out"], "--lang", "en"], new StringWriter(), error, cancellation: new CancellationToken(true));

        exitCode.ShouldBe(ExitCodes.Interrupted);
        error.ToString().ShouldContain("Run the same command again.");
        Outputs("out").ShouldBe(before);
    }

    private static int Documents => Directory.GetFiles(TestPaths.Corpus, "*.truth.yaml").Length;

    private static async Task Refused(string because, params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        run.Error.ShouldContain(because);
        run.ExitCode.ShouldBe(ExitCodes.Usage);
    }

    private static string Status(string line)
    {
        using var document = System.Text.Json.JsonDocument.Parse(line);
        var root = document.RootElement;
        string code = root.GetProperty("error") is { ValueKind: System.Text.Json.JsonValueKind.Object } error ? error.GetProperty("code").GetString()! : "";
        return $"{root.GetProperty("path").GetString()} {root.GetProperty("status").GetString()} {code}";
    }

    private void Copy(string document, string name) => _folder.Write(name, File.ReadAllBytes(Path.Combine(TestPaths.Corpus, document)));

    private SortedDictionary<string, string> Outputs(string name)
    {
        SortedDictionary<string, string> files = _folder.Files(name);
        files.Remove(StoreOptions.DefaultDb);
        return files;
    }
}
