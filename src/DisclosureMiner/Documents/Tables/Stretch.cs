using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>Rows of a table that stand under one set of heads.</summary>
/// <param name="First">The first row of the heads.</param>
/// <param name="Heads">The heads.</param>
/// <param name="Data">The data rows below them.</param>
/// <param name="From">The first column that belongs to it; a label that covers the whole stretch stands to the left.</param>
/// <param name="Name">That label as printed, or empty.</param>
internal sealed record Stretch(int First, Heads Heads, ImmutableArray<int> Data, int From, string Name)
{
    /// <summary>Cuts the rows of an ordinary table: one stretch, or several when other heads start half-way.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="first">The first row behind titles and captions.</param>
    /// <param name="inherited">The heads of the table that this one continues, or null.</param>
    /// <param name="words">The pipeline's words.</param>
    public static ImmutableArray<Stretch> Cut(ImmutableArray<ImmutableArray<RawCell?>> rows, int first, Heads? inherited, ReadingWords words)
    {
        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        while (first < rows.Length)
        {
            Heads heads = Heads.Read(rows, first, 0, words);
            int headRows = heads.Rows;
            if (headRows == 0 && inherited is not null && inherited.Paths.Length == rows[0].Length)
            {
                heads = inherited;
            }

            ImmutableArray<int> all = [.. Enumerable.Range(first + headRows, rows.Length - first - headRows)];
            ColumnUse[] uses = ColumnRoles.Read(rows, all, heads, 0, words);
            int next = NextHeads(rows, all, uses, words);
            int end = next < 0 ? rows.Length : next;
            ImmutableArray<int> data = [.. all.Where(r => r < end && !Repeats(rows, r, first, headRows) && !Heads.IsColumnNumbers(rows[r], words))];
            stretches.Add(new Stretch(first, heads with { Rows = headRows }, data, 0, ""));
            first = end;
        }

        return stretches.ToImmutable();
    }

    // A row of words in the value columns with numbers below it is a new set of heads.
    private static int NextHeads(ImmutableArray<ImmutableArray<RawCell?>> rows, ImmutableArray<int> data, ColumnUse[] uses, ReadingWords words)
    {
        int values = uses.Count(use => use == ColumnUse.Value);
        foreach (int r in data.Skip(1))
        {
            var texts = Enumerable.Range(0, uses.Length)
                .Where(c => uses[c] == ColumnUse.Value && rows[r][c] is { } cell && !ColumnRoles.IsNothing(cell, words))
                .Select(c => rows[r][c]!.Label).Distinct(StringComparer.Ordinal).ToList();
            if (texts.Count >= 2 && texts.Count * 2 >= values && !Heads.HasNumber(rows[r], 0, words, asHead: true)
                && !Heads.IsColumnNumbers(rows[r], words)
                && data.Any(later => later > r && Heads.HasNumber(rows[later], 0, words, asHead: false)))
            {
                return r;
            }
        }

        return -1;
    }

    // The heads printed once more at the top of a page.
    private static bool Repeats(ImmutableArray<ImmutableArray<RawCell?>> rows, int r, int first, int headRows) =>
        Enumerable.Range(first, headRows).Any(h =>
            rows[h].Count(cell => cell is { IsBlank: false }) > 1
            && rows[h].Zip(rows[r]).All(pair => (pair.First?.Label ?? "") == (pair.Second?.Label ?? "")));
}
