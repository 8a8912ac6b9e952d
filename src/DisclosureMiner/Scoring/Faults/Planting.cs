using DisclosureMiner.Documents;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>A copy of a document with a fault in it.</summary>
/// <param name="File">Its bytes.</param>
/// <param name="Targets">The places that a report of the fault may point at, where they stand in the copy.</param>
internal sealed record PlantedDocument(SourceFile File, IReadOnlyList<Place> Targets);

/// <summary>Plants faults into the bytes of a document: its text, its markup, or the content streams of its pages.</summary>
internal static class Planting
{
    /// <summary>The copy with the fault; null when the document's encoding or fonts cannot print it.</summary>
    public static PlantedDocument? Plant(SourceFile file, Fault fault) => file.MediaType == MediaTypes.Pdf ? Pages(file, fault) : Text(file, fault);

    private static PlantedDocument? Text(SourceFile file, Fault fault)
    {
        DecodedText decoded = file.Decode();
        string text = decoded.Text;
        Edit[] edits = [.. fault.Edits.OrderBy(edit => edit.Old.Offsets[0])];
        foreach (Edit edit in edits.Reverse())
        {
            (int start, int end) = SpanOf(edit.Old);
            text = string.Concat(text.AsSpan(0, start), edit.New, text.AsSpan(end));
        }

        if (TextDecoding.Encode(text, decoded.Encoding) is not { } bytes)
        {
            return null;
        }

        // A byte order mark stays in front.
        int mark = file.Bytes.Length - (TextDecoding.Encode(decoded.Text, decoded.Encoding)?.Length ?? file.Bytes.Length);
        SourceFile planted = SourceFile.From(file.Path, (byte[])[.. file.Bytes.Span[..Math.Max(0, mark)], .. bytes]);
        if (planted.Decode().Text != text)
        {
            return null;
        }

        IEnumerable<Place> places = edits.Select(edit => (SpanOf(edit.Old).Start, edit.New.Length))
            .Concat(fault.Witnesses.Select(witness => (witness.Offsets[0], SpanOf(witness).End - witness.Offsets[0])))
            .Where(piece => piece.Item2 > 0)
            .Select(piece => Place.At(Moved(piece.Item1, edits), Moved(piece.Item1, edits) + piece.Item2));
        return new PlantedDocument(planted, [.. places]);
    }

    private static (int Start, int End) SpanOf(PlacedText text) => (text.Offsets[0], text.Offsets[^1] + 1);

    /// <summary>Where an offset is once the edits before it are made.</summary>
    private static int Moved(int offset, IEnumerable<Edit> edits) =>
        offset + edits.Where(edit => SpanOf(edit.Old).End <= offset).Sum(edit => edit.New.Length - (SpanOf(edit.Old).End - SpanOf(edit.Old).Start));

    private static PlantedDocument? Pages(SourceFile file, Fault fault) =>
        PdfTyping.Type(file.Bytes, fault.Edits) is { } bytes
            ? new PlantedDocument(SourceFile.From(file.Path, bytes), [.. fault.Edits.Select(edit => edit.Old.Place), .. fault.Witnesses.Select(witness => witness.Place)])
            : null;
}
