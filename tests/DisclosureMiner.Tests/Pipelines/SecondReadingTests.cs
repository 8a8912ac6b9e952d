using System.Text;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store.Archives;
using DisclosureMiner.Tests.Store;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class SecondReadingTests
{
    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    [Theory]
    [InlineData("cut", "1200.00", "aligned-instead-of-drawn")]
    [InlineData("across", "25.00", "numbers-whole")]
    [InlineData("aside", "15.00", "row-moved")]
    [InlineData("stroke", "35.00", "minus-joined")]
    [InlineData("dash", "35.00", "minus-joined")]
    [InlineData("sunk", "1450.00", "rows-joined")]
    public void What_was_read_wrongly_is_read_in_another_way_and_not_reported(string table, string number, string how)
    {
        MinedDocument mined = Mine(Draw(table, number));

        mined.Discrepancies.ShouldBeEmpty();
        mined.Document!.Remarks.ShouldHaveSingleItem().ShouldContain(how);
        mined.FirstReading.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("cut", "1900.00")]
    [InlineData("across", "52.00")]
    [InlineData("aside", "18.00")]
    [InlineData("stroke", "85.00")]
    [InlineData("dash", "85.00")]
    [InlineData("sunk", "1540.00")]
    public void What_is_printed_wrongly_is_reported_however_it_is_read(string table, string number)
    {
        MinedDocument mined = Mine(Draw(table, number));

        mined.Discrepancies.ShouldNotBeEmpty();
        mined.FirstReading.ShouldBeNull();
    }

    [Fact]
    public void A_number_without_ink_for_a_minus_is_never_negative()
        => Mine(TablePdf.Refunds("35.00")).Discrepancies.ShouldHaveSingleItem();

    [Fact]
    public void Tables_in_which_everything_holds_are_read_once()
    {
        SourceFile file = TablePdf.Refunds("35.00").File;
        SourceFile sound = TablePdf.Refunds("-35.00").File;

        Asked(file).ShouldBe([1]);
        Asked(sound).ShouldBeEmpty();
        Asked(SourceFile.From("a.txt", Encoding.UTF8.GetBytes("Item\tBudget\nRoads\t3.00\nParks\t4.00\nPools\t5.00\nTotal\t13.00\n"))).ShouldBeEmpty();
    }

    [Fact]
    public void A_reading_keeps_the_other_ones_and_a_result_the_one_that_was_chosen()
    {
        SourceFile file = Draw("stroke", "35.00").File;
        Reading reading = Mining.Read(Default, file);
        MinedDocument mined = Mining.Mine(Default, file, "table.pdf");
        Reading again = Mining.ReadAgain(Default, file, reading, [1]);

        Reading back = ReadingArchive.Unpack(ReadingArchive.Pack(again));

        SameParts.FirstDifference(again, back).ShouldBeNull();
        SameParts.FirstDifference(mined, Mining.Check(Default, file.As("table.pdf"), back, (_, _) => throw new InvalidOperationException("It is known."))).ShouldBeNull();
        SameParts.FirstDifference(mined, ResultArchive.Unpack(ResultArchive.Pack(mined), ReadingArchive.Pack(again))).ShouldBeNull();
        SameParts.FirstDifference(mined, ResultArchive.Unpack(ResultArchive.Pack(mined), ReadingArchive.Pack(reading))).ShouldBeNull();
    }

    private static MinedDocument Mine(TablePdf table) => Mining.Mine(Default, table.File, "table.pdf");

    private static List<int> Asked(SourceFile file)
    {
        var asked = new List<int>();
        Mining.Check(Default, file.As(file.Path), Mining.Read(Default, file), (reading, tables) =>
        {
            asked.AddRange(tables);
            return reading;
        });
        return asked;
    }

    private static TablePdf Draw(string table, string number) => table switch
    {
        "cut" => Cut(number),
        "across" => Across(number),
        "aside" => Aside(number),
        "stroke" => TablePdf.Refunds(number).Line(263, 100.5, 266, 100.5),
        "dash" => TablePdf.Refunds(number).Text(261, 101, "_"),
        _ => Sunk(number),
    };

    // A number too wide for its cell: its last digits stand in the next one.
    private static TablePdf Cut(string number) => new TablePdf().Grid([50, 200, 300, 400], [50, 70, 90, 110, 130]).Heads(64)
        .Row(84, "Roads", (295, "1200.00"), (395, "1150.00"))
        .Row(104, "Schools", (322, number))
        .Row(124, "Total", (295, "2400.00"), (395, "1150.00"));

    // A cell over two columns, and the number below the second one's head.
    private static TablePdf Across(string number) => new TablePdf()
        .Grid([50, 200, 300, 400, 500], [50, 70, 90, 110]).Grid([50, 200, 400, 500], [110, 130]).Grid([50, 200, 300, 400, 500], [130, 150])
        .Heads(64).Text(410, 64, "Plan")
        .Row(84, "Roads", (295, "1200.00"), (395, "1150.00"), (495, "1300.00"))
        .Row(104, "Schools", (295, "310.00"), (395, "300.00"), (495, "320.00"))
        .Row(124, "Parks", (318, number), (495, "30.00"))
        .Row(144, "Total", (295, "1510.00"), (395, "1475.00"), (495, "1650.00"));

    // A row set beside the columns, which nothing draws.
    private static TablePdf Aside(string number) => new TablePdf()
        .Text(60, 60, "Item").Right(290, 60, "Basic").Right(390, 60, "Project").Right(490, 60, "Other")
        .Row(80, "Roads", (290, "120.00"), (390, "310.00"), (490, "50.00"))
        .Row(100, "Schools", (290, "75.00"), (390, "110.00"), (490, "60.00"))
        .Row(120, "Parks", (335, number), (435, "25.00"))
        .Row(140, "Total", (290, "195.00"), (390, "435.00"), (490, "135.00"));

    // An amount of a subtotal stands a little lower than its row.
    private static TablePdf Sunk(string number) => new TablePdf().Text(60, 60, "Item").Right(290, 60, "Budget").Right(390, 60, "Outturn")
        .Row(85, "Roads", (290, "1200.00"), (390, "1150.00"))
        .Row(110, "Schools", (290, "310.00"), (390, "300.00"))
        .Row(135, "Subtotal", (290, "1510.00")).Right(390, 141, number)
        .Row(160, "Parks", (290, "40.00"), (390, "25.00"))
        .Row(185, "Pools", (290, "60.00"), (390, "75.00"))
        .Row(210, "Subtotal", (290, "100.00"), (390, "100.00"))
        .Row(235, "Total", (290, "1610.00"), (390, "1550.00"));
}
