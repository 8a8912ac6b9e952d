using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents;

/// <summary>Reads texts with the words and table kinds of the repository's pipelines.</summary>
internal static class Reading
{
    public static ReadingKnowledge Knowledge { get; } = Pipeline.LoadDefault().Reading;

    public static ReadingWords Words => new(Knowledge);

    public static Document Of(string text) => DisclosureMiner.Documents.TextReader.Read(text, Knowledge);

    /// <summary>Reads a file in its format.</summary>
    public static Document OfFile(string path) => Attempt(path).Document.ShouldNotBeNull();

    /// <summary>Reads a file in its format, or tells why it cannot be read.</summary>
    public static DisclosureMiner.Documents.Reading Attempt(string path) => DocumentReader.Read(SourceFile.Read(path), Knowledge);

    public static Table TableOf(string text) => Of(text).Tables.Single();

    public static string Decoded(string path) => TextDecoding.Decode(File.ReadAllBytes(path)).Text;

    /// <summary>The lines of a part, one a text: indentation for the level, then label and values.</summary>
    public static string[] Lines(TablePart part) =>
        [.. part.Lines.Select(line => new string(' ', line.Level) + line.Label + " " + string.Join(' ', line.Values.Select(Value)))];

    private static string Value(Cell? cell) => cell switch
    {
        null => "null",
        { Type: CellType.Number } => cell.Number!.ToString(),
        { Type: CellType.Blank } => "·",
        _ => $"{cell.Type}:{cell.Text}",
    };
}
