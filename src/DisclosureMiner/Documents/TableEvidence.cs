namespace DisclosureMiner.Documents;

/// <summary>How the cells of a table were found, and how far the page bears that out.</summary>
/// <param name="Method">How they were found.</param>
/// <param name="Drawn">How many cells drawn lines alone tell apart, of all that the table has: 1 where every cell is enclosed, 0 where nothing is drawn.</param>
/// <param name="Fitting">How many lines of text stand inside one cell, of all: 1 where no text runs over a border.</param>
public sealed record TableEvidence(TableMethod Method, double Drawn, double Fitting)
{
    /// <summary>Cells that the file itself states.</summary>
    public static TableEvidence Stated(TableMethod method) => new(method, 1, 1);

    /// <summary>
    /// From 0 to 1: 1 where lines enclose every cell and every text keeps inside one; half of what keeps inside where nothing is drawn,
    /// because white between texts bears a border out only as long as no longer text is known.
    /// </summary>
    public double Certainty => Math.Round(Fitting * (1 + Drawn) / 2, 3);

    /// <summary>What makes every cell less sure where the table was found like this.</summary>
    public CellDoubts Doubts => Method is TableMethod.RowLines or TableMethod.Alignment ? CellDoubts.Undrawn : CellDoubts.None;

    /// <summary>The evidence for a table of two parts: that of the less certain one.</summary>
    public TableEvidence With(TableEvidence other) => other.Certainty < Certainty ? other : this;
}
