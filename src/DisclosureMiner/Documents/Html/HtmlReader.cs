using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Documents.Html;

/// <summary>Reads pages: published ones with all that a site puts around them, and those that office programs write.</summary>
internal static class HtmlReader
{
    // A page with fewer words of its own beside its attachments says nothing but that they are there.
    private const int FewestWords = 60;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsKeepingSourceReferences = true, SkipComments = true });

    /// <summary>The document in a page, or why there is none; all places are spans of <see cref="SourceFile.Decode"/>. Never throws on content.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static Reading Read(SourceFile file, ReadingKnowledge knowledge)
    {
        DecodedText decoded = file.Decode();
        return decoded.IsText ? Reading.Of(Read(decoded.Text, knowledge)) : Reading.Failed(ReadingProblem.Undecodable);
    }

    /// <summary>The document in the text of a page.</summary>
    public static Document Read(string text, ReadingKnowledge knowledge)
    {
        var words = new ReadingWords(knowledge);
        (IHtmlDocument parsed, PageText page) = Parse(text, 0);
        using (parsed)
        {
            (List<PagePart> parts, IElement root, IReadOnlySet<IElement> shell) = PartsOf(parsed, page, text, words);
            ImmutableArray<Attachment> attachments = PageAttachments.Find(root, page, words, shell);
            return DocumentAssembly.Assemble(WithContents(parts, words), words, 1, Remarks(parts, attachments)) with { Attachments = attachments };
        }
    }

    /// <summary>The lines and tables in the text of a page.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static List<RawBlock> BlocksOf(string text, ReadingKnowledge knowledge)
    {
        (IHtmlDocument parsed, PageText page) = Parse(text, 0);
        using (parsed)
        {
            return PartsOf(parsed, page, text, new ReadingWords(knowledge)).Parts.ConvertAll(part => part.Block);
        }
    }

    /// <summary>The lines and tables in markup that stands within a text.</summary>
    public static IEnumerable<RawBlock> BlocksOf(string text, int start, int end, ReadingWords words)
    {
        (IHtmlDocument parsed, PageText page) = Parse(text[start..end], start);
        using (parsed)
        {
            return PageLines.Read(parsed.DocumentElement, page, words, new HashSet<IElement>()).ConvertAll(part => part.Block);
        }
    }

    private static (List<PagePart> Parts, IElement Root, IReadOnlySet<IElement> Shell) PartsOf(
        IHtmlDocument parsed, PageText page, string text, ReadingWords words)
    {
        (IElement Element, string Title)? stated = PageTitle.Stated(parsed, words);
        IElement root = parsed.Body ?? parsed.DocumentElement;
        IReadOnlySet<IElement> shell = PageShell.Find(root, page, words, stated?.Title ?? "");
        List<PagePart> parts = PageFurniture.Remove(PageLines.Read(root, page, words, shell), words);
        if (parts.Count == 0 && shell.Count > 0)
        {
            // A page of nothing but links shows them.
            shell = new HashSet<IElement>();
            parts = PageLines.Read(root, page, words, shell);
        }

        string window = page.Marks.TextOf(parsed.Title ?? "");
        parts = PageTitle.Lead(parts, stated, window, page, text);
        return (PageJoins.Join(PrintedPages.Remove(parts)), root, shell);
    }

    private static (IHtmlDocument Document, PageText Page) Parse(string text, int shift)
    {
        MarkedSource marks = MarkedSource.Of(text, shift);
        IHtmlDocument parsed = Parser.ParseDocument(marks.Text);
        return (parsed, new PageText(marks, new PageStyles(parsed.QuerySelectorAll("style").Select(sheet => marks.TextOf(sheet.TextContent)))));
    }

    private static List<RawBlock> WithContents(List<PagePart> parts, ReadingWords words)
    {
        // Every paragraph stands apart from the next in a page: only an empty one is a gap. A table ends a list of contents.
        var lines = new List<string>();
        var at = new int[parts.Count];
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i].AfterBlank)
            {
                lines.Add("");
            }

            at[i] = lines.Count;
            lines.Add(parts[i].Block is RawLine line ? line.Content.Text : "\t");
        }

        bool[] contents = ContentsPages.Find(lines, words);
        return [.. parts.Select((part, i) => part.Block is RawLine line ? line with { IsContents = contents[at[i]] } : part.Block)];
    }

    private static IEnumerable<string> Remarks(List<PagePart> parts, ImmutableArray<Attachment> attachments)
    {
        bool isBare = !parts.Exists(part => part.Block is RawTable)
            && parts.Skip(1).Sum(part => ((RawLine)part.Block).Content.Length) - attachments.Sum(attachment => attachment.Name.Length) < FewestWords;
        if (isBare && !attachments.IsEmpty)
        {
            yield return FormattableString.Invariant($"The page says nothing itself: what it publishes is in its {attachments.Length} attachment(s).");
        }
        else if (parts.Count == 0)
        {
            yield return "The page shows no text.";
        }
    }
}
