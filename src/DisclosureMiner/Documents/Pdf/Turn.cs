namespace DisclosureMiner.Documents.Pdf;

/// <summary>How far what stands on a page is turned against the page as displayed.</summary>
internal enum Turn
{
    /// <summary>It stands upright.</summary>
    None,

    /// <summary>A quarter to the right: it reads from the top down.</summary>
    Right,

    /// <summary>Half around: it stands on its head.</summary>
    Over,

    /// <summary>A quarter to the left: it reads from the bottom up.</summary>
    Left,
}
