using System.Collections.Immutable;

namespace DisclosureMiner.Documents;

/// <summary>A paragraph or a table, in reading order.</summary>
/// <param name="Index">Position in the document's list of blocks, from 0.</param>
/// <param name="Section">The headings above the block, outermost first, as printed and trimmed.</param>
public abstract record Block(int Index, ImmutableArray<string> Section);

/// <summary>What a paragraph is for.</summary>
public enum ParagraphKind
{
    /// <summary>Running prose.</summary>
    Body,

    /// <summary>A heading: the document's title, 第一部分, 一、, （一） and the like without a sentence of its own.</summary>
    Heading,

    /// <summary>An entry of a contents page; never content.</summary>
    ContentsEntry,

    /// <summary>The title, unit line or 填报部门 line of the table that follows.</summary>
    TableCaption,

    /// <summary>A note under a table (备注, 注, 说明).</summary>
    TableNote,
}

/// <summary>A paragraph, with soft line breaks joined.</summary>
/// <param name="Index">Position in the document's list of blocks.</param>
/// <param name="Section">The headings above it (without itself).</param>
/// <param name="Content">The text as printed, traceable to its place.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Level">
/// Depth of its enumerator in the outline: 1 第一部分, 2 一、, 3 （一）, 4 1. or 1、, 5 （1） or ①; 0 when it has none.
/// </param>
/// <param name="Enumerator">The enumerator as printed (一、, （一）, 1.), or empty.</param>
public sealed record Paragraph(
    int Index,
    ImmutableArray<string> Section,
    PlacedText Content,
    ParagraphKind Kind,
    int Level,
    string Enumerator) : Block(Index, Section);
