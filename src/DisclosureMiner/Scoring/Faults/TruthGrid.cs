using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnContent
{
    /// <summary>Words.</summary>
    Label,

    /// <summary>Subject codes, or a piece of them.</summary>
    Code,

    /// <summary>Numbers that count lines.</summary>
    Ordinal,

    /// <summary>Quantities.</summary>
    Value,
}

/// <summary>A table of a truth, as far as its own heads and cells tell what its columns and rows are.</summary>
internal sealed class TruthGrid
{
    private readonly ReadingWords _words;
    private readonly ColumnContent[] _contents;
    private readonly ImmutableArray<ImmutableArray<string>> _paths;

    public TruthGrid(TrueTable table, ReadingWords words)
    {
        Table = table;
        _words = words;
        Rows = [.. Enumerable.Range(table.HeaderRows, Math.Max(0, table.Cells.Length - table.HeaderRows))];
        Width = table.Cells.IsEmpty ? 0 : table.Cells[0].Length;
        _paths = [.. Enumerable.Range(0, Width).Select(column => table.Columns is { } columns
            ? columns[column].Split('/').Select(Folding.Label).Where(level => level.Length > 0).ToImmutableArray()
            : [])];
        _contents = [.. Enumerable.Range(0, Width).Select(ContentOf)];
    }

    /// <summary>The table.</summary>
    public TrueTable Table { get; }

    /// <summary>The rows below the heads, as rows of the grid.</summary>
    public ImmutableArray<int> Rows { get; }

    /// <summary>How many columns there are.</summary>
    public int Width { get; }

    /// <summary>The header path of a column, folded; empty when the truth states none.</summary>
    public ImmutableArray<string> Path(int column) => _paths[column];

    /// <summary>What a column holds.</summary>
    public ColumnContent Content(int column) => _contents[column];

    /// <summary>The text of a cell.</summary>
    public string Text(int row, int column) => Table.Cells[row][column];

    /// <summary>The nearest column of words to the left, or -1.</summary>
    public int LabelColumn(int column) =>
        Enumerable.Range(0, column).Reverse().Where(left => _contents[left] == ColumnContent.Label).DefaultIfEmpty(-1).First();

    /// <summary>The folded label that names a value, or empty.</summary>
    public string Label(int row, int column) => LabelColumn(column) is >= 0 and var left ? Folding.Label(Text(row, left)) : "";

    /// <summary>The code of the row on the side of a column: pieces of a split code are put together; empty when there is none.</summary>
    public string Code(int row, int column)
    {
        int label = LabelColumn(column);
        int first = label < 0 ? column : label;
        while (first > 0 && _contents[first - 1] == ColumnContent.Code)
        {
            first--;
        }

        var pieces = Enumerable.Range(first, column - first)
            .Where(left => _contents[left] == ColumnContent.Code)
            .Select(left => Folding.Label(Text(row, left)))
            .Where(piece => piece.Length > 0)
            .ToList();
        if (pieces.Count > 0)
        {
            return string.Concat(pieces.Select((piece, i) => i > 0 && piece.Length == 1 ? "0" + piece : piece));
        }

        string digits = string.Concat(Label(row, column).TakeWhile(char.IsAsciiDigit));
        return digits.Length is 3 or 5 or 7 ? digits : "";
    }

    /// <summary>Whether the row is headed as a total.</summary>
    public bool IsTotalRow(int row, int column) => IsTotal(Label(row, column));

    /// <summary>Whether the column is headed as a total.</summary>
    public bool IsTotalColumn(int column) => !_paths[column].IsEmpty && IsTotal(_paths[column][^1]);

    /// <summary>Whether words head a total.</summary>
    public bool IsTotal(string label)
    {
        string lower = label.ToLowerInvariant();
        return _words.Is("total-labels", lower) || _words.Ends("total-label-endings", lower) || _words.Start("total-label-starts", lower) is not null;
    }

    private ColumnContent ContentOf(int column)
    {
        string head = _paths[column].IsEmpty ? "" : _paths[column][^1].ToLowerInvariant();
        List<string> texts = [.. Rows.Select(row => Folding.Label(Text(row, column))).Where(text => text.Length > 0)];
        int codes = texts.Count(text => text.All(char.IsAsciiDigit));
        bool whole = codes > 0 && codes == texts.Count;

        // 合计 may stand among the codes.
        if (2 * codes > texts.Count && (_words.In("code-heads", head) || _words.Is("code-piece-heads", head)))
        {
            return ColumnContent.Code;
        }

        if (whole && (_words.Is("line-number-heads", head) || IsCounted(texts)))
        {
            return ColumnContent.Ordinal;
        }

        int numbers = texts.Count(text => PrintedNumber.TryRead(text, out _));
        return 2 * numbers > texts.Count || (texts.Count == 0 && Rows.Length > 0 && !_paths[column].IsEmpty && !_words.Is("label-heads", head))
            ? ColumnContent.Value
            : ColumnContent.Label;
    }

    private static bool IsCounted(List<string> texts) =>
        texts.Count > 2 && Enumerable.Range(1, texts.Count - 1).All(i =>
            int.TryParse(texts[i], out int number) && int.TryParse(texts[i - 1], out int before) && number == before + 1);
}
