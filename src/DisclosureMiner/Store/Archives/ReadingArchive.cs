using DisclosureMiner.Documents;

namespace DisclosureMiner.Store.Archives;

/// <summary>What was read, as bytes from which it can be checked again without reading the document.</summary>
internal static class ReadingArchive
{
    /// <summary>The reading as compressed bytes.</summary>
    public static byte[] Pack(Reading reading) => Packing.Pack(stream =>
    {
        using var a = new ArchiveWriter(stream);
        Write(a, reading);
        a.Flush();
    });

    /// <summary>The reading that was packed.</summary>
    public static Reading Unpack(byte[] bytes)
    {
        using var a = new ArchiveReader(Packing.Open(bytes));
        return Read(a);
    }

    /// <summary>Writes all parts.</summary>
    public static void Write(ArchiveWriter a, Reading reading)
    {
        a.Maybe(reading.Problem, a.Choice);
        a.Count(reading.Pages);
        a.Thing(reading.Document, document => DocumentArchive.Write(a, document));
    }

    /// <summary>Reads all parts.</summary>
    public static Reading Read(ArchiveReader a)
    {
        ReadingProblem? problem = a.Maybe(a.Choice<ReadingProblem>);
        int pages = a.Count();
        return new Reading(a.ThingOrNull(() => DocumentArchive.Read(a)), problem, pages);
    }
}
