using System.IO.Compression;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Samples;
using MiniExcelLibs;

namespace DisclosureMiner.Tests.Reports;

public sealed class WorkbookTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_rows_give_the_same_bytes_and_no_hour()
    {
        string first = Write("a.xlsx", SampleBudget.Create().Mine()), second = Write("b.xlsx", SampleBudget.Create().Mine());

        File.ReadAllBytes(first).ShouldBe(File.ReadAllBytes(second));
        using var zip = ZipFile.OpenRead(first);
        zip.Entries.ShouldAllBe(part => part.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
        using var sheets = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        sheets.ReadToEnd().ShouldContain("<x:sheet name=\"discrepancies\" sheetId=\"1\" state=\"visible\" r:id=\"sheet1\" />");
    }

    [Fact]
    public void Codes_are_text_and_numbers_are_numbers()
    {
        MinedDocument mined = SampleBudget.Create().Mine();
        IDictionary<string, object>[] rows = Rows(Write("a.xlsx", mined), "discrepancies");

        rows.Length.ShouldBe(4);
        rows[0].Keys.ShouldBe(DiscrepancyColumns.All.Select(column => column.Name));
        rows.Select(row => row["id"]).ShouldBe(mined.Discrepancies.Select(found => found.Id));
        rows.Select(row => row["document"]).Distinct().ShouldBe(["0123456789abcdef"]);
        rows[1]["stated"].ShouldBe(-19.15);
        rows[1]["fiscalYear"].ShouldBe(2024.0);
        Rows(_folder["a.xlsx"], "documents").Single().ShouldSatisfyAllConditions(
            row => row["id"].ShouldBe("0123456789abcdef"),
            row => row["status"].ShouldBe("mined"),
            row => row["errors"].ShouldBe(3.0));
    }

    [Fact]
    public void A_file_without_discrepancies_has_its_heads()
    {
        MinedDocument refused = Refusals.BlankForm(new FileIdentity("in/a.pdf", new string('a', 64), MediaTypes.Pdf), SampleBudget.Create().Text.Document);
        string path = Write("a.xlsx", refused);

        MiniExcel.Query(path, useHeaderRow: false, sheetName: "discrepancies").Count().ShouldBe(1);
        Rows(path, "documents").Single()["errorZh"].ShouldBe("空白模板，不是公开文本，未作核对。");
    }

    [Fact]
    public void Words_that_a_spreadsheet_would_run_or_cannot_hold_are_words_that_it_holds()
    {
        MinedDocument mined = SampleBudget.Create().Mine("in/=1+1\u0001<b>.txt");
        mined = mined with { Discrepancies = [mined.Discrepancies[0] with { Message = new Bilingual(new string('长', 40_000), "=2+2") }] };
        IDictionary<string, object> row = Rows(Write("a.xlsx", mined), "discrepancies").Single();

        row["messageEn"].ShouldBe("=2+2");
        row["messageZh"].ShouldBe(new string('长', 32_767));
        using var zip = ZipFile.OpenRead(_folder["a.xlsx"]);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        sheet.ReadToEnd().ShouldNotContain("<x:f>");
    }

    private string Write(string name, MinedDocument mined)
    {
        StoredDocument stored = Recording.Of(mined);
        using var workbook = new Workbook(_folder[name]);
        foreach (DiscrepancyRecord found in stored.Discrepancies)
        {
            workbook.Add(new DiscrepancyRow(stored.Path, stored.Document, found, Review.Open));
        }

        workbook.Add(new DocumentRow(stored.Paths, stored.Document, Counts<Severity>.Of(stored.Discrepancies.Select(found => found.Severity))));
        workbook.Commit();
        return _folder[name];
    }

    private static IDictionary<string, object>[] Rows(string path, string sheet) =>
        [.. MiniExcel.Query(path, useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object>>()];
}
