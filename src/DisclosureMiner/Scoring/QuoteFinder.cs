using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring;

/// <summary>
/// Finds where the quotes of a truth stand in a document: as printed; else whatever white space parts the characters, for a reader
/// may have joined lines; else in what was read, for the source of a page holds marks between the words.
/// </summary>
internal sealed class QuoteFinder
{
    private readonly string? _source;
    private readonly Dictionary<string, ImmutableArray<ImmutableArray<Place>>> _found = new(StringComparer.Ordinal);
    private readonly Lazy<(string Text, int[] Offsets)> _bareSource;
    private readonly Lazy<(string Text, List<(PlacedText Piece, int Index)> Origins)> _read;

    /// <summary>A finder for one document.</summary>
    /// <param name="document">What was read, or null.</param>
    /// <param name="source">The decoded text that spans count in, or null for pages.</param>
    public QuoteFinder(Document? document, string? source)
    {
        _source = source;
        _bareSource = new(() => BareSource(source ?? ""));
        _read = new(() => Read(document));
    }

    /// <summary>All places where the quote stands; one that reaches over several blocks has several places.</summary>
    public ImmutableArray<ImmutableArray<Place>> Find(string quote)
    {
        if (!_found.TryGetValue(quote, out ImmutableArray<ImmutableArray<Place>> found))
        {
            found = Search(quote);
            _found.Add(quote, found);
        }

        return found;
    }

    /// <summary>Whether two places share something.</summary>
    public static bool Touch(Place one, Place other)
    {
        if (one.Span is { } x && other.Span is { } y)
        {
            // A blank cell stands at a point.
            return x.Start == x.End || y.Start == y.End ? x.Start <= y.End && y.Start <= x.End : x.Start < y.End && y.Start < x.End;
        }

        return one.Regions.Any(a => other.Regions.Any(b => a.Page == b.Page
            && a.Box.X0 < b.Box.X1 && b.Box.X0 < a.Box.X1 && a.Box.Y0 < b.Box.Y1 && b.Box.Y0 < a.Box.Y1));
    }

    private ImmutableArray<ImmutableArray<Place>> Search(string quote)
    {
        string bare = Folding.Label(quote);
        if (bare.Length == 0)
        {
            return [];
        }

        if (_source is not null)
        {
            var found = Occurrences(_source, quote).Select(start => ImmutableArray.Create(Place.At(start, start + quote.Length))).ToImmutableArray();
            if (!found.IsEmpty)
            {
                return found;
            }

            (string text, int[] offsets) = _bareSource.Value;
            found = [.. Occurrences(text, bare).Select(start => ImmutableArray.Create(Place.At(offsets[start], offsets[start + bare.Length - 1] + 1)))];
            if (!found.IsEmpty)
            {
                return found;
            }
        }

        return [.. Occurrences(_read.Value.Text, bare).Select(start => PlacesOf(start, start + bare.Length))];
    }

    private static IEnumerable<int> Occurrences(string text, string quote)
    {
        for (int at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static (string Text, int[] Offsets) BareSource(string source)
    {
        var text = new StringBuilder(source.Length);
        var offsets = new List<int>(source.Length);
        for (int i = 0; i < source.Length; i++)
        {
            if (IsPrinted(source[i]))
            {
                text.Append(Folding.Fold(source[i]));
                offsets.Add(i);
            }
        }

        return (text.ToString(), [.. offsets]);
    }

    private static (string Text, List<(PlacedText Piece, int Index)> Origins) Read(Document? document)
    {
        var text = new StringBuilder();
        var origins = new List<(PlacedText, int)>();
        foreach (PlacedText piece in document?.Blocks.SelectMany(PiecesOf) ?? [])
        {
            for (int i = 0; i < piece.Length; i++)
            {
                if (IsPrinted(piece.Text[i]))
                {
                    text.Append(Folding.Fold(piece.Text[i]));
                    origins.Add((piece, i));
                }
            }
        }

        return (text.ToString(), origins);
    }

    /// <summary>Whether <see cref="Folding.Label"/> keeps the character.</summary>
    private static bool IsPrinted(char c) => !char.IsWhiteSpace(Folding.Fold(c)) && c is not ('\u200b' or '\ufeff');

    private static IEnumerable<PlacedText> PiecesOf(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Content],
        Table table => table.Grid.SelectMany(row => row).OfType<Cell>().Select(cell => cell.Content),
        _ => [],
    };

    private ImmutableArray<Place> PlacesOf(int start, int end)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        var origins = _read.Value.Origins;
        for (int first = start; first < end;)
        {
            PlacedText piece = origins[first].Piece;
            int last = first;
            while (last + 1 < end && ReferenceEquals(origins[last + 1].Piece, piece))
            {
                last++;
            }

            places.Add(piece.PlaceOf(origins[first].Index, origins[last].Index + 1));
            first = last + 1;
        }

        return places.ToImmutable();
    }
}
