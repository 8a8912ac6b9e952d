using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>Why bytes could not be read as a document.</summary>
public enum ReadingProblem
{
    /// <summary>There is no byte in it.</summary>
    Empty,

    /// <summary>No reader takes this kind of file.</summary>
    UnsupportedType,

    /// <summary>A text in no encoding that is known here.</summary>
    Undecodable,

    /// <summary>The file is locked by a password.</summary>
    Encrypted,

    /// <summary>The file breaks the rules of its own format so badly that nothing can be taken from it.</summary>
    Damaged,

    /// <summary>The file unfolds to far more than a document holds, and was stopped.</summary>
    Oversized,

    /// <summary>Pages with nothing on them.</summary>
    Blank,

    /// <summary>Nothing but pictures of pages.</summary>
    NoText,

    /// <summary>There is text, but it is not what the pages show: a guessed OCR layer, or letters without a key to what they mean.</summary>
    UnreliableText,
}

/// <summary>What a reader made of a file's bytes.</summary>
/// <param name="Document">The document, or null when there is a problem.</param>
/// <param name="Problem">Why there is no document, or null.</param>
/// <param name="Pages">Number of pages, as far as it is known; 0 when not.</param>
public sealed record Reading(Document? Document, ReadingProblem? Problem, int Pages)
{
    /// <summary>How tables read in other ways, by their numbers: of those tables alone for which that was asked.</summary>
    public ImmutableSortedDictionary<int, ImmutableArray<OtherReading>> Others { get; init; } = ImmutableSortedDictionary<int, ImmutableArray<OtherReading>>.Empty;

    /// <summary>A document that was read.</summary>
    public static Reading Of(Document document) => new(document, null, document.Pages);

    /// <summary>Bytes that were not read.</summary>
    public static Reading Failed(ReadingProblem problem, int pages = 0) => new(null, problem, pages);
}

/// <summary>A table of a document as it reads in another way, with the place and the number of the table that it stands for.</summary>
/// <param name="How">The way.</param>
/// <param name="Table">The table.</param>
public sealed record OtherReading(TableWay How, Table Table);
