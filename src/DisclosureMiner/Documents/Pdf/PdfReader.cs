using DisclosureMiner.Documents.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Reads PDF: the characters and lines that a page shows, put together to paragraphs and tables.</summary>
internal static class PdfReader
{
    private static readonly ParsingOptions Options = new() { UseLenientParsing = true, SkipMissingFonts = true };

    /// <summary>The document in the bytes, or why there is none. Never throws on content.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static Reading Read(ReadOnlyMemory<byte> bytes, ReadingKnowledge knowledge)
    {
        PdfPages pages = Open(bytes);
        return pages.Problem is { } problem ? Reading.Failed(problem, pages.Count) : Reading.Of(Assemble(pages, knowledge));
    }

    /// <summary>The pages in the bytes, or why they cannot be read. Never throws on content.</summary>
    public static PdfPages Open(ReadOnlyMemory<byte> bytes)
    {
        var remarks = new List<string>();
        try
        {
            using PdfDocument pdf = OpenDocument(bytes);
            List<PageContent> pages = [.. Enumerable.Range(1, pdf.NumberOfPages).Select(number => Page(pdf, number, remarks)).OfType<PageContent>()];
            return new PdfPages(pages, pdf.NumberOfPages, remarks, Problem(pages));
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PdfPages([], 0, [], ReadingProblem.Encrypted);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The library throws exceptions of every kind on files that are cut or mangled.
            return new PdfPages([], 0, [], ReadingProblem.Damaged);
        }
    }

    /// <summary>What is visible on one page; null when there is no such page or it is damaged. Never throws on content.</summary>
    public static PageContent? Page(ReadOnlyMemory<byte> bytes, int number)
    {
        try
        {
            using PdfDocument pdf = OpenDocument(bytes);
            return number >= 1 && number <= pdf.NumberOfPages ? Page(pdf, number, []) : null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static PdfDocument OpenDocument(ReadOnlyMemory<byte> bytes)
    {
        PdfDocument pdf = PdfDocument.Open(bytes, Options);
        pdf.AddPageFactory<PageContent, PageContentFactory>();
        return pdf;
    }

    private static PageContent? Page(PdfDocument pdf, int number, List<string> remarks)
    {
        try
        {
            return pdf.GetPage<PageContent>(number);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            remarks.Add(FormattableString.Invariant($"Page {number} is damaged and was not read ({problem.GetType().Name})."));
            return null;
        }
    }

    private static ReadingProblem? Problem(List<PageContent> pages)
    {
        int text = pages.Count(page => page.Trust == PageTrust.Text);
        int pictures = pages.Count(page => page.Trust == PageTrust.Picture);
        int unreliable = pages.Count(page => page.Trust is PageTrust.Recognised or PageTrust.Undecodable);
        return text + pictures + unreliable == 0 ? ReadingProblem.Damaged
            : text > pictures + unreliable ? null
            : unreliable > pictures ? ReadingProblem.UnreliableText
            : ReadingProblem.NoText;
    }

    private static Document Assemble(PdfPages pages, ReadingKnowledge knowledge)
    {
        var words = new ReadingWords(knowledge);
        PageBlocks page = PageBlocks.Of(pages.Readable, words);
        List<RawBlock> raw = ShownPlaces.Of(Paragraphs.Join(TableJoins.Join(page.Blocks), page.Contents), pages.Readable);
        return DocumentAssembly.Assemble(raw, words, pages.Count, pages.Remarks);
    }
}
