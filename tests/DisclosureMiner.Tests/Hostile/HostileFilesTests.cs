using System.Text.Json;
using DisclosureMiner.Cli;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Tests.Cli;

namespace DisclosureMiner.Tests.Hostile;

/// <summary>Whatever lies in a folder, the command comes to its end, says of each file what became of it, and reads the others.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private const string Budget = "yunpu-veterans-2025-budget.txt";

    private readonly TempFolder _folder = new();

    private static IEnumerable<HostileFile> All => [.. HostilePdfs.All, .. HostilePages.All, .. HostileTexts.All];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_command_ends_with_a_status_and_a_message_for_each_of_them()
    {
        foreach (HostileFile file in All)
        {
            _folder.Write("in/" + file.Name, file.Build());
        }

        _folder.Write("in/whole.txt", File.ReadAllBytes(Path.Combine(TestPaths.Corpus, Budget)));
        using var command = new CommandProcess("mine", _folder["in"], "--out", _folder["out"]);
        command.ExitCode(TimeSpan.FromMinutes(10)).ShouldBe(ExitCodes.Failed, command.Error);

        Dictionary<string, (string Status, string Code)> ends = [];
        foreach (string line in File.ReadLines(_folder["out/documents.jsonl"]))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement error = document.RootElement.GetProperty("error");
            bool failed = error.ValueKind == JsonValueKind.Object;
            foreach (JsonElement path in document.RootElement.GetProperty("paths").EnumerateArray())
            {
                ends[path.GetString()!] = (document.RootElement.GetProperty("status").GetString()!, failed ? error.GetProperty("code").GetString()! : "mined");
            }
        }

        ends["in/whole.txt"].ShouldBe(("mined", "mined"));
        All.Where(file => ends["in/" + file.Name].Code != file.Expected)
            .Select(file => $"{file.Name}: {ends["in/" + file.Name].Code}, not {file.Expected}").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_ordinary_file_holds_nothing_up()
    {
        _folder.Write("in/whole.txt", File.ReadAllBytes(Path.Combine(TestPaths.Corpus, Budget)));
        _folder.Write("in/folder.pdf/inner.txt", "2024年预算收入总额87.84万元。");
        _folder.Write("in/line\nbreak 预算\u202E\u00A0'\".txt", "2024年预算支出总额87.84万元。");
        _folder.Write("in/" + new string('长', 80) + ".txt", "2024年预算支出总额1.00万元。");
        File.CreateSymbolicLink(_folder["in/ring-a.txt"], _folder["in/ring-b.txt"]);
        File.CreateSymbolicLink(_folder["in/ring-b.txt"], _folder["in/ring-a.txt"]);
        File.CreateSymbolicLink(_folder["in/nowhere.pdf"], _folder["in/not-there"]);
        Directory.CreateSymbolicLink(_folder["in/up"], _folder["in"]);
        if (!OperatingSystem.IsWindows())
        {
            using var pipe = System.Diagnostics.Process.Start("mkfifo", [_folder["in/pipe.pdf"]]);
            await pipe.WaitForExitAsync();
        }

        CommandRun run = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);

        run.ExitCode.ShouldBe(ExitCodes.Failed);
        string[] documents = File.ReadAllLines(_folder["out/documents.jsonl"]);
        documents.Count(line => line.Contains("\"status\":\"mined\"", StringComparison.Ordinal)).ShouldBe(4);
        foreach (string name in (string[])["ring-a.txt", "ring-b.txt", "nowhere.pdf"])
        {
            documents.ShouldContain(line => line.Contains($"\"in/{name}\"") && line.Contains("\"unreadable\""), name);
        }

        if (!OperatingSystem.IsWindows())
        {
            documents.ShouldContain(line => line.Contains("\"in/pipe.pdf\"") && line.Contains("\"empty-file\""));
        }
    }

    [Fact]
    public void A_page_that_is_damaged_is_named_and_the_others_are_read()
    {
        byte[] file = PdfObjects.File(
        [
            PdfObjects.Catalog,
            "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 200 100]/Resources<</Font<</F 7 0 R>>>>>>",
            "<</Type/Page/Parent 2 0 R/Contents 5 0 R>>",
            "<</Type/Page/Parent 2 0 R/Contents 6 0 R>>",
            PdfObjects.Stream(PdfObjects.Words),
            PdfObjects.DeflatedRun(new string(' ', 1_000_000), 100),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ]);

        MinedDocument mined = Mining.Mine(Pipeline.LoadDefault(), SourceFile.From("two.pdf", file), "two.pdf");

        mined.Document!.Paragraphs.Select(paragraph => paragraph.Content.Text).ShouldBe(["Budget 2024 total 12.50"]);
        mined.Document.Remarks.ShouldHaveSingleItem().ShouldStartWith("Page 2 is damaged and was not read");
    }
}
