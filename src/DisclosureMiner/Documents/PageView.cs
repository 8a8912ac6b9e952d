using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>What can be seen on a page before anybody asks what it means; in the coordinates of <see cref="Box"/>.</summary>
/// <param name="Number">Physical page, from 1.</param>
/// <param name="Width">Width as displayed, in points.</param>
/// <param name="Height">Height as displayed, in points.</param>
/// <param name="Degrees">How far the letters are turned, clockwise: 0, 90, 180 or 270.</param>
/// <param name="Letters">The characters that stand so, in the order in which the file draws them.</param>
/// <param name="Lines">Straight lines along the axes: drawn ones, thin rectangles and edges of shaded areas.</param>
/// <param name="Turned">How many characters stand otherwise and are not among <paramref name="Letters"/>.</param>
public sealed record PageView(
    int Number,
    double Width,
    double Height,
    int Degrees,
    ImmutableArray<PageLetter> Letters,
    ImmutableArray<Box> Lines,
    int Turned);

/// <summary>A character on a page.</summary>
/// <param name="Text">What it means: one character, or several for a ligature; U+FFFD where the file does not tell.</param>
/// <param name="Box">Its em box: as long as its advance, as tall as its font.</param>
/// <param name="X">Where its baseline begins, from the left of the page.</param>
/// <param name="Y">Where its baseline begins, from the top of the page.</param>
/// <param name="Size">The em in points.</param>
public readonly record struct PageLetter(string Text, Box Box, double X, double Y, double Size);
