using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>
/// Text in which every character knows where it was printed, so that any stretch of it can be traced to its place,
/// however many soft line breaks, cells or pages were joined to make it.
/// </summary>
public sealed class PlacedText
{
    private readonly ImmutableArray<int> _offsets;
    private readonly ImmutableArray<Region> _regions;

    private PlacedText(string text, ImmutableArray<int> offsets, ImmutableArray<Region> regions)
    {
        Text = text;
        _offsets = offsets;
        _regions = regions;
    }

    /// <summary>No text at no place.</summary>
    public static PlacedText Empty { get; } = new("", [], []);

    /// <summary>The characters as printed.</summary>
    public string Text { get; }

    /// <summary>The offset in the decoded source of each character; empty for text on pages.</summary>
    internal ImmutableArray<int> Offsets => _offsets;

    /// <summary>The region of each character; empty for text in a decoded source.</summary>
    internal ImmutableArray<Region> Regions => _regions;

    /// <summary>The number of UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>Text that stands in one piece at <paramref name="start"/> of the decoded source.</summary>
    public static PlacedText FromSource(string source, int start, int end)
    {
        var offsets = ImmutableArray.CreateBuilder<int>(end - start);
        for (int i = start; i < end; i++)
        {
            offsets.Add(i);
        }

        return new PlacedText(source[start..end], offsets.MoveToImmutable(), []);
    }

    /// <summary>Text whose characters stand at the given offsets of the decoded source, one offset a character.</summary>
    public static PlacedText FromOffsets(string text, ImmutableArray<int> offsets) =>
        offsets.Length == text.Length
            ? new PlacedText(text, offsets, [])
            : throw new ArgumentException("One offset is needed for each character.", nameof(offsets));

    /// <summary>Text whose characters stand in the given page regions, one region a character.</summary>
    public static PlacedText FromRegions(string text, ImmutableArray<Region> regions) =>
        regions.Length == text.Length
            ? new PlacedText(text, [], regions)
            : throw new ArgumentException("One region is needed for each character.", nameof(regions));

    /// <summary>The pieces one after another, without anything between them.</summary>
    public static PlacedText Concat(IReadOnlyCollection<PlacedText> pieces)
    {
        var offsets = ImmutableArray.CreateBuilder<int>(pieces.Sum(piece => piece._offsets.Length));
        var regions = ImmutableArray.CreateBuilder<Region>(pieces.Sum(piece => piece._regions.Length));
        foreach (PlacedText piece in pieces)
        {
            offsets.AddRange(piece._offsets);
            regions.AddRange(piece._regions);
        }

        return new PlacedText(string.Concat(pieces.Select(piece => piece.Text)), offsets.MoveToImmutable(), regions.MoveToImmutable());
    }

    /// <summary>The characters from <paramref name="start"/> to <paramref name="end"/> (exclusive).</summary>
    public PlacedText Slice(int start, int end) => new(
        Text[start..end],
        _offsets.IsEmpty ? [] : _offsets[start..end],
        _regions.IsEmpty ? [] : _regions[start..end]);

    /// <summary>This text without white space at either end.</summary>
    public PlacedText Trim()
    {
        int start = 0, end = Length;
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == Length ? this : Slice(start, end);
    }

    /// <summary>Where the characters from <paramref name="start"/> to <paramref name="end"/> (exclusive) stand.</summary>
    /// <returns>For text, the smallest span that covers them; for pages, one box for each line of each page.</returns>
    public Place PlaceOf(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Length);
        if (start >= end)
        {
            throw new ArgumentOutOfRangeException(nameof(end), "A place needs at least one character.");
        }

        if (_regions.IsEmpty)
        {
            return Place.At(_offsets[start], _offsets[end - 1] + 1);
        }

        var lines = new List<Region>();
        for (int i = start; i < end; i++)
        {
            Region letter = _regions[i];
            if (lines.Count > 0 && lines[^1].Page == letter.Page && OnOneLine(lines[^1].Box, letter.Box))
            {
                lines[^1] = new Region(letter.Page, lines[^1].Box.Cover(letter.Box));
            }
            else
            {
                lines.Add(letter);
            }
        }

        return Place.On(lines);
    }

    /// <summary>Where the whole text stands.</summary>
    public Place Place => PlaceOf(0, Length);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool OnOneLine(Box line, Box letter) =>
        Math.Min(line.Y1, letter.Y1) - Math.Max(line.Y0, letter.Y0) > 0.5 * Math.Min(line.Y1 - line.Y0, letter.Y1 - letter.Y0);
}
