namespace DisclosureMiner.Documents;

/// <summary>How the cells of a table were found.</summary>
public enum TableMethod
{
    /// <summary>The file says so: <c>&lt;table&gt;</c> in a page.</summary>
    Markup,

    /// <summary>Tabs or bars between the cells of a text.</summary>
    Separators,

    /// <summary>Drawn lines on all sides.</summary>
    Lines,

    /// <summary>Lines between rows, and columns of texts that stand under one another.</summary>
    RowLines,

    /// <summary>Nothing but texts that stand under and beside one another.</summary>
    Alignment,
}
