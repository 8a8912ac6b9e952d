using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>
/// A table as printed (the grid) and as understood (its parts). A two-sided 收入｜支出 table has a part for each side; a form
/// that starts anew with other heads half-way has a part for each stretch.
/// </summary>
/// <param name="Index">Position in the document's list of blocks.</param>
/// <param name="Section">The headings above it.</param>
/// <param name="Number">Position among the document's tables, from 1; its id is <c>t</c> and this number.</param>
/// <param name="Title">The title, white space removed, or empty.</param>
/// <param name="Kind">The kind's id from the pipeline, or <c>other</c>.</param>
/// <param name="Unit">The unit of its money, or <see cref="Documents.Unit.None"/> when none is stated.</param>
/// <param name="Grid">The printed rows; every row has as many positions as the table has columns; null where a span covers.</param>
/// <param name="HeaderRows">How many rows at the top are titles, heads and column numbers.</param>
/// <param name="Columns">One header path per column, outermost first, white space removed.</param>
/// <param name="Parts">What was understood.</param>
/// <param name="Notes">Indexes of the paragraphs that are notes of this table.</param>
/// <param name="Remarks">What the reader had to repair or guess, in words for a log.</param>
public sealed record Table(
    int Index,
    ImmutableArray<string> Section,
    int Number,
    string Title,
    string Kind,
    Unit Unit,
    ImmutableArray<ImmutableArray<Cell?>> Grid,
    int HeaderRows,
    ImmutableArray<ImmutableArray<string>> Columns,
    ImmutableArray<TablePart> Parts,
    ImmutableArray<int> Notes,
    ImmutableArray<string> Remarks) : Block(Index, Section)
{
    /// <summary>How its cells were found; of a table over several pages, on the page where that is least certain.</summary>
    public TableEvidence Evidence { get; init; } = TableEvidence.Stated(TableMethod.Markup);

    /// <summary>The id within the document.</summary>
    public string Id => "t" + Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether no data row carries a number.</summary>
    public bool IsEmpty => Parts.All(part => part.Lines.All(line => line.Values.All(cell => cell is null || cell.Type != CellType.Number)));
}

/// <summary>A stretch of a table with one set of heads: label columns to the left, value columns to the right.</summary>
/// <param name="Name">The side's name (收入, 支出), the stretch's own label, or empty.</param>
/// <param name="Columns">The value columns, left to right.</param>
/// <param name="Lines">The data rows.</param>
public sealed record TablePart(string Name, ImmutableArray<ValueColumn> Columns, ImmutableArray<TableLine> Lines);

/// <summary>A column that holds values.</summary>
/// <param name="Column">Column in the printed grid.</param>
/// <param name="Path">Header path, outermost first, white space removed, without the part's name.</param>
/// <param name="Unit">The unit that this column's own head states, or null.</param>
public sealed record ValueColumn(int Column, ImmutableArray<string> Path, Unit? Unit)
{
    /// <summary>The header path joined by <c>/</c>.</summary>
    public string Name => string.Join('/', Path);
}

/// <summary>What a data row is in its part.</summary>
public enum LineRole
{
    /// <summary>An item.</summary>
    Item,

    /// <summary>合计, 总计, 小计, 本年…合计, a nameless row above all others, Total ...</summary>
    Total,
}

/// <summary>A data row of a part.</summary>
/// <param name="Row">Row in the printed grid.</param>
/// <param name="Label">The name, folded (see <see cref="Folding.Label"/>), without enumerator and without 其中.</param>
/// <param name="Code">The subject code (3, 5 or 7 digits for functions; 3 or 5 for economic classes; unit codes), or empty.</param>
/// <param name="Role">Item or total.</param>
/// <param name="Level">Depth in the hierarchy, 0 at the top.</param>
/// <param name="Parent">Index of the parent among the part's lines, or -1.</param>
/// <param name="IsOfWhich">Whether it stands under 其中, so that its siblings may not close to the parent.</param>
/// <param name="LabelCell">The cell that holds the name; null when none does.</param>
/// <param name="Values">One position per value column of the part; null where a span covers.</param>
public sealed record TableLine(
    int Row,
    string Label,
    string Code,
    LineRole Role,
    int Level,
    int Parent,
    bool IsOfWhich,
    Cell? LabelCell,
    ImmutableArray<Cell?> Values)
{
    /// <summary>The folded label of a cell further left that spans this row and others (收入构成 beside 财政拨款), or empty.</summary>
    public string Group { get; init; } = "";
}
