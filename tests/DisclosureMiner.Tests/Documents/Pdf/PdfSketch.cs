using System.Globalization;
using System.Text;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>Writes a PDF of pages of 200 by 100 points from content streams; <c>/G</c> is Helvetica, and <c>/F</c> too if no other is given.</summary>
internal static class PdfSketch
{
    private const string Helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    public static byte[] Of(string content, string trailer = "", string resources = "") => OfPages([content], trailer, resources);

    /// <summary>A page with a font <c>/F</c> of its own.</summary>
    /// <param name="font">The font.</param>
    /// <param name="objects">What it refers to, numbered from 7.</param>
    /// <param name="content">The content stream.</param>
    public static byte[] WithFont(string font, string[] objects, string content) => Of([content], "", "", font, objects);

    public static byte[] OfPages(string[] contents, string trailer = "", string resources = "") => Of(contents, trailer, resources, Helvetica, []);

    private static byte[] Of(string[] contents, string trailer, string resources, string font, string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();

        // Behind the first page's come the font and the picture, then what the font refers to or the other pages, each with its content.
        int[] pages = [.. contents.Select((_, i) => i == 0 ? 3 : 5 + (2 * i))];
        string Page(int i) => $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents {pages[i] + 1} 0 R/Resources<</Font<</F 5 0 R/G{Helvetica}>>{resources}>>>>";
        string Content(int i) => $"<</Length {contents[i].Length}>>stream\n{contents[i]}\nendstream";
        List<string> bodies =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Kids[{string.Join(' ', pages.Select(page => $"{page} 0 R"))}]/Count {pages.Length}>>",
            Page(0),
            Content(0),
            font,
            // A picture of one grey point.
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n@\nendstream",
            .. objects,
            .. Enumerable.Range(1, contents.Length - 1).SelectMany(i => new[] { Page(i), Content(i) }),
        ];
        foreach (string body in bodies)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj{body}endobj\n");
        }

        int start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer<</Size {offsets.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
