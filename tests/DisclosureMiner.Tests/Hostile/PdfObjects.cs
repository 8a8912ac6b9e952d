using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DisclosureMiner.Tests.Hostile;

/// <summary>Writes PDF object by object, as characters that stand for bytes.</summary>
internal static class PdfObjects
{
    /// <summary>Words that a page shows, with <c>/F</c> for Helvetica.</summary>
    public const string Words = "BT /F 10 Tf 20 60 Td (Budget 2024 total 12.50) Tj ET";

    /// <summary>The first object of a file with a tree of pages in object 2.</summary>
    public const string Catalog = "<</Type/Catalog/Pages 2 0 R>>";

    /// <summary>A file of the objects, numbered from 1, with a table of where each begins.</summary>
    public static byte[] File(IReadOnlyList<string> objects, string trailer = "")
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>(objects.Count);
        foreach (string body in objects)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n").Append(body).Append("\nendobj\n");
        }

        int start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>A file of one page; object 3 is the page, 4 its content, 5 its font, and what is added is numbered from 6.</summary>
    public static byte[] OnePage(string content, string box = "[0 0 200 100]", string entries = "", string resources = "", params string[] more) =>
        OnePageOf(Stream(content), box, entries, resources, more);

    /// <summary>The same with the object of the content written by the caller.</summary>
    public static byte[] OnePageOf(string contents, string box = "[0 0 200 100]", string entries = "", string resources = "", params string[] more) => File(
    [
        Catalog,
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        $"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>{entries}>>",
        contents,
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        .. more,
    ]);

    /// <summary>A stream as it is.</summary>
    public static string Stream(string data, string entries = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<</Length {data.Length}{entries}>>\nstream\n{data}\nendstream");

    /// <summary>A stream deflated so many times over.</summary>
    public static string Deflated(string data, int times, string entries = "") => DeflatedRun(data, 1, times, entries);

    /// <summary>A stream that inflates to the words repeated, deflated so many times over; neither is ever held whole.</summary>
    public static string DeflatedRun(string words, int repeated, int times = 1, string entries = "")
    {
        byte[] data = Zlib(Encoding.Latin1.GetBytes(words), repeated);
        for (int i = 1; i < times; i++)
        {
            data = Zlib(data, 1);
        }

        string filters = string.Concat(Enumerable.Repeat("/FlateDecode", times));
        return Stream(Encoding.Latin1.GetString(data), $"/Filter[{filters}]{entries}");
    }

    /// <summary>The text repeated.</summary>
    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    // A block that was flushed may follow itself: what it refers back to lies in the block before, which is the same.
    private static byte[] Zlib(byte[] data, int repeated)
    {
        using var block = new MemoryStream();
        using (var deflate = new DeflateStream(block, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
            deflate.Flush();
            data = block.ToArray();
        }

        return [0x78, 0x9C, .. Enumerable.Repeat(data, repeated).SelectMany(bytes => bytes), 0x03, 0x00];
    }
}
