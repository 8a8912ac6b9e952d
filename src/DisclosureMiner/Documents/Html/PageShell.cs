using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DisclosureMiner.Documents.Html;

/// <summary>
/// Finds what a site puts around what it publishes: menus, breadcrumbs, side columns, feet. What holds a table of amounts, the title or
/// most of the page's words is never taken for it.
/// </summary>
internal sealed partial class PageShell
{
    private const int FewestAmounts = 3;

    private readonly PageText _page;
    private readonly ReadingWords _words;
    private readonly string _title;
    private readonly int _letters;
    private readonly Dictionary<INode, Measure> _measures = [];
    private readonly HashSet<IElement> _shell = [];
    private readonly int _prose;

    private PageShell(IElement root, PageText page, ReadingWords words, string title)
    {
        _page = page;
        _words = words;
        _title = Folding.Label(title);
        _letters = _title.Count(char.IsLetter);
        _prose = MeasureOf(root).Prose;
    }

    /// <summary>The elements that are no part of the document.</summary>
    /// <param name="root">The body of the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="words">The pipeline's words.</param>
    /// <param name="title">The title that the page states of itself, or empty.</param>
    public static IReadOnlySet<IElement> Find(IElement root, PageText page, ReadingWords words, string title)
    {
        var shell = new PageShell(root, page, words, title);
        shell.Search(root);
        return shell._shell;
    }

    private void Search(IElement element)
    {
        foreach (IElement child in element.Children.Where(child => !_page.IsSilent(child)))
        {
            if (HtmlElements.Blocks.Contains(child.LocalName) && IsShell(child, _measures[child]))
            {
                _shell.Add(child);
            }
            else
            {
                Search(child);
            }
        }
    }

    private bool IsShell(IElement element, Measure measure)
    {
        // Rows and groups of a table are no less than a table.
        if (measure.Text == 0 || measure.HoldsTitle || measure.Amounts >= FewestAmounts || measure.Prose * 2 > _prose
            || element.LocalName is "body" or "main" or "article" or "tr" or "tbody" or "thead" or "tfoot" or "caption" or "h1")
        {
            return false;
        }

        return element.LocalName is "nav" or "aside" or "footer" or "menu" or "search"
            || (element.LocalName == "header" && measure.Links > 1)
            || element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "menubar"
            || IsNamedSo(element)
            || (measure.Links >= 3 && measure.LinkText * 10 >= measure.Text * 7)
            || (measure.Links >= 6 && measure.LinkText * 2 >= measure.Text && measure.Prose < 15 * measure.Links);
    }

    // main-nav, SideBar, page_footer.
    private bool IsNamedSo(IElement element) =>
        $"{element.ClassName} {element.Id}" is { Length: > 1 } names
        && NameParts().EnumerateMatches(names) is var parts && AnyPart(parts, names);

    private bool AnyPart(Regex.ValueMatchEnumerator parts, string names)
    {
        foreach (ValueMatch part in parts)
        {
            if (_words.Is("page-shell-names", names.Substring(part.Index, part.Length).ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    private Measure MeasureOf(INode node)
    {
        Measure measure = node switch
        {
            IText text => new Measure(_page.Marks.TextOf(text.Data).Count(char.IsLetter), 0, 0, 0, false),
            IElement element when _page.IsSilent(element) => default,
            IElement element => MeasureElement(element),
            _ => default,
        };
        _measures[node] = measure;
        return measure;
    }

    private Measure MeasureElement(IElement element)
    {
        Measure inner = element.ChildNodes.Aggregate(default(Measure), (sum, child) => sum.Plus(MeasureOf(child)));
        if (element.LocalName == "a" && IsWayOut(element))
        {
            return inner with { LinkText = inner.Text, Links = 1 };
        }

        bool isTitle = inner.Text > 0 && !inner.HoldsTitle
            && ((element.LocalName == "h1" && inner.LinkText * 2 < inner.Text)
                || (_title.Length > 0 && inner.Text == _letters && inner.LinkText == 0 && Folding.Label(_page.TextOf(element)) == _title));
        bool isAmount = element.LocalName is "td" or "th" && inner.Text == 0 && Amount().IsMatch(_page.TextOf(element).Trim());
        return inner with { HoldsTitle = inner.HoldsTitle || isTitle, Amounts = inner.Amounts + (isAmount ? 1 : 0) };
    }

    // A link that leads to another page; a place of this one belongs to a list of contents, and a file is what the page publishes.
    private bool IsWayOut(IElement link) =>
        link.GetAttribute("href") is { } href && !PlaceOfPage().IsMatch(href) && !PageAttachments.IsFile(href, _page.TextOf(link), _words);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex NameParts();

    [GeneratedRegex(@"#[^/]+$")]
    private static partial Regex PlaceOfPage();

    [GeneratedRegex(@"^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|(?!(?:19|20)\d\d$)\d{3,})$")]
    private static partial Regex Amount();

    /// <summary>What stands in an element.</summary>
    /// <param name="Text">Letters and ideographs; dates and numbers of visitors say nothing of what it is.</param>
    /// <param name="LinkText">How many of them stand in links to other pages.</param>
    /// <param name="Links">How many such links.</param>
    /// <param name="Amounts">Cells that hold an amount.</param>
    /// <param name="HoldsTitle">Whether the title stands in it.</param>
    private readonly record struct Measure(int Text, int LinkText, int Links, int Amounts, bool HoldsTitle)
    {
        public int Prose => Text - LinkText;

        public Measure Plus(Measure other) => new(
            Text + other.Text, LinkText + other.LinkText, Links + other.Links, Amounts + other.Amounts, HoldsTitle || other.HoldsTitle);
    }
}
