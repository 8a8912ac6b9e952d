using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>What can be seen on a page before anybody asks what it means; in the coordinates of <see cref="Box"/>.</summary>
/// <param name="Number">Physical page, from 1.</param>
/// <param name="Width">Width as displayed, in points.</param>
/// <param name="Height">Height as displayed, in points.</param>
/// <param name="Letters">Upright characters, in the order in which the file draws them.</param>
/// <param name="Lines">Straight lines along the axes: drawn ones, thin rectangles and edges of shaded areas.</param>
/// <param name="Turned">How many characters stand on their side and are not among <paramref name="Letters"/>.</param>
public sealed record PageView(
    int Number,
    double Width,
    double Height,
    ImmutableArray<PageLetter> Letters,
    ImmutableArray<Box> Lines,
    int Turned);

/// <summary>A character on a page.</summary>
/// <param name="Text">What it means: one character, or several for a ligature; U+FFFD where the file does not tell.</param>
/// <param name="Box">Its em box: as wide as its advance, as high as its font.</param>
/// <param name="Baseline">Distance of its baseline from the top of the page.</param>
/// <param name="Size">The em in points.</param>
public readonly record struct PageLetter(string Text, Box Box, double Baseline, double Size);
