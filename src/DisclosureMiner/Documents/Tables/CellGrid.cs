using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>The cells of a table while it is decided what each of them holds.</summary>
internal sealed class CellGrid
{
    private readonly ImmutableArray<ImmutableArray<RawCell?>> _rows;
    private readonly Cell?[][] _cells;
    private readonly ReadingWords _words;

    public CellGrid(ImmutableArray<ImmutableArray<RawCell?>> rows, ReadingWords words)
    {
        _rows = rows;
        _words = words;
        _cells = [.. rows.Select((row, r) => row.Select((cell, c) => cell is null ? null : Words(cell, r, c)).ToArray())];
    }

    public Cell? this[int row, int column] => _cells[row][column];

    /// <summary>The finished grid.</summary>
    public ImmutableArray<ImmutableArray<Cell?>> ToGrid() => [.. _cells.Select(row => row.ToImmutableArray())];

    /// <summary>Takes a cell for one of a value column: a number in its own unit or else in <paramref name="unit"/>, a blank, or words.</summary>
    public void SetValue(int row, int column, Unit unit)
    {
        if (_rows[row][column] is { } cell)
        {
            _cells[row][column] = Value(cell, row, column, unit);
        }
    }

    /// <summary>Takes a cell beside the values for a number if it prints its own unit, as 15 万元 in a form does.</summary>
    public void SetIfUnitPrinted(int row, int column)
    {
        if (_rows[row][column] is { } cell && NumberText.TryRead(cell.Content.Text, _words, out NumberText number)
            && number.Unit is { Dimension: Dimension.Money or Dimension.ForeignMoney or Dimension.Percent })
        {
            SetValue(row, column, Unit.None);
        }
    }

    private static Cell Words(RawCell cell, int row, int column) => new(
        row, column, cell.Content, cell.IsBlank ? CellType.Blank : HasUnreadable(cell) ? CellType.Unreadable : CellType.Text, null, cell.Place, cell.RowSpan, cell.ColumnSpan)
    {
        Doubts = cell.Doubts,
    };

    private Cell Value(RawCell cell, int row, int column, Unit unit)
    {
        (CellType type, Printed? printed) = (CellType.Text, null);
        if (ColumnRoles.IsNothing(cell, _words))
        {
            type = CellType.Blank;
        }
        else if (NumberText.TryRead(cell.Content.Text, _words, out NumberText number))
        {
            (type, printed) = (CellType.Number, new Printed(number.Value, number.Decimals, number.Unit ?? unit, number.IsApproximate));
        }
        else if (IsUnreadable(cell))
        {
            type = CellType.Unreadable;
        }

        return new Cell(row, column, cell.Content, type, printed, cell.Place, cell.RowSpan, cell.ColumnSpan) { Doubts = cell.Doubts };
    }

    // ####, #REF! or a torn number: a quantity stands there that nobody can read. Words are no such thing.
    private bool IsUnreadable(RawCell cell) =>
        _words.Is("unreadable-marks", cell.Label)
        || (cell.Label.Length > 1 && cell.Label.All(c => c == '#'))
        || HasUnreadable(cell)
        || (cell.Label.Any(char.IsAsciiDigit) && cell.Label.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '(' or ')'));

    private static bool HasUnreadable(RawCell cell) => cell.Label.Contains('\uFFFD');
}
