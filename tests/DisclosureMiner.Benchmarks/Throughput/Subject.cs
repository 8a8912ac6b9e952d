using System.Collections.Immutable;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using UglyToad.PdfPig;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>A folder that is mined, with what can be said of its files before.</summary>
/// <param name="Folder">Where it lies, absolute.</param>
/// <param name="Files">All files that mining takes, by their paths within the folder.</param>
/// <param name="Pdfs">The full paths of those that are PDF.</param>
/// <param name="Pages">How many pages the PDFs have; text and HTML have none.</param>
internal sealed record Subject(string Folder, ImmutableSortedDictionary<string, SourceFile> Files, ImmutableArray<string> Pdfs, int Pages)
{
    /// <summary>Looks at a folder.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Subject Of(string folder)
    {
        ImmutableSortedDictionary<string, SourceFile> files = MinerInput.Find([folder], folder, []).Files
            .Where(input => input.Problem is null)
            .ToImmutableSortedDictionary(input => Path.GetRelativePath(folder, input.FullPath), input => SourceFile.Read(input.FullPath), StringComparer.Ordinal);
        SourceFile[] pdfs = [.. files.Values.Where(file => file.MediaType == MediaTypes.Pdf)];
        return new Subject(folder, files, [.. pdfs.Select(file => file.Path)], pdfs.Sum(PagesOf));
    }

    /// <summary>The folder with each file in several copies, each of other bytes.</summary>
    /// <param name="to">Where the copies go.</param>
    /// <param name="copies">How many.</param>
    public Subject Times(int copies, string to)
    {
        UniqueCopies.Write(Files, to, copies);
        return Of(to);
    }

    private static int PagesOf(SourceFile file)
    {
        try
        {
            using PdfDocument pdf = PdfDocument.Open(file.Bytes.ToArray());
            return pdf.NumberOfPages;
        }
        catch (Exception)
        {
            // Damaged or locked: neither program gets at its pages.
            return 0;
        }
    }
}
