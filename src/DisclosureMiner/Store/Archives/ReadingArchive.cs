using System.Collections.Immutable;
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

        // In bytes of their own: a result goes on where the document ends, whether or not it was read in other ways since.
        a.Bytes(reading.Others.IsEmpty ? [] : Packing.Pack(stream =>
        {
            using var others = new ArchiveWriter(stream);
            Others(others, reading.Others);
            others.Flush();
        }));
    }

    /// <summary>Reads all parts.</summary>
    public static Reading Read(ArchiveReader a)
    {
        ReadingProblem? problem = a.Maybe(a.Choice<ReadingProblem>);
        int pages = a.Count();
        var reading = new Reading(a.ThingOrNull(() => DocumentArchive.Read(a)), problem, pages);
        byte[] others = a.Bytes();
        if (others.Length == 0)
        {
            return reading;
        }

        using var own = new ArchiveReader(Packing.Open(others));
        return reading with { Others = Others(own) };
    }

    private static void Others(ArchiveWriter a, ImmutableSortedDictionary<int, ImmutableArray<OtherReading>> others) => a.List([.. others], table =>
    {
        a.Count(table.Key);
        a.List(table.Value, other =>
        {
            a.Choice(other.How);
            DocumentArchive.Table(a, other.Table);
        });
    });

    private static ImmutableSortedDictionary<int, ImmutableArray<OtherReading>> Others(ArchiveReader a) => a.List(() => KeyValuePair.Create(
        a.Count(), a.List(() => new OtherReading(a.Choice<TableWay>(), DocumentArchive.Table(a)!)))).ToImmutableSortedDictionary();
}
