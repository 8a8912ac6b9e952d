using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Html;

/// <summary>Sees to it that what a page shows begins with its title.</summary>
internal static class PageTitle
{
    // Breadcrumbs and buttons that nobody recognised stand above the title; a document's first chapter does not.
    private const int MostLinesAbove = 12;
    private const int LongestLineAbove = 40;
    private const int Shortest = 8;

    /// <summary>The title that the page states for machines, with the element that states it; null when none does.</summary>
    public static (IElement Element, string Title)? Stated(IHtmlDocument document, ReadingWords words) =>
        document.QuerySelectorAll("meta[content]")
            .Where(meta => words.Is("page-title-names", (meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? "").Trim().ToLowerInvariant()))
            .Select(meta => (meta, meta.GetAttribute("content")!.Trim()))
            .Where(stated => Folding.Label(stated.Item2).Length >= Shortest)
            .Select(stated => ((IElement, string)?)stated).FirstOrDefault();

    /// <summary>The parts from the title on, with the title before them if they do not show it.</summary>
    /// <param name="parts">The lines and tables of the page.</param>
    /// <param name="stated">The title stated for machines, or null.</param>
    /// <param name="window">What the page calls its window, or empty.</param>
    /// <param name="page">The page.</param>
    /// <param name="source">The page's decoded text.</param>
    public static List<PagePart> Lead(
        List<PagePart> parts, (IElement Element, string Title)? stated, string window, PageText page, string source)
    {
        string title = stated is { } known ? Folding.Label(known.Title) : Folding.Label(window);
        int at = title.Length < Shortest ? -1 : parts.FindIndex(0, Math.Min(parts.Count, MostLinesAbove), part => IsTitle(part, title, stated is not null));
        if (at > 0 && parts[..at].TrueForAll(IsOfTheSite))
        {
            int variant = parts.FindIndex(0, at, part => IsVariant(part, title));
            return parts[(variant < 0 ? at : variant)..];
        }

        // A heading names what is shown; where the site only names it for machines, that is its heading.
        bool isHeaded = parts.Count > 0 && parts[0].Block is RawLine { Marker: LineMarker.Heading };
        return at >= 0 || isHeaded || stated is not { } missing
            ? parts
            : [new PagePart(new RawLine(Placed(missing.Element, missing.Title, page, source), true, LineMarker.Heading), false), .. parts];
    }

    // The window's title may go on with the names of the column and of the site.
    private static bool IsTitle(PagePart part, string title, bool isStated) =>
        part.Block is RawLine line && Folding.Label(line.Content.Text) is { Length: >= Shortest } label
        && (isStated ? label == title || (label.StartsWith(title, StringComparison.Ordinal) && label.Length < title.Length + Shortest) : title.StartsWith(label, StringComparison.Ordinal));

    // The title once more, with another body or year in it, is no heading of the site's.
    private static bool IsVariant(PagePart part, string title)
    {
        if (part.Block is not RawLine { Marker: LineMarker.Heading } line)
        {
            return false;
        }

        string label = Folding.Label(line.Content.Text);
        int shortest = Math.Min(label.Length, title.Length);
        int head = Enumerable.Range(0, shortest).TakeWhile(i => label[i] == title[i]).Count();
        int tail = Enumerable.Range(1, shortest - head).TakeWhile(i => label[^i] == title[^i]).Count();
        return head + tail >= Shortest;
    }

    private static bool IsOfTheSite(PagePart part) =>
        part.Block is RawLine line && line.Content.Length <= LongestLineAbove && Enumerator.Read(line.Content.Text).IsNone
        && !Lines.HasClause(line.Content.Text) && !Lines.HasFigure(line.Content.Text);

    private static PlacedText Placed(IElement meta, string title, PageText page, string source)
    {
        int tag = page.Marks.OffsetOf(Math.Max(0, (meta.SourceReference?.Position.Position ?? 1) - 1));
        int at = source.IndexOf(title, tag, StringComparison.Ordinal);
        return PlacedText.FromOffsets(title, [.. Enumerable.Range(0, title.Length).Select(i => at < 0 ? tag : at + i)]);
    }
}
