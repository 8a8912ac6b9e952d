using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>What is visible on a page, in coordinates like those of <see cref="Box"/>: origin at the top left, points.</summary>
/// <param name="Number">Physical page, from 1.</param>
/// <param name="Width">Width, held so that most characters stand upright.</param>
/// <param name="Height">Height, held so.</param>
/// <param name="Glyphs">Upright characters that can be seen, in no particular order.</param>
/// <param name="Horizontal">Horizontal lines, merged, from top to bottom.</param>
/// <param name="Vertical">Vertical lines, merged, from left to right.</param>
/// <param name="Trust">Whether the glyphs mean what they show.</param>
/// <param name="Turned">How many characters stand on their side and were left out.</param>
internal sealed record PageContent(
    int Number,
    double Width,
    double Height,
    ImmutableArray<Glyph> Glyphs,
    ImmutableArray<Ruling> Horizontal,
    ImmutableArray<Ruling> Vertical,
    PageTrust Trust,
    int Turned)
{
    /// <summary>How the page is held against the page as displayed.</summary>
    public Upright Upright { get; init; } = new(Turn.None, Width, Height);

    /// <summary>The lines of which only the upper or the lower part shows.</summary>
    public ImmutableArray<ImmutableArray<Glyph>> CutLines { get; init; } = [];

    /// <summary>The page as displayed.</summary>
    public PageView View() => new(
        Number,
        Upright.Width,
        Upright.Height,
        90 * (int)Upright.Turn,
        [.. Glyphs.Select(ViewOf)],
        [
            .. Horizontal.Select(line => Upright.Shown(new Box(line.From, line.At, line.To, line.At))),
            .. Vertical.Select(line => Upright.Shown(new Box(line.At, line.From, line.At, line.To))),
        ],
        Turned);

    private PageLetter ViewOf(Glyph glyph)
    {
        Box origin = Upright.Shown(new Box(glyph.Box.X0, glyph.Baseline, glyph.Box.X0, glyph.Baseline));
        return new PageLetter(glyph.Text, Upright.Shown(glyph.Box), origin.X0, origin.Y0, glyph.Size);
    }
}

/// <summary>Whether the characters of a page are what a reader of the page sees.</summary>
internal enum PageTrust
{
    /// <summary>They are.</summary>
    Text,

    /// <summary>There is nothing on the page.</summary>
    Blank,

    /// <summary>The page is a picture without characters.</summary>
    Picture,

    /// <summary>The page is a picture, and its characters are a guess at what it shows.</summary>
    Recognised,

    /// <summary>The characters have no key to what they mean.</summary>
    Undecodable,
}
