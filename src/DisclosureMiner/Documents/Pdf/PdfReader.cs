using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Reads PDF: the characters and lines that a page shows, put together to paragraphs and tables.</summary>
internal static class PdfReader
{
    // Text that a clip hides is not on the page; a spreadsheet's export repeats a tall cell on every page it covers.
    private static ParsingOptions Options(PdfLimits limits) =>
        new() { ClipPaths = true, UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = limits };

    /// <summary>The document in the bytes, or why there is none. Never throws on content.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static Reading Read(ReadOnlyMemory<byte> bytes, ReadingKnowledge knowledge)
    {
        List<PageContent> pages;
        var remarks = new List<string>();
        var limits = new PdfLimits();
        try
        {
            limits.NeedSensibleRanges(bytes.Span);
            using PdfDocument pdf = PdfDocument.Open(bytes.ToArray(), Options(limits));
            pages = [.. Enumerable.Range(1, pdf.NumberOfPages).Select(number => Page(pdf, number, limits, remarks)).OfType<PageContent>()];
        }
        catch (PdfDocumentEncryptedException)
        {
            return Reading.Failed(ReadingProblem.Encrypted);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The library throws exceptions of every kind on files that are cut or mangled.
            bool isLocked = bytes.Span.IndexOf("/Encrypt"u8) >= 0;
            return Reading.Failed(limits.AreExceeded ? ReadingProblem.Oversized : isLocked ? ReadingProblem.Encrypted : ReadingProblem.Damaged);
        }

        return Problem(pages, limits) is { } unread ? Reading.Failed(unread, pages.Count) : Reading.Of(Assemble(pages, knowledge, remarks));
    }

    private static PageContent? Page(PdfDocument pdf, int number, PdfLimits limits, List<string> remarks)
    {
        try
        {
            limits.BeginPage();
            return PageExtraction.Read(pdf.GetPage(number));
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            remarks.Add(FormattableString.Invariant($"Page {number} is damaged and was not read ({problem.GetType().Name})."));
            return null;
        }
    }

    private static ReadingProblem? Problem(List<PageContent> pages, PdfLimits limits)
    {
        int text = pages.Count(page => page.Trust == PageTrust.Text);
        int pictures = pages.Count(page => page.Trust == PageTrust.Picture);
        int unreliable = pages.Count(page => page.Trust is PageTrust.Recognised or PageTrust.Undecodable);
        return text + pictures + unreliable == 0
                ? limits.AreExceeded ? ReadingProblem.Oversized : pages.Count > 0 ? ReadingProblem.Blank : ReadingProblem.Damaged
            : text > pictures + unreliable ? null
            : unreliable > pictures ? ReadingProblem.UnreliableText
            : ReadingProblem.NoText;
    }

    private static Document Assemble(List<PageContent> pages, ReadingKnowledge knowledge, List<string> remarks)
    {
        var words = new ReadingWords(knowledge);
        foreach (PageContent page in pages)
        {
            if (page.Trust is not (PageTrust.Text or PageTrust.Blank))
            {
                remarks.Add(FormattableString.Invariant($"Page {page.Number} is a picture or has no reliable text, and was not read."));
            }

            if (page.Turned > 0)
            {
                remarks.Add(FormattableString.Invariant($"Page {page.Number}: {page.Turned} character(s) that stand on their side were not read."));
            }
        }

        List<PageContent> read = [.. pages.Where(page => page.Trust == PageTrust.Text)];
        List<List<PagePart>> parts = [.. read.Select(PagePart.Of)];
        RunningHeads.Remove(parts, [.. read.Select(page => page.Height)]);
        HashSet<TextRow> contents = Contents(parts, words);
        List<PageBlock> blocks = [.. parts.SelectMany(page => page).SelectMany(part =>
            part.Table is { } table ? [table] : PrintBlocks.Of(part, i => contents.Contains(part.Rows[i])))];
        List<RawBlock> raw = Paragraphs.Join(TableJoins.Join(blocks), contents);
        return DocumentAssembly.Assemble(raw, words, pages.Count, remarks);
    }

    private static HashSet<TextRow> Contents(List<List<PagePart>> pages, ReadingWords words)
    {
        // A table ends a list of contents, whatever it holds.
        List<TextRow?> rows = [.. pages.SelectMany(page => page).SelectMany(part => part.Table is null ? part.Rows : Enumerable.Repeat<TextRow?>(null, 1))];
        bool[] marks = ContentsPages.Find([.. rows.Select(row => row?.Text ?? "\t")], words);
        return [.. rows.Zip(marks).Where(pair => pair.Second && pair.First is not null).Select(pair => pair.First!)];
    }
}
