using System.Text;
using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring.Faults;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Scoring.Faults;

public sealed class PlantingTests
{
    private const string Pdf = "heting-district-water-2026-budget.pdf";

    [Fact]
    public void Text_keeps_its_encoding_and_places_move_with_what_is_typed()
    {
        const string text = "某局2024年部门预算说明，收入预算合计232.74万元，比上年预算增加11.86万元，主要原因是人员增加。";
        SourceFile file = SourceFile.From("x.txt", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text));
        file.Decode().Text.ShouldBe(text);

        PlantedDocument planted = Planting.Plant(file, Fault(text, ("232.74", "2232.74"), ("增加", "减少"))).ShouldNotBeNull();

        string typed = planted.File.Decode().Text;
        planted.File.Decode().Encoding.ShouldBe("gb18030");
        typed.ShouldBe(text.Replace("232.74", "2232.74", StringComparison.Ordinal).Replace("增加11", "减少11", StringComparison.Ordinal));
        planted.Targets.Select(place => typed[place.Span!.Value.Start..place.Span.Value.End]).ShouldBe(["2232.74", "减少"]);
    }

    [Fact]
    public void A_byte_order_mark_stays()
    {
        const string text = "收入预算合计232.74万元。";
        SourceFile file = SourceFile.From("x.txt", (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        PlantedDocument planted = Planting.Plant(file, Fault(text, ("232", "233"))).ShouldNotBeNull();

        planted.File.Bytes.Span[..3].ToArray().ShouldBe(Encoding.UTF8.Preamble.ToArray());
        planted.File.Decode().Text.ShouldBe("收入预算合计233.74万元。");
    }

    [Fact]
    public void What_an_encoding_cannot_print_is_not_planted()
    {
        const string text = "碧巖鎮2024年預算收入合計232.74萬元，比上年增加11.86萬元，主要原因是人員經費增加，各項經費均按照規定的標準核定。";
        SourceFile file = SourceFile.From("x.txt", CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes(text));
        file.Decode().Text.ShouldBe(text);

        Planting.Plant(file, Fault(text, ("增加11", "减少11"))).ShouldBeNull();
    }

    [Fact]
    public void Digits_of_a_PDF_are_typed_into_its_content_stream()
    {
        Pipeline pipeline = Pipeline.LoadDefault();
        SourceFile file = SourceFile.Read(Path.Combine(TestPaths.Corpus, Pdf));
        Document before = DocumentReader.Read(file, pipeline.Reading).Document.ShouldNotBeNull();
        Cell cell = before.Tables.SelectMany(table => table.Grid).SelectMany(row => row).OfType<Cell>().First(cell => cell.Text.Contains(".00", StringComparison.Ordinal) && cell.Text.Length > 10);
        string typed = "9" + cell.Text[1..^2] + "77";

        PlantedDocument planted = Planting.Plant(file, new Fault(FaultType.DigitWrong, "", [new Edit(cell.Content, typed)], [], "")).ShouldNotBeNull();

        Document after = DocumentReader.Read(planted.File, pipeline.Reading).Document.ShouldNotBeNull();
        Texts(after).Except(Texts(before)).ShouldBe([typed]);
        Texts(after).Count.ShouldBe(Texts(before).Count);
        planted.Targets.ShouldBe([cell.Content.Place]);
    }

    [Fact]
    public void A_PDF_without_the_glyph_is_left_alone()
    {
        SourceFile file = SourceFile.Read(Path.Combine(TestPaths.Corpus, Pdf));
        Document document = DocumentReader.Read(file, Pipeline.LoadDefault().Reading).Document.ShouldNotBeNull();
        Cell cell = document.Tables.SelectMany(table => table.Grid).SelectMany(row => row).OfType<Cell>().First(cell => cell.Type == CellType.Number);

        Planting.Plant(file, new Fault(FaultType.DigitWrong, "", [new Edit(cell.Content, "龘")], [], "")).ShouldBeNull();
    }

    private static List<string> Texts(Document document) =>
        [.. document.Tables.SelectMany(table => table.Grid).SelectMany(row => row).OfType<Cell>().Select(cell => cell.Text)];

    private static Fault Fault(string text, params (string Old, string New)[] edits) => new(
        FaultType.DigitWrong,
        "",
        [.. edits.Select(edit => text.IndexOf(edit.Old, StringComparison.Ordinal) is var at ? new Edit(PlacedText.FromSource(text, at, at + edit.Old.Length), edit.New) : null!)],
        [],
        "");
}
