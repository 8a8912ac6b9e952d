namespace DisclosureMiner.Sources;

/// <summary>Names what bytes are: by their content first, by the file's extension where content leaves it open.</summary>
public static class MediaTypes
{
    public const string Text = "text/plain";
    public const string Html = "text/html";
    public const string Pdf = "application/pdf";
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string LegacyOffice = "application/x-ole-storage";
    public const string Ofd = "application/ofd";
    public const string RichText = "application/rtf";
    public const string Zip = "application/zip";
    public const string Rar = "application/vnd.rar";
    public const string SevenZip = "application/x-7z-compressed";
    public const string Gzip = "application/gzip";
    public const string Unknown = "application/octet-stream";

    // Text that is written for programs is no disclosure, though its bytes are text.
    private static readonly Dictionary<string, string> ProgramText = new(StringComparer.Ordinal)
    {
        [".json"] = "application/json",
        [".jsonl"] = "application/jsonl",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".xml"] = "application/xml",
        [".csv"] = "text/csv",
        [".tsv"] = "text/tab-separated-values",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".py"] = "text/x-python",
        [".cs"] = "text/x-csharp",
        [".sh"] = "application/x-sh",
    };

    // Far enough to pass a licence comment before <html>; more would make a text that quotes markup HTML.
    private const int HeadLength = 4096;

    /// <summary>The media type of <paramref name="bytes"/>; <see cref="Unknown"/> when nothing fits. Never throws on content.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">Its path or name; only the extension is looked at, and may be missing.</param>
    public static string Sniff(ReadOnlySpan<byte> bytes, string path)
    {
        if (BySignature(bytes) is { } known)
        {
            return known;
        }

        string extension = System.IO.Path.GetExtension(path).ToLowerInvariant();
        if (bytes.IsEmpty)
        {
            return extension is ".html" or ".htm" ? Html : Text;
        }

        DecodedText head = TextDecoding.Decode(bytes[..Math.Min(bytes.Length, HeadLength)]);
        if (!head.IsText)
        {
            return Unknown;
        }

        return IsMarkup(head.Text) || extension is ".html" or ".htm" or ".xhtml" or ".shtml" ? Html
            : ProgramText.GetValueOrDefault(extension, Text);
    }

    private static string? BySignature(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            // A PDF may carry some bytes before its signature, but a text that speaks of "%PDF-" is no PDF.
            int at = bytes.IndexOf("%PDF-"u8);
            if (at == 0 || bytes.IndexOf("startxref"u8) > at || bytes.IndexOf("endobj"u8) > at)
            {
                return Pdf;
            }
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return bytes.IndexOf("xl/workbook"u8) >= 0 ? Workbook
                : bytes.IndexOf("word/document"u8) >= 0 ? WordDocument
                : bytes.IndexOf("OFD.xml"u8) >= 0 ? Ofd
                : Zip;
        }

        return bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
            [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "image/tiff",
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "image/bmp",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => LegacyOffice,
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => RichText,
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07, ..] => Rar,
            [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => SevenZip,
            [0x1F, 0x8B, 8, ..] => Gzip,
            _ => null,
        };
    }

    private static bool IsMarkup(string head)
    {
        string start = head.TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<head>", StringComparison.OrdinalIgnoreCase);
    }
}
