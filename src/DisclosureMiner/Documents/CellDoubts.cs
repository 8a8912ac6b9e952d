namespace DisclosureMiner.Documents;

/// <summary>What makes a cell less sure than one that drawn lines enclose, or the file itself states.</summary>
[Flags]
public enum CellDoubts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No line tells it from its neighbours on some side: white between texts does.</summary>
    Undrawn = 1,

    /// <summary>A text of it runs over one of its borders.</summary>
    RunsOver = 2,

    /// <summary>Its text stands on several lines that no drawn line holds together: their distance tells that they belong to it.</summary>
    Wrapped = 4,

    /// <summary>A page break cut it, and its parts were joined.</summary>
    Joined = 8,
}
