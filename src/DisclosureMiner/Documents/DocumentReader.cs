using System.Collections.Immutable;
using DisclosureMiner.Documents.Html;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Documents;

/// <summary>Reads a file in whatever format it was published.</summary>
public static class DocumentReader
{
    /// <summary>The document in the file's bytes, or why there is none. Never throws on content.</summary>
    /// <param name="file">The bytes and their media type.</param>
    /// <param name="knowledge">Words and table kinds of the pipeline.</param>
    /// <exception cref="KeyNotFoundException">The pipeline lacks a list of words that reading needs.</exception>
    public static Reading Read(SourceFile file, ReadingKnowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(knowledge);
        return file.MediaType switch
        {
            MediaTypes.Text => ReadText(file, knowledge),
            MediaTypes.Html => HtmlReader.Read(file, knowledge),
            MediaTypes.Pdf => PdfReader.Read(file.Bytes, knowledge),
            _ => Reading.Failed(ReadingProblem.UnsupportedType),
        };
    }

    /// <summary>
    /// The reading with what it says of some tables read in other ways. Files without pages say where their cells are, and their
    /// tables read in one way only.
    /// </summary>
    /// <param name="file">The bytes that were read.</param>
    /// <param name="knowledge">What they were read with.</param>
    /// <param name="reading">What was made of them.</param>
    /// <param name="tables">Numbers of tables of the document.</param>
    public static Reading ReadAgain(SourceFile file, ReadingKnowledge knowledge, Reading reading, IReadOnlyCollection<int> tables)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(tables);
        ILookup<int, OtherReading> found = (file.MediaType == MediaTypes.Pdf ? PdfReader.ReadAgain(file.Bytes, knowledge, tables) : [])
            .ToLookup(other => other.Table.Number);
        return reading with { Others = reading.Others.SetItems(tables.Select(number => KeyValuePair.Create(number, found[number].ToImmutableArray()))) };
    }

    /// <summary>A page of a PDF as the reader sees it; null when there is no such page, or nothing can be taken from it.</summary>
    /// <param name="file">The bytes and their media type.</param>
    /// <param name="page">Physical page, from 1.</param>
    public static PageView? View(SourceFile file, int page)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.MediaType == MediaTypes.Pdf ? PdfReader.Page(file.Bytes, page)?.View() : null;
    }

    private static Reading ReadText(SourceFile file, ReadingKnowledge knowledge)
    {
        DecodedText decoded = file.Decode();
        return decoded.IsText ? Reading.Of(TextReader.Read(decoded.Text, knowledge)) : Reading.Failed(ReadingProblem.Undecodable);
    }
}
