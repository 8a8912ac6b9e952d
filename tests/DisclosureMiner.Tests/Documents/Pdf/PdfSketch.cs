using System.Globalization;
using System.Text;

namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>Writes a PDF of one page of 200 by 100 points from a content stream; <c>/G</c> is Helvetica, and <c>/F</c> too if no other is given.</summary>
internal static class PdfSketch
{
    private const string Helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    /// <param name="content">The content stream.</param>
    /// <param name="trailer">More entries of the trailer.</param>
    /// <param name="resources">More resources of the page.</param>
    /// <param name="font">The font <c>/F</c>.</param>
    /// <param name="objects">More objects, numbered from 7.</param>
    public static byte[] Of(string content, string trailer = "", string resources = "", string font = Helvetica, params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (string body in (string[])
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R/G" + Helvetica + ">>" + resources + ">>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            font,
            // A picture of one grey point.
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n@\nendstream",
            .. objects,
        ])
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
