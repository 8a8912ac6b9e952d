using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Tokens;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>
/// Prints other digits in a PDF: changes the codes of the operators that show them and appends the changed content streams as an incremental
/// update (ISO 32000-1, 7.5.6). It knows files with a plain cross-reference table, fonts of one byte a code, and text that is not in forms.
/// </summary>
internal static partial class PdfTyping
{
    /// <summary>The changed file; null when the file is of another make, or a font has no glyph for a digit.</summary>
    public static byte[]? Type(ReadOnlyMemory<byte> bytes, IEnumerable<Edit> edits)
    {
        byte[] file = bytes.ToArray();
        var streams = new SortedDictionary<long, byte[]>();
        try
        {
            using PdfDocument pdf = PdfDocument.Open(file);
            foreach (IGrouping<int, Edit> page in edits.GroupBy(edit => edit.Old.Regions[0].Page))
            {
                Page content = pdf.GetPage(page.Key);
                if (ContentStreams(content) is not { Count: > 0 } references || Retyped(content, [.. page]) is not { } retyped)
                {
                    return null;
                }

                // The first stream holds all of the page, the others nothing.
                foreach (long reference in references)
                {
                    streams[reference] = [];
                }

                streams[references[0]] = retyped;
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The library throws exceptions of every kind.
            return null;
        }

        return WithUpdate(file, streams);
    }

    private static List<long>? ContentStreams(Page page) =>
        !page.Dictionary.TryGet(NameToken.Contents, out IToken? contents) ? null
        : contents is IndirectReferenceToken one ? [one.Data.ObjectNumber]
        : contents is ArrayToken array && array.Data.All(item => item is IndirectReferenceToken)
            ? [.. array.Data.Cast<IndirectReferenceToken>().Select(item => item.Data.ObjectNumber)]
            : null;

    private static byte[]? Retyped(Page page, Edit[] edits)
    {
        var strings = ShownStrings.Of(page);
        if (strings is null || edits.Any(edit => !strings.Retype(edit)))
        {
            return null;
        }

        using var content = new MemoryStream();
        foreach (IGraphicsStateOperation operation in strings.Operations())
        {
            operation.Write(content);
        }

        return content.ToArray();
    }

    private static byte[]? WithUpdate(byte[] file, SortedDictionary<long, byte[]> streams)
    {
        string text = Encoding.Latin1.GetString(file);
        Match end = LastTable().Match(text);
        Match trailer = Trailer().Match(text);
        if (!end.Success || !trailer.Success)
        {
            return null;
        }

        using var updated = new MemoryStream();
        updated.Write(file);
        Write(updated, "\n");
        var offsets = new SortedDictionary<long, long>();
        foreach ((long number, byte[] stream) in streams)
        {
            offsets[number] = updated.Position;
            Write(updated, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<</Length {stream.Length}>>\nstream\n"));
            updated.Write(stream);
            Write(updated, "\nendstream\nendobj\n");
        }

        long table = updated.Position;
        Write(updated, "xref\n");
        foreach ((long number, long offset) in offsets)
        {
            Write(updated, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        }

        Write(updated, string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<<{trailer.Groups["entries"].Value}/Prev {end.Groups["offset"].Value}>>\nstartxref\n{table}\n%%EOF\n"));
        return updated.ToArray();
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"startxref\s+(?<offset>\d+)\s+%%EOF", RegexOptions.RightToLeft)]
    private static partial Regex LastTable();

    [GeneratedRegex(@"trailer\s*<<(?<entries>(?:[^<>]|<[0-9A-Fa-f]*>)*)>>", RegexOptions.RightToLeft)]
    private static partial Regex Trailer();
}
