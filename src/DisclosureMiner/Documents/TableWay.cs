namespace DisclosureMiner.Documents;

/// <summary>A way to read a table on a page, other than the usual one, which fills in from the texts what drawn lines leave open.</summary>
public enum TableWay
{
    /// <summary>Cells exactly as lines draw them: no column and no row that nobody drew.</summary>
    DrawnOnly,

    /// <summary>As if no line were drawn: columns and rows from the texts alone.</summary>
    AlignedOnly,

    /// <summary>As if no line were drawn and no text wrapped: every printed line is a row.</summary>
    PrintedLines,
}
