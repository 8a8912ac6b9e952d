using AngleSharp.Dom;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>A link as it stands in a page.</summary>
/// <param name="Address">Where it leads, canonical.</param>
/// <param name="Text">What it shows, on one line; its title where that says more.</param>
/// <param name="Listed">The date printed beside it; null when there is none.</param>
/// <param name="Element">The element that makes it.</param>
internal sealed record PageLink(Uri Address, string Text, DateOnly? Listed, IElement Element)
{
    /// <summary>Whether it is, or stands in, what a CSS selector names.</summary>
    public bool IsWithin(string selector) => Element.Closest(selector) is not null;
}
