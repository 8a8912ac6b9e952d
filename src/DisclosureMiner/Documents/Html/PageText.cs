using AngleSharp.Dom;

namespace DisclosureMiner.Documents.Html;

/// <summary>What a page shows: which of its elements are seen and what they say.</summary>
/// <param name="marks">The page's text by its marks.</param>
/// <param name="styles">Its styles.</param>
internal sealed class PageText(MarkedSource marks, PageStyles styles)
{
    private readonly Dictionary<IElement, bool> _silent = [];

    /// <summary>The marks of the page.</summary>
    public MarkedSource Marks { get; } = marks;

    /// <summary>The styles of the page.</summary>
    public PageStyles Styles { get; } = styles;

    /// <summary>Whether nothing in the element is to be read.</summary>
    public bool IsSilent(IElement element)
    {
        if (!_silent.TryGetValue(element, out bool silent))
        {
            silent = HtmlElements.Silent.Contains(element.LocalName) || Styles.IsHidden(element) || IsPrintFurniture(element);
            _silent.Add(element, silent);
        }

        return silent;
    }

    /// <summary>All characters that an element shows, white space as written.</summary>
    public string TextOf(INode node) => node switch
    {
        IText text => Marks.TextOf(text.Data),
        IElement element when IsSilent(element) => "",
        _ => string.Concat(node.ChildNodes.Select(TextOf)),
    };

    /// <summary>The offset behind the start tag of an element, or behind that of the next element around it that has one.</summary>
    public int OffsetIn(IElement element)
    {
        for (IElement? around = element; around is not null; around = around.ParentElement)
        {
            if (around.SourceReference is { Position.Position: > 0 and int position })
            {
                int end = Marks.Text.IndexOf('>', position - 1);
                return Marks.OffsetOf(end < 0 ? position - 1 : end + 1);
            }
        }

        return Marks.OffsetOf(0);
    }

    // Heads and feet of printed pages, and remarks of reviewers, as office programs write them into a page.
    private static bool IsPrintFurniture(IElement element) =>
        element.LocalName == "div"
        && (element.GetAttribute("title") is "header" or "footer"
            || (element.GetAttribute("style") is { } style && style.Contains("mso-element:", StringComparison.Ordinal)
                && (style.Contains(":header", StringComparison.Ordinal) || style.Contains(":footer", StringComparison.Ordinal) || style.Contains(":comment", StringComparison.Ordinal))));
}
