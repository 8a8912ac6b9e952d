namespace DisclosureMiner.Documents.Pdf;

/// <summary>How the texts on a grid of lines lie to these: what tells a table from a chart, whose bars and axes cross one another too.</summary>
/// <param name="Texts">How many lines of text there are, as the grid parts them.</param>
/// <param name="Cut">Those that go on in the next cell in the midst of a word, each with what it goes on with.</param>
/// <param name="IsFilled">Whether texts fill a part of the cells, or most of a row or column.</param>
internal sealed record GridContent(int Texts, List<(TextRow First, TextRow Second)> Cut, bool IsFilled)
{
    private const double FewestFilled = 0.2;
    private const double MostCut = 0.25;

    // Characters of one word stand this close, in ems.
    private const double SameWord = 0.08;

    /// <summary>Whether the lines draw a chart.</summary>
    public bool IsChart => !IsFilled || (Cut.Count > 1 && Cut.Count > MostCut * Texts);

    /// <summary>The share of lines of text that keep inside one cell.</summary>
    public double Fitting => Texts == 0 ? 1 : 1 - ((double)Cut.Count / Texts);

    /// <summary>What the cells hold.</summary>
    public static GridContent Of(GridCell?[,] cells)
    {
        List<TextRow> texts = [.. cells.OfType<GridCell>().SelectMany(cell => cell.Lines).OrderBy(text => Math.Round(text.Glyphs[0].Baseline)).ThenBy(text => text.Box.X0)];
        List<(TextRow First, TextRow Second)> cut = [.. texts.Zip(texts.Skip(1)).Where(pair => Math.Abs(pair.First.Glyphs[^1].Baseline - pair.Second.Glyphs[0].Baseline) < 1
            && Math.Abs(pair.Second.Box.X0 - pair.First.Box.X1) < SameWord * pair.First.Size)];
        return new GridContent(texts.Count, cut, AreFilled(cells));
    }

    /// <summary>The cells; those over whose border a text runs are marked.</summary>
    public GridCell?[,] Marked(GridCell?[,] cells)
    {
        if (Cut.Count == 0)
        {
            return cells;
        }

        HashSet<TextRow> texts = [.. Cut.SelectMany(pair => new[] { pair.First, pair.Second })];
        for (int r = 0; r < cells.GetLength(0); r++)
        {
            for (int c = 0; c < cells.GetLength(1); c++)
            {
                if (cells[r, c] is { } cell && cell.Lines.Exists(texts.Contains))
                {
                    cells[r, c] = cell with { Doubts = cell.Doubts | CellDoubts.RunsOver };
                }
            }
        }

        return cells;
    }

    private static bool AreFilled(GridCell?[,] cells)
    {
        List<GridCell> all = [.. cells.OfType<GridCell>()];
        IEnumerable<int> rows = Enumerable.Range(0, cells.GetLength(0)), columns = Enumerable.Range(0, cells.GetLength(1));
        return all.Count(cell => cell.Lines.Count > 0) > FewestFilled * all.Count
            || rows.Any(r => IsMostlyFilled(columns.Select(c => cells[r, c])))
            || columns.Any(c => IsMostlyFilled(rows.Select(r => cells[r, c])));
    }

    private static bool IsMostlyFilled(IEnumerable<GridCell?> line)
    {
        List<GridCell> own = [.. line.OfType<GridCell>()];
        int filled = own.Count(cell => cell.Lines.Count > 0);
        return filled > 1 && filled * 2 >= own.Count;
    }
}
