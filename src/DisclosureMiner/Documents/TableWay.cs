namespace DisclosureMiner.Documents;

/// <summary>A way to read the tables of a page.</summary>
public enum TableWay
{
    /// <summary>Drawn lines first, and what they leave open from the texts.</summary>
    Usual,

    /// <summary>Cells exactly as lines draw them: no column and no row that nobody drew.</summary>
    DrawnOnly,

    /// <summary>As if no line were drawn: columns and rows from the texts alone.</summary>
    AlignedInsteadOfDrawn,

    /// <summary>A printed line without amounts belongs to the row above it, and a drawn row is one however many lines it holds.</summary>
    RowsMerged,

    /// <summary>Every printed line is a row.</summary>
    RowsParted,

    /// <summary>A number that runs over a border, or stands over several columns, belongs as a whole to one of them.</summary>
    NumbersWhole,

    /// <summary>The numbers of a row that stick out of their columns belong to the next ones.</summary>
    RowMoved,

    /// <summary>A dash that stands apart from the number behind or before it is its minus.</summary>
    MinusJoined,

    /// <summary>One row that holds several printed lines with numbers is several.</summary>
    RowParted,

    /// <summary>A row of numbers without a name belongs to the one beside it, which lacks them.</summary>
    RowsJoined,
}
