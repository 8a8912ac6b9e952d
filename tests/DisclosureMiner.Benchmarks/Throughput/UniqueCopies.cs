using System.Text;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>
/// Copies of a folder whose files say the same and are other bytes, so that no two are one document and nothing can be taken over.
/// </summary>
internal static class UniqueCopies
{
    /// <summary>Writes the copies into folders named by their numbers, from 1.</summary>
    /// <param name="files">The files, by their paths within the folder.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="copies">How many there are to be.</param>
    public static void Write(IReadOnlyDictionary<string, SourceFile> files, string to, int copies)
    {
        for (int number = 1; number <= copies; number++)
        {
            foreach ((string name, SourceFile file) in files)
            {
                string path = Path.Combine(NameOf(to, number), name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, [.. file.Bytes.Span, .. Mark(file, number)]);
            }
        }
    }

    /// <summary>The folder of one copy.</summary>
    public static string NameOf(string to, int number) => Path.Combine(to, $"{number:00}");

    /// <summary>Bytes that may stand at the end of a file and say nothing.</summary>
    public static byte[] Mark(SourceFile file, int number) => file.MediaType switch
    {
        // Readers look for the end of a PDF from behind and pass over comments.
        MediaTypes.Pdf => Encoding.ASCII.GetBytes($"\n% copy {number}\n"),
        MediaTypes.Html => EncodingOf(file).GetBytes($"\n<!-- copy {number} -->\n"),
        MediaTypes.Text => EncodingOf(file).GetBytes(new string('\n', number)),
        _ => Encoding.ASCII.GetBytes(new string('\n', number)),
    };

    /// <summary>Of the encodings that are read, only these write ASCII in more than one byte.</summary>
    private static Encoding EncodingOf(SourceFile file) => file.Decode().Encoding switch
    {
        "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        _ => Encoding.ASCII,
    };
}
