using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DisclosureMiner.Documents.Html;

/// <summary>Finds the files that a page offers: behind its links, or shown within it.</summary>
internal static partial class PageAttachments
{
    /// <summary>The files in the order of the page, each once.</summary>
    /// <param name="root">The body of the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="words">The pipeline's words.</param>
    /// <param name="left">Elements that are no part of the document.</param>
    public static ImmutableArray<Attachment> Find(IElement root, PageText page, ReadingWords words, IReadOnlySet<IElement> left)
    {
        var found = ImmutableArray.CreateBuilder<Attachment>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (IElement element in root.QuerySelectorAll("a[href], iframe[src], embed[src], object[data]"))
        {
            string href = (element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("data") ?? "").Trim();
            string text = element.LocalName == "a" ? Folded(page.TextOf(element)) : "";
            if (!IsFile(href, text, words) || IsLeft(element, page, left) || !seen.Add(href))
            {
                continue;
            }

            string name = text.Length > 0 ? text : element.GetAttribute("title") is { Length: > 0 } title ? Folded(title) : FileName(href);
            found.Add(new Attachment(name, href, PlaceOf(element, page)));
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a link leads to a file and not to a page: by its address, or by the name that it shows.</summary>
    public static bool IsFile(string href, string text, ReadingWords words) =>
        !href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && (IsNamed(href, words) || (href.Length > 1 && IsNamed(text.Trim(), words)));

    // notice/2024.pdf, download?file=2024.xls&id=3
    private static bool IsNamed(string name, ReadingWords words) =>
        Extensions().Matches(name).Any(extension => words.Is("attachment-extensions", extension.Groups["extension"].Value.ToLowerInvariant()));

    private static bool IsLeft(IElement element, PageText page, IReadOnlySet<IElement> left)
    {
        for (IElement? around = element; around is not null; around = around.ParentElement)
        {
            // What shows a file has no text of its own.
            if (left.Contains(around) || (around != element && page.IsSilent(around)) || page.Styles.IsHidden(around))
            {
                return true;
            }
        }

        return false;
    }

    private static Place PlaceOf(IElement element, PageText page)
    {
        var offsets = new List<int>();
        foreach (IText text in element.Descendants<IText>())
        {
            page.Marks.Expand(text.Data, (c, offset) =>
            {
                if (offset >= 0 && !char.IsWhiteSpace(c))
                {
                    offsets.Add(offset);
                }
            });
        }

        int at = page.OffsetIn(element);
        return offsets.Count > 0 ? Place.At(offsets[0], offsets[^1] + 1) : Place.At(at, at);
    }

    private static string FileName(string href)
    {
        string path = href.Split('?', '#')[0];
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }

    private static string Folded(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\.(?<extension>[A-Za-z0-9]{2,5})(?=$|[?#&;,)）\s])")]
    private static partial Regex Extensions();

    [GeneratedRegex(@"[\s\u3000\u00a0]+")]
    private static partial Regex Spaces();
}
