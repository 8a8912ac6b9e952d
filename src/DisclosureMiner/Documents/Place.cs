using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>A run of characters of the decoded text, in UTF-16 units; <see cref="End"/> is exclusive.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>The smallest span that covers this one and <paramref name="other"/>.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}

/// <summary>A rectangle on a page as displayed: points, origin at the top left, <c>Y</c> growing downwards.</summary>
public readonly record struct Box(double X0, double Y0, double X1, double Y1)
{
    /// <summary>The smallest box that covers this one and <paramref name="other"/>.</summary>
    public Box Cover(Box other) =>
        new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    /// <summary>The point in its middle.</summary>
    internal (double X, double Y) Middle => ((X0 + X1) / 2, (Y0 + Y1) / 2);

    /// <summary>Whether a point lies within it.</summary>
    internal bool Holds((double X, double Y) point) => point.X >= X0 && point.X <= X1 && point.Y >= Y0 && point.Y <= Y1;
}

/// <summary>A box on one page; <see cref="Page"/> counts physical pages from 1.</summary>
public readonly record struct Region(int Page, Box Box);

/// <summary>
/// Where something stands in its document: a character span (text, HTML) or a list of page regions (PDF).
/// Nothing that is reported exists without one.
/// </summary>
public sealed record Place
{
    private Place(TextSpan? span, ImmutableArray<Region> regions)
    {
        Span = span;
        Regions = regions;
    }

    /// <summary>The character span, or null for a place on pages.</summary>
    public TextSpan? Span { get; }

    /// <summary>The page regions; empty for a place in text.</summary>
    public ImmutableArray<Region> Regions { get; }

    /// <summary>A place in decoded text.</summary>
    public static Place At(TextSpan span) => new(span, []);

    /// <summary>A place in decoded text.</summary>
    public static Place At(int start, int end) => At(new TextSpan(start, end));

    /// <summary>A place on pages.</summary>
    public static Place On(IEnumerable<Region> regions) => new(null, [.. regions]);

    /// <summary>Whether two places share a character or an area.</summary>
    internal bool Touches(Place other) => Span is { } own && other.Span is { } span
        ? own.Start < span.End && span.Start < own.End
        : Regions.Any(region => other.Regions.Any(another => region.Page == another.Page && Overlap(region.Box, another.Box)));

    /// <summary>The span or all regions: places that differ read differently.</summary>
    public override string ToString() => Span is { } span
        ? FormattableString.Invariant($"{span.Start}-{span.End}")
        : string.Join(' ', Regions.Select(region => FormattableString.Invariant($"{region.Page}:{region.Box.X0},{region.Box.Y0},{region.Box.X1},{region.Box.Y1}")));

    private static bool Overlap(Box one, Box other) =>
        one.X0 < other.X1 && other.X0 < one.X1 && one.Y0 < other.Y1 && other.Y0 < one.Y1;

    /// <inheritdoc/>
    public bool Equals(Place? other) => other is not null && Span == other.Span && Regions.AsSpan().SequenceEqual(other.Regions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Regions.Length);
}
