using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Scoring;

/// <summary>Small truths, and small things to hold against them.</summary>
internal static class Truths
{
    /// <summary>Knows nothing, and expects nothing to be reported.</summary>
    public static GroundTruth Nothing { get; } = new("x.txt", null, null, null, null, null, null, [], [], IsByCause: true, null);

    public static GroundTruth Expecting(params TrueDiscrepancy[] discrepancies) => Nothing with { Discrepancies = [.. discrepancies] };

    public static TrueDiscrepancy Wrong(string rule, string quote, params string[] figures) => new(rule, Severity.Error, quote, [.. figures], "because", 1);

    public static TrueRemark Remark(RemarkKind kind, string quote) => new(kind, "", quote, "because", 1);

    /// <summary>A table as read, every text at no place in particular.</summary>
    public static Table Table(int number, string kind, string title, int headerRows, params string[] rows)
    {
        ImmutableArray<ImmutableArray<Cell?>> grid =
            [.. rows.Select((row, r) => row.Split('|').Select((text, c) => CellAt(r, c, text.Trim())).ToImmutableArray())];
        ImmutableArray<ImmutableArray<string>> columns = [.. grid[0].Select(cell => ImmutableArray.Create(cell?.Text ?? ""))];
        return new Table(number, [], number, title, kind, Unit.TenThousandYuan, grid, headerRows, columns, [], [], []);
    }

    public static MinedDocument Mined(params Table[] tables) => new(
        "0123456789abcdef", "x.txt", ["x.txt"], "", "text/plain", MiningStatus.Mined, null,
        new Document("", "", null, "other", 1, [.. tables], []), [], [], [], []);

    private static Cell? CellAt(int row, int column, string text) => text == "^"
        ? null
        : new Cell(row, column, PlacedText.FromSource(text, 0, text.Length), text.Length == 0 ? CellType.Blank : CellType.Text, null, Place.At(0, 0));
}
