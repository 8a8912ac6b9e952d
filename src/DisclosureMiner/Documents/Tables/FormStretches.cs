using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Tables;

/// <summary>
/// Finds the stretches of a form that have heads of their own (收支构成 by year, the list of projects). What lies between them
/// are keys and values side by side.
/// </summary>
internal static class FormStretches
{
    /// <summary>Whether a table is a form: it has no one row of heads, its first column holds keys.</summary>
    public static bool IsForm(ImmutableArray<ImmutableArray<RawCell?>> rows, int first, string title, ReadingWords words)
    {
        if (first >= rows.Length)
        {
            return false;
        }

        bool IsKey(int r) => rows[r][0] is { IsBlank: false } cell && words.Is("form-keys", cell.Label.TrimEnd(':'));
        int keys = Enumerable.Range(first, Math.Min(8, rows.Length - first)).Count(IsKey);
        bool hasBlanks = rows[first].Any(cell => cell is null or { IsBlank: true });
        return keys >= 2 || (words.In("form-titles", Folding.Label(title).ToLowerInvariant()) && (hasBlanks || IsKey(first)));
    }

    /// <summary>The stretches with heads, top to bottom.</summary>
    public static ImmutableArray<Stretch> Find(ImmutableArray<ImmutableArray<RawCell?>> rows, int first, ReadingWords words)
    {
        var stretches = ImmutableArray.CreateBuilder<Stretch>();
        for (int r = first; r < rows.Length; r++)
        {
            if (StretchAt(rows, r, words) is { } stretch)
            {
                stretches.Add(stretch);
                r = stretch.Data[^1];
            }
        }

        return stretches.ToImmutable();
    }

    private static Stretch? StretchAt(ImmutableArray<ImmutableArray<RawCell?>> rows, int r, ReadingWords words)
    {
        if (rows[r].Count(cell => cell is { IsBlank: false }) < 2 || Heads.HasNumber(rows[r], 0, words, asHead: true))
        {
            return null;
        }

        // The label to the left covers all rows of the stretch, or there is none.
        Heads heads = Heads.Read(rows, r, 1, words);
        int start = r + heads.Rows;
        if (heads.Rows == 0 || start >= rows.Length || !AreHeads(rows, r, start) || !IsData(rows, start, r, heads, words))
        {
            return null;
        }

        bool named = rows[start][0] is null or { IsBlank: true };
        if (!named)
        {
            heads = Heads.Read(rows, r, 0, words);
            start = r + heads.Rows;
            if (start >= rows.Length)
            {
                return null;
            }
        }

        int end = start + 1;
        while (end < rows.Length && !EndsAt(rows, end, named, words))
        {
            end++;
        }

        string name = named && rows[r][0] is { IsBlank: false } label ? label.Squeezed : "";
        return new Stretch(r, heads, [.. Enumerable.Range(start, end - start)], named ? 1 : 0, name);
    }

    // Heads are words, and only the first of them has a label to its left.
    private static bool AreHeads(ImmutableArray<ImmutableArray<RawCell?>> rows, int first, int end) =>
        Enumerable.Range(first, end - first).All(r =>
            (r == first || rows[r][0] is null or { IsBlank: true })
            && !rows[r].Any(cell => cell is not null && NumberText.LooksLikeValue(cell.Label) && !NumberText.IsYear(cell.Label)));

    private static bool IsData(ImmutableArray<ImmutableArray<RawCell?>> rows, int r, int first, Heads heads, ReadingWords words)
    {
        List<int> numbers = [.. Enumerable.Range(1, rows[r].Length - 1).Where(c => IsQuantity(rows[r], c, words))];
        if (numbers.Count == 0)
        {
            return false;
        }

        bool headed = numbers.TrueForAll(c => Enumerable.Range(first, heads.Rows).Any(h => rows[h][c] is { IsBlank: false }));
        if (numbers.Count == 1)
        {
            return headed && rows[r][0] is null or { IsBlank: true };
        }

        // Every number with a word of its own before it: keys and values, no row under heads.
        bool isPairs = numbers.TrueForAll(c => rows[r][c - 1] is { IsBlank: false } before && !NumberText.LooksLikeValue(before.Label));
        return headed && !isPairs;
    }

    private static bool EndsAt(ImmutableArray<ImmutableArray<RawCell?>> rows, int r, bool named, ReadingWords words)
    {
        bool filled = rows[r][0] is { IsBlank: false };
        return filled && (named || !Heads.HasNumber(rows[r], 1, words, asHead: false));
    }

    /// <summary>Whether a cell of a form holds a quantity: a number whose key does not say that it is a telephone number or a date.</summary>
    public static bool IsQuantity(ImmutableArray<RawCell?> row, int c, ReadingWords words)
    {
        if (row[c] is not { IsBlank: false } cell || !NumberText.TryRead(cell.Content.Text, words, out _))
        {
            return false;
        }

        int key = KeyOf(row, c);
        return key < 0 || !words.Ends("text-keys", row[key]!.Label.TrimEnd(':'));
    }

    /// <summary>The filled cell before a column, or -1.</summary>
    public static int KeyOf(ImmutableArray<RawCell?> row, int c)
    {
        int key = c - 1;
        while (key >= 0 && row[key] is null or { IsBlank: true })
        {
            key--;
        }

        return key;
    }
}
