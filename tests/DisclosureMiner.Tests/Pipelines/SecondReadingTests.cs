using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class SecondReadingTests(Xunit.Abstractions.ITestOutputHelper o)
{
    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);
    private static readonly double[] Columns = [50, 200, 300, 400, 500];

    // A number too wide for its cell is drawn over the border: its last digits stand in the next cell.
    private static TablePdf Crossing(string number) => new TablePdf().Grid([50, 200, 300, 400], [50, 70, 90, 110, 130])
        .Text(60, 64, "Item").Text(210, 64, "Budget").Text(310, 64, "Outturn")
        .Row(84, "Roads", (295, "1,200.00"), (395, "1,150.00"))
        .Row(104, "Schools", (322, number))
        .Row(124, "Total", (295, "2,400.00"), (395, "1,150.00"));

    // A row of numbers that is set beside its columns.
    private static TablePdf Aside(string number) => new TablePdf()
        .Text(60, 60, "Item").Right(290, 60, "Basic").Right(390, 60, "Project").Right(490, 60, "Other")
        .Row(80, "Roads", (290, "120.00"), (390, "310.00"), (490, "50.00"))
        .Row(100, "Schools", (290, "75.00"), (390, "110.00"), (490, "60.00"))
        .Row(120, "Parks", (335, number), (435, "25.00"))
        .Row(140, "Total", (290, "195.00"), (390, "435.00"), (490, "135.00"));

    // A minus that is drawn as a stroke.
    private static TablePdf Stroke(string number) => new TablePdf().Grid([50, 200, 300, 400], [50, 70, 90, 110, 130])
        .Text(60, 64, "Item").Text(210, 64, "Budget").Text(310, 64, "Outturn")
        .Row(84, "Roads", (295, "1,200.00"), (395, "1,150.00"))
        .Row(104, "Refunds", (295, number), (395, "30.00")).Line(263, 100.5, 266, 100.5)
        .Row(124, "Total", (295, "1,165.00"), (395, "1,180.00"));

    // Two lines in one drawn row, whose amounts stand on both in one column only.
    private static TablePdf TwoLines(string number) => new TablePdf().Grid([50, 200, 300, 400], [50, 70, 90, 135, 155])
        .Text(60, 64, "Item").Text(210, 64, "Budget").Text(310, 64, "Outturn")
        .Row(84, "Roads", (295, "1,200.00"), (395, "1,150.00"))
        .Row(103, "Schools", (295, "310.00")).Row(116, "Parks", (395, "25.00")).Row(129, "Pools", (295, number), (395, "300.00"))
        .Row(149, "Total", (295, "1,550.00"), (395, "1,475.00"));

    private static TablePdf Sunk(string number) => new TablePdf()
        .Text(60, 60, "Item").Right(290, 60, "Budget").Right(390, 60, "Outturn")
        .Row(85, "Roads", (290, "1200.00"), (390, "1150.00"))
        .Row(110, "Schools", (290, "310.00"), (390, "300.00"))
        .Row(135, "Parks", (290, number)).Right(390, 141, "25.00")
        .Row(160, "Total", (290, "1550.00"), (390, "1475.00"));

    // No line parts the two amounts' columns in one row, and the amount stands in the second.
    private static TablePdf Spanning(string number) => new TablePdf().Grid([50, 200, 300, 400], [50, 70, 90])
        .Line(50, 110, 400, 110).Line(50, 90, 50, 110).Line(200, 90, 200, 110).Line(400, 90, 400, 110).Grid([50, 200, 300, 400], [110, 130])
        .Text(60, 64, "Item").Text(210, 64, "Budget").Text(310, 64, "Outturn")
        .Row(84, "Roads", (295, "1200.00"), (395, "1150.00")).Row(104, "Parks", (318, number)).Row(124, "Total", (295, "1200.00"), (395, "1175.00"));

    [Theory]
    [InlineData("cross", "1200.00")]
    [InlineData("aside", "15.00")]
    [InlineData("stroke", "35.00")]
    [InlineData("lines", "40.00")]
    [InlineData("cross", "1900.00")]
    [InlineData("aside", "18.00")]
    [InlineData("stroke", "85.00")]
    [InlineData("lines", "70.00")]
    [InlineData("sunk", "40.00")]
    [InlineData("span", "25.00")]
    public void Tries(string kind, string number)
    {
        TablePdf pdf = kind switch { "cross" => Crossing(number), "aside" => Aside(number), "stroke" => Stroke(number), "sunk" => Sunk(number), "span" => Spanning(number), _ => TwoLines(number) };
        var file = pdf.File;
        var reading = Mining.Read(Default, file);
        foreach (var t in reading.Document!.Tables) { foreach (var row in t.Grid) o.WriteLine(string.Join('|', row.Select(c => c is null ? "#" : c.Text + (c.ColumnSpan > 1 ? "x" + c.ColumnSpan : "") + (c.Doubts != 0 ? "?" : "")))); }
        foreach (var x in Mining.ReadAgain(Default, file, reading, [1]).Others[1]) { o.WriteLine(x.How.ToString()); foreach (var row in x.Table.Grid) o.WriteLine("    " + string.Join('|', row.Select(c => c is null ? "#" : c.Text))); }
        MinedDocument mined = Mining.Mine(Default, file, "table.pdf");
        foreach (var r in mined.Ledger) o.WriteLine($"{r.Obligation.Rule} {r.Verdict} {r.Obligation.Formula} {string.Join(' ', r.Obligation.Facts.Select(f => f.Id))}");
        o.WriteLine(string.Join('\n', mined.Discrepancies.Select(d => d.Message.En)));
        o.WriteLine(string.Join('\n', mined.Document!.Remarks));
    }
}
