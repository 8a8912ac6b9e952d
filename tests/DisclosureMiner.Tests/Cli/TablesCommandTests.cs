using DisclosureMiner.Cli;
using DisclosureMiner.Tests.Documents.Pdf;

namespace DisclosureMiner.Tests.Cli;

public sealed class TablesCommandTests : IDisposable
{
    private const string Page = """
        <html><body><p>Before</p><table>
        <tr><td rowspan="2">项目</td><td colspan="2">金额</td></tr>
        <tr><td>=1+1</td><td>b&lt;c</td></tr>
        </table></body></html>
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_file_goes_to_standard_output_as_pages_tables_rows_and_cells()
    {
        _folder.Write("a.html", Page);

        CommandRun run = await CommandRun.Of("tables", _folder["a.html"]);

        run.ExitCode.ShouldBe(ExitCodes.Ok);
        run.Out.ShouldBe("""
            [
            [
              [
                [{"t":"项目","rs":2,"cs":1},{"t":"金额","rs":1,"cs":2},null],
                [null,"=1+1","b<c"]]]]

            """.ReplaceLineEndings("\n"));
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Details_say_of_each_table_how_it_was_found()
    {
        _folder.Write("a.txt", "甲\t1\n乙\t2\n");

        CommandRun run = await CommandRun.Of("tables", _folder["a.txt"], "--details");
        CommandRun csv = await CommandRun.Of("tables", _folder["a.txt"], "--details", "--format", "csv");

        string.Concat(run.Out.Where(c => !char.IsWhiteSpace(c))).ShouldBe(
            """[[{"method":"separators","certainty":1,"drawn":1,"fitting":1,"rows":[["甲","1"],["乙","2"]]}]]""");
        csv.ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Fact]
    public async Task Doubts_and_other_readings_of_tables_are_given_on_request()
    {
        const string Grid = "20 20 m 180 20 l S 20 60 m 180 60 l S 20 80 m 180 80 l S 20 20 m 20 80 l S 100 20 m 100 80 l S 180 20 m 180 80 l S ";
        _folder.Write("a.pdf", PdfSketch.OfPages([Grid
            + "BT /F 10 Tf 30 66 Td (Name) Tj 80 0 Td (Amount) Tj -80 -20 Td (one) Tj 80 0 Td (1.00) Tj -80 -16 Td (two) Tj 80 0 Td (2.00) Tj ET"]));

        string details = string.Concat((await CommandRun.Of("tables", _folder["a.pdf"], "--details")).Out.Where(c => !char.IsWhiteSpace(c)));
        string others = (await CommandRun.Of("tables", _folder["a.pdf"], "--alternatives")).Out.ReplaceLineEndings("");

        details.ShouldContain("""["Name","Amount"],[{"t":"one","rs":1,"cs":1,"doubts":["undrawn"]}""");
        others.ShouldContain("""{"rows":[    ["Name","Amount"],    ["one","1.00"],    ["two","2.00"]],"alternatives":[   {"how":"drawn-only","rows":[    ["Name","Amount"],    ["one two","1.00 2.00"]]}""");
        (await CommandRun.Of("tables", _folder["a.pdf"], "--alternatives", "--format", "html")).ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Fact]
    public async Task Csv_is_a_file_for_each_table_and_runs_no_formula()
    {
        _folder.Write("in/a.html", Page);
        _folder.Write("in/b.txt", "甲\t1\n乙\t2\n");
        _folder.Write("out/a/p1-t2.csv", "left by an earlier run");
        _folder.Write("out/a/notes.txt", "of a person");

        CommandRun run = await CommandRun.Of("tables", _folder["in"], "--format", "csv", "--out", _folder["out"]);

        run.ExitCode.ShouldBe(ExitCodes.Ok);
        File.ReadAllText(_folder["out/a/p1-t1.csv"]).ShouldBe("项目,金额,\n,'=1+1,b<c\n");
        File.ReadAllBytes(_folder["out/b/p1-t1.csv"])[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        File.Exists(_folder["out/a/p1-t2.csv"]).ShouldBeFalse();
        File.Exists(_folder["out/a/notes.txt"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Csv_on_standard_output_parts_tables_by_an_empty_line()
    {
        _folder.Write("a.txt", "甲\t1\n乙\t2\n\n其间\n\n丙\t3\n丁\t4\n");

        CommandRun run = await CommandRun.Of("tables", _folder["a.txt"], "--format", "csv");

        run.Out.ShouldBe("甲,1\n乙,2\n\n丙,3\n丁,4\n");
    }

    [Fact]
    public async Task Html_keeps_spans_and_escapes_text()
    {
        _folder.Write("a.html", Page);

        CommandRun run = await CommandRun.Of("tables", _folder["a.html"], "--format", "html");

        run.Out.ShouldContain("<h2>Page 1</h2>");
        run.Out.ShouldContain("<tr><td rowspan=\"2\">项目</td><td colspan=\"2\">金额</td></tr>\n<tr><td>=1+1</td><td>b&lt;c</td></tr>");
    }

    [Fact]
    public async Task Every_page_has_its_place_and_tables_are_not_joined_over_pages()
    {
        const string Grid = "20 20 m 180 20 l S 20 50 m 180 50 l S 20 80 m 180 80 l S 20 20 m 20 80 l S 100 20 m 100 80 l S 180 20 m 180 80 l S ";
        static string Page(string name, string amount) =>
            $"{Grid} BT /F 10 Tf 30 60 Td (Name) Tj 80 0 Td (Amount) Tj ET BT /F 10 Tf 30 30 Td ({name}) Tj 80 0 Td ({amount}) Tj ET";
        _folder.Write("a.pdf", PdfSketch.OfPages([Page("one", "1"), "BT /F 10 Tf 30 60 Td (No table.) Tj ET", Page("two", "2")]));

        CommandRun run = await CommandRun.Of("tables", _folder["a.pdf"]);

        string.Concat(run.Out.Where(c => !char.IsWhiteSpace(c))).ShouldBe(
            """[[[["Name","Amount"],["one","1"]]],[],[[["Name","Amount"],["two","2"]]]]""");
    }

    [Fact]
    public async Task A_bad_file_is_named_and_the_others_go_on()
    {
        _folder.Write("in/a.html", Page);
        _folder.Write("in/b.pdf", "%PDF-1.4 cut off");
        _folder.Write("in/c.docx", [0x50, 0x4B, 3, 4]);

        CommandRun run = await CommandRun.Of("tables", _folder["in"], "--out", _folder["out"]);

        run.ExitCode.ShouldBe(ExitCodes.Failed);
        run.Error.ShouldContain("in/b.pdf: The file is damaged or incomplete");
        run.Error.ShouldContain("in/c.docx: ");
        File.Exists(_folder["out/a.json"]).ShouldBeTrue();
        File.Exists(_folder["out/b.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Other_kinds_of_files_are_passed_over_in_folders_only()
    {
        _folder.Write("in/a.html", Page);
        _folder.Write("in/picture.gif", "GIF89a");

        CommandRun folder = await CommandRun.Of("tables", _folder["in"], "--out", _folder["out"]);
        CommandRun named = await CommandRun.Of("tables", _folder["in/picture.gif"]);

        folder.ExitCode.ShouldBe(ExitCodes.Ok);
        folder.Error.ShouldContain("in/picture.gif: A picture holds no text.");
        named.ExitCode.ShouldBe(ExitCodes.Failed);
    }

    [Fact]
    public async Task Files_of_one_name_do_not_overwrite_each_other()
    {
        _folder.Write("in/a.html", Page);
        _folder.Write("in/a.txt", "甲\t1\n乙\t2\n");
        _folder.Write("in/deep/a.txt", "丙\t1\n丁\t2\n");

        await CommandRun.Of("tables", _folder["in"], "--out", _folder["out"], "--jobs", "2");

        Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["a.json", "a.txt-2.json", "a.txt.json"]);
        File.ReadAllText(_folder["out/a.txt-2.json"]).ShouldContain("丙");
    }

    [Fact]
    public async Task Several_files_need_a_folder()
    {
        _folder.Write("in/a.html", Page);
        _folder.Write("in/b.html", Page);

        CommandRun run = await CommandRun.Of("tables", _folder["in"]);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain("There are 2 files: name a folder for their tables with --out.");
        run.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_asked_for_must_exist()
    {
        (await CommandRun.Of("tables", _folder["nothing.pdf"])).Error.ShouldContain("There is no such file or folder");
        (await CommandRun.Of("tables", _folder["nothing.pdf"], "--format", "xml")).ExitCode.ShouldBe(ExitCodes.Usage);
    }
}
