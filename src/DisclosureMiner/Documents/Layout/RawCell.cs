namespace DisclosureMiner.Documents.Layout;

/// <summary>A cell as a format's reader found it, before anybody asked what it means.</summary>
/// <param name="Content">The text, trimmed; empty for a blank cell.</param>
/// <param name="Place">Where it stands, or would stand.</param>
/// <param name="Indent">White space before the text, in half-width columns.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
internal sealed record RawCell(PlacedText Content, Place Place, int Indent = 0, int RowSpan = 1, int ColumnSpan = 1)
{
    /// <summary>The text, trimmed; empty for a blank cell.</summary>
    public PlacedText Content
    {
        get;
        init => (field, Label) = (value, LabelOf(value));
    } = Content;

    /// <summary>The text folded, in lower case, without white space.</summary>
    public string Label { get; private init; } = LabelOf(Content);

    /// <summary>The text without white space, otherwise as printed.</summary>
    public string Squeezed => string.Concat(Content.Text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>What makes it less sure than a cell that is drawn or stated.</summary>
    public CellDoubts Doubts { get; init; }

    public bool IsBlank => Label.Length == 0;

    private static string LabelOf(PlacedText content) => Folding.Label(content.Text).ToLowerInvariant();

    /// <summary>A blank cell at an offset of the decoded text.</summary>
    public static RawCell BlankAt(int offset) => new(PlacedText.Empty, Place.At(offset, offset));
}
