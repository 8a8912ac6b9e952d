using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>What the lines above a table say of it, and what it may continue.</summary>
/// <param name="Title">The title in the lines above, or empty.</param>
/// <param name="Unit">The unit stated there, or null.</param>
/// <param name="Section">The headings above it.</param>
/// <param name="Document">The document's title.</param>
/// <param name="Genre">The document's genre.</param>
/// <param name="Continued">The table right before it, if nothing but blank lines stands between, else null.</param>
internal sealed record TableSurroundings(string Title, Unit? Unit, ImmutableArray<string> Section, string Document, string Genre, TableReading? Continued);

/// <summary>A table as read, with what a table that continues it needs.</summary>
internal sealed record TableReading(
    string Title,
    string Kind,
    Unit Unit,
    ImmutableArray<ImmutableArray<Cell?>> Grid,
    int HeaderRows,
    ImmutableArray<ImmutableArray<string>> Columns,
    ImmutableArray<TablePart> Parts,
    ImmutableArray<string> Remarks,
    Heads? Heads);

/// <summary>Understands a grid, whatever format it was printed in.</summary>
internal static class TableReader
{
    /// <summary>Reads a grid. Never throws on content.</summary>
    public static TableReading Read(RawTable raw, TableSurroundings surroundings, ReadingWords words)
    {
        var remarks = new List<string>();
        ImmutableArray<ImmutableArray<RawCell?>> rows = RaggedRows.Repair(raw, remarks).Rows;
        InnerCaptions captions = InnerCaptions.Read(rows, surroundings.Title.Length > 0, words);
        rows = Uncovered(rows, captions.Rows);
        string title = captions.Title.Length > 0 ? captions.Title : surroundings.Title;
        bool continues = title.Length == 0 && surroundings.Continued is not null;
        TableReading? before = continues ? surroundings.Continued : null;
        title = before?.Title ?? title;
        var grid = new CellGrid(rows, words);
        bool isForm = FormStretches.IsForm(rows, captions.Rows, title, words);
        ImmutableArray<Stretch> stretches = isForm
            ? FormStretches.Find(rows, captions.Rows, words)
            : Stretch.Cut(rows, captions.Rows, before?.Heads, words);
        Unit unit = captions.Unit ?? surroundings.Unit ?? before?.Unit ?? UnitOfHeads(stretches, words) ?? Unit.None;
        var reader = new PartReader(rows, grid, unit, words, remarks);
        var parts = ImmutableArray.CreateBuilder<TablePart>();
        foreach (Stretch stretch in stretches)
        {
            parts.AddRange(reader.Read(stretch));
        }

        if (isForm)
        {
            var taken = stretches.SelectMany(stretch => Enumerable.Range(stretch.First, stretch.Data[^1] - stretch.First + 1)).ToHashSet();
            parts.AddRange(reader.ReadPairs(Enumerable.Range(captions.Rows, rows.Length - captions.Rows).Where(r => !taken.Contains(r))));
            parts.Sort((one, other) => FirstRow(one).CompareTo(FirstRow(other)));
        }

        // A form with several sets of heads has no row that heads the whole of it.
        Stretch? head = isForm && stretches.Length != 1 ? null : stretches.FirstOrDefault();
        int headerRows = head is null ? captions.Rows : head.First + head.Heads.Rows;
        ImmutableArray<ImmutableArray<string>> columns = head is null
            ? [.. Enumerable.Repeat(ImmutableArray<string>.Empty, raw.Width)]
            : [.. head.Heads.Paths.Select(path => path.Select(cell => cell.Squeezed).ToImmutableArray())];
        string kind = KindRecognition.Of(
            title,
            surroundings.Section.IsEmpty ? "" : surroundings.Section[^1],
            surroundings.Document,
            surroundings.Genre,
            [.. columns.Select(path => string.Join('/', path))],
            [.. parts.SelectMany(part => part.Lines).Select(line => line.Label)],
            words.Knowledge.Kinds);
        return new TableReading(
            title, before?.Kind ?? kind, unit, grid.ToGrid(), headerRows, columns, parts.ToImmutable(), [.. remarks.Distinct()], head?.Heads);
    }

    // A caption's cell that reaches down into the heads covers none of them.
    private static ImmutableArray<ImmutableArray<RawCell?>> Uncovered(ImmutableArray<ImmutableArray<RawCell?>> rows, int captions)
    {
        for (int r = 0; r < captions; r++)
        {
            for (int c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c] is not { RowSpan: > 1 } cell || r + cell.RowSpan <= captions)
                {
                    continue;
                }

                rows = rows.SetItem(r, rows[r].SetItem(c, cell with { RowSpan = captions - r }));
                for (int below = captions; below < Math.Min(rows.Length, r + cell.RowSpan); below++)
                {
                    var blank = new RawCell(PlacedText.Empty, cell.Place);
                    rows = rows.SetItem(below, [.. rows[below].Select((covered, i) => i >= c && i < c + cell.ColumnSpan && covered is null ? blank : covered)]);
                }
            }
        }

        return rows;
    }

    private static int FirstRow(TablePart part) => part.Lines.IsEmpty ? int.MaxValue : part.Lines[0].Row;

    // 2020年度支出（万元） | 减少额（万元）: where nothing else states the unit, the heads do if they agree.
    private static Unit? UnitOfHeads(ImmutableArray<Stretch> stretches, ReadingWords words)
    {
        List<Unit> units = [.. stretches.SelectMany(stretch => stretch.Heads.Paths).Select(path => CellUnits.OfHeads(path, words))
            .OfType<Unit>().Where(unit => unit.Dimension == Dimension.Money).Distinct()];
        return units.Count == 1 ? units[0] : null;
    }
}
