using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Reads PDF: the characters and lines that a page shows, put together to paragraphs and tables.</summary>
internal static class PdfReader
{
    private static ParsingOptions Options(PdfLimits limits) => new() { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = limits };

    /// <summary>The document in the bytes, or why there is none. Never throws on content.</summary>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static Reading Read(ReadOnlyMemory<byte> bytes, ReadingKnowledge knowledge) => Read(Open(bytes), knowledge);

    /// <summary>The same for pages that are read already.</summary>
    public static Reading Read(PdfPages pages, ReadingKnowledge knowledge) =>
        pages.Problem is { } problem ? Reading.Failed(problem, pages.Count) : Reading.Of(Assemble(pages, knowledge));

    /// <summary>Tables of the document in the bytes as they read in other ways. Never throws on content.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="knowledge">What it was read with.</param>
    /// <param name="tables">Numbers of tables.</param>
    public static ImmutableArray<OtherReading> ReadAgain(ReadOnlyMemory<byte> bytes, ReadingKnowledge knowledge, IReadOnlyCollection<int> tables)
    {
        PdfPages pages = Open(bytes);
        return pages.Problem is null ? OtherReadings.Of(pages, new ReadingWords(knowledge), tables) : [];
    }

    /// <summary>The pages in the bytes, or why they cannot be read. Never throws on content.</summary>
    public static PdfPages Open(ReadOnlyMemory<byte> bytes)
    {
        var remarks = new List<string>();
        var limits = new PdfLimits();
        try
        {
            using PdfDocument pdf = Pages(bytes, limits);
            var pages = new List<PageContent>(pdf.NumberOfPages);
            for (int number = 1; number <= pdf.NumberOfPages; number++)
            {
                if (Page(pdf, number, limits, remarks) is { } page)
                {
                    pages.Add(page);
                }
            }

            return new PdfPages(pages, pdf.NumberOfPages, remarks, Problem(pages, limits));
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PdfPages([], 0, [], ReadingProblem.Encrypted);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The library throws exceptions of every kind on files that are cut or mangled.
            bool isLocked = bytes.Span.IndexOf("/Encrypt"u8) >= 0;
            return new PdfPages(
                [], 0, [], limits.AreExceeded ? ReadingProblem.Oversized : isLocked ? ReadingProblem.Encrypted : ReadingProblem.Damaged);
        }
    }

    /// <summary>What is visible on one page; null when there is no such page or it is damaged. Never throws on content.</summary>
    public static PageContent? Page(ReadOnlyMemory<byte> bytes, int number)
    {
        var limits = new PdfLimits();
        try
        {
            using PdfDocument pdf = Pages(bytes, limits);
            return number >= 1 && number <= pdf.NumberOfPages ? Page(pdf, number, limits, []) : null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static PdfDocument Pages(ReadOnlyMemory<byte> bytes, PdfLimits limits)
    {
        limits.NeedSensibleRanges(bytes.Span);
        PdfDocument pdf = PdfDocument.Open(bytes, Options(limits));
        pdf.AddPageFactory<PageContent, PageContentFactory>();
        return pdf;
    }

    private static PageContent? Page(PdfDocument pdf, int number, PdfLimits limits, List<string> remarks)
    {
        try
        {
            limits.BeginPage();
            return pdf.GetPage<PageContent>(number);
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

    private static Document Assemble(PdfPages pages, ReadingKnowledge knowledge)
    {
        var words = new ReadingWords(knowledge);
        PageBlocks page = PageBlocks.Of(pages.Readable, words);
        List<RawBlock> raw = ShownPlaces.Of(Paragraphs.Join(TableJoins.Join(page.Blocks), page.Contents), pages.Readable);
        return DocumentAssembly.Assemble(raw, words, pages.Count, pages.Remarks) with { BlankPages = pages.Blank, CutLines = pages.CutLines };
    }
}
