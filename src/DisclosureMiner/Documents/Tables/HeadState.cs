using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>What is known of the columns while head rows are read from top to bottom.</summary>
internal sealed class HeadState
{
    private readonly int _from;
    private readonly List<RawCell>[] _paths;
    private readonly bool[] _closed;

    // Which head the column lies under so far: columns of one group may be parted further, never joined with others.
    private readonly int[] _group;

    public HeadState(int width, int from)
    {
        _from = from;
        _paths = [.. Enumerable.Range(0, width).Select(_ => new List<RawCell>())];
        _closed = new bool[width];
        _group = new int[width];
    }

    /// <summary>The leftmost column whose head is a leaf or opens a span; null before the first row.</summary>
    public int? FirstHead { get; private set; }

    /// <summary>Whether a head may still stand in the column.</summary>
    public bool IsOpen(int column) => !_closed[column];

    /// <summary>Whether the column has a head already.</summary>
    public bool HasHead(int column) => _paths[column].Count > 0;

    /// <summary>The innermost head of the column so far, or null.</summary>
    public RawCell? Leaf(int column) => _paths[column].Count > 0 ? _paths[column][^1] : null;

    /// <summary>The header path of every column.</summary>
    public ImmutableArray<ImmutableArray<RawCell>> Paths() => [.. _paths.Select(path => path.ToImmutableArray())];

    /// <summary>Takes in a head row.</summary>
    public void Add(ImmutableArray<RawCell?> row)
    {
        int[] groups = [.. _group];
        for (int c = _from; c < row.Length; c++)
        {
            if (row[c] is not { IsBlank: false } cell)
            {
                continue;
            }

            FirstHead ??= c;
            int end = cell.ColumnSpan > 1 ? Math.Min(row.Length, c + cell.ColumnSpan) : SpanEnd(row, c, groups);
            for (int covered = c; covered < end; covered++)
            {
                _paths[covered].Add(cell);
                _group[covered] = (c + 1) * 1000 + _paths[covered].Count;
                // 合计 over 预算数 and 决算数 may be tall as well as wide; what is wide is parted further.
                _closed[covered] = end - c == 1;
            }
        }
    }

    // A head reaches over the blanks to its right, as far as the head above it does and no column is closed.
    private int SpanEnd(ImmutableArray<RawCell?> row, int start, int[] groups)
    {
        int end = start + 1;
        while (end < row.Length && row[end] is { IsBlank: true } && !_closed[end] && groups[end] == groups[start])
        {
            end++;
        }

        return end;
    }
}
