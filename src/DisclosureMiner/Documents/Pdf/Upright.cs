namespace DisclosureMiner.Documents.Pdf;

/// <summary>The page as a reader holds it to read what is turned, and the page as displayed.</summary>
/// <param name="Turn">How far the text is turned.</param>
/// <param name="Width">Width as displayed.</param>
/// <param name="Height">Height as displayed.</param>
internal readonly record struct Upright(Turn Turn, double Width, double Height)
{
    /// <summary>The page, held so that the text stands upright: its width and height.</summary>
    public (double Width, double Height) Size => Turn is Turn.Right or Turn.Left ? (Height, Width) : (Width, Height);

    /// <summary>A box of the page as displayed, where the reader sees it.</summary>
    public Box Read(Box shown) => Turn switch
    {
        Turn.Right => new Box(shown.Y0, Width - shown.X1, shown.Y1, Width - shown.X0),
        Turn.Over => new Box(Width - shown.X1, Height - shown.Y1, Width - shown.X0, Height - shown.Y0),
        Turn.Left => new Box(Height - shown.Y1, shown.X0, Height - shown.Y0, shown.X1),
        _ => shown,
    };

    /// <summary>A box where the reader sees it, on the page as displayed.</summary>
    public Box Shown(Box read) => Turn switch
    {
        Turn.Right => new Box(Width - read.Y1, read.X0, Width - read.Y0, read.X1),
        Turn.Over => new Box(Width - read.X1, Height - read.Y1, Width - read.X0, Height - read.Y0),
        Turn.Left => new Box(read.Y0, Height - read.X1, read.Y1, Height - read.X0),
        _ => read,
    };
}
