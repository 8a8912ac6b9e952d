using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring;

/// <summary>What is known to be true of one document. What a truth leaves out (null) is not scored.</summary>
/// <param name="Document">The document's file name, relative to the folder of the documents.</param>
/// <param name="Status">How mining it must end.</param>
/// <param name="Organisation">The publishing body.</param>
/// <param name="FiscalYear">The fiscal year.</param>
/// <param name="Genre">The genre.</param>
/// <param name="Tables">All tables in document order.</param>
/// <param name="Figures">The figures of the narrative that matter, in document order.</param>
/// <param name="Discrepancies">What must be reported as an error or a warning.</param>
/// <param name="Remarks">What must not be, and why it is tempting.</param>
/// <param name="IsByCause">
/// Whether each discrepancy stands for one cause, so that reporting its consequences too is a fault; else it stands for one wrong
/// statement, which several rules may rightly meet.
/// </param>
/// <param name="CleanRelations">How many relations of the document are known to hold.</param>
public sealed record GroundTruth(
    string Document,
    MiningStatus? Status,
    string? Organisation,
    int? FiscalYear,
    string? Genre,
    ImmutableArray<TrueTable>? Tables,
    ImmutableArray<TrueFigure>? Figures,
    ImmutableArray<TrueDiscrepancy> Discrepancies,
    ImmutableArray<TrueRemark> Remarks,
    bool IsByCause,
    int? CleanRelations)
{
    /// <summary>File names of the same document in other formats, which the same is true of.</summary>
    public ImmutableArray<string> Copies { get; init; } = [];
}

/// <summary>A table as it is printed.</summary>
/// <param name="Kind">Id of the kind, or <c>other</c>.</param>
/// <param name="Title">The title, white space removed.</param>
/// <param name="Unit">元, 万元, 亿元 or <c>none</c>.</param>
/// <param name="HeaderRows">Rows before the first data row.</param>
/// <param name="Columns">The header path of each column, levels joined by <c>/</c>; null when not stated.</param>
/// <param name="Cells">The printed grid, all rows of one length; an empty text is a blank or covered position.</param>
/// <param name="Line">Line of the truth file.</param>
public sealed record TrueTable(
    string Kind,
    string Title,
    string Unit,
    int HeaderRows,
    ImmutableArray<string>? Columns,
    ImmutableArray<ImmutableArray<string>> Cells,
    int Line);

/// <summary>A figure of the narrative.</summary>
/// <param name="Section">A short name of its section, for people.</param>
/// <param name="Context">A passage of the document that holds the figure.</param>
/// <param name="Text">The figure as printed, with its unit.</param>
/// <param name="Role">What it says.</param>
/// <param name="Verdict">What must become of it; null when the truth does not say.</param>
/// <param name="HeldBy">Rules of which at least one must have decided it; empty when nothing can.</param>
/// <param name="Line">Line of the truth file.</param>
public sealed record TrueFigure(
    string Section,
    string Context,
    string Text,
    FigureRole Role,
    FactVerdict? Verdict,
    ImmutableArray<string> HeldBy,
    int Line)
{
    /// <summary>Cells of the truth's tables that print the same fact, any of which it may be bound to; empty when none does or none is named.</summary>
    public ImmutableArray<TrueCell> Cells { get; init; } = [];
}

/// <summary>A cell of a truth's table.</summary>
/// <param name="Name">As the truth names it: <c>table / row label / column</c>.</param>
/// <param name="Table">Index of the table in the truth, from 0.</param>
/// <param name="Row">Row of its <c>cells</c>, from 0.</param>
/// <param name="Column">Column, from 0.</param>
public sealed record TrueCell(string Name, int Table, int Row, int Column);

/// <summary>Something that is wrong in the document.</summary>
/// <param name="Rule">The rule that shows it, or the kind of mistake when the truth names no rule.</param>
/// <param name="Severity">Error or warning; null when the truth does not say.</param>
/// <param name="Quote">The passage that holds the wrong statement; for a table, the label of its row.</param>
/// <param name="Figures">Printed figures that take part.</param>
/// <param name="Explanation">Why it is wrong.</param>
/// <param name="Line">Line of the truth file.</param>
public sealed record TrueDiscrepancy(
    string Rule,
    Severity? Severity,
    string Quote,
    ImmutableArray<string> Figures,
    string Explanation,
    int Line)
{
    /// <summary>The physical page on which the passage stands, in a document of pages; null when not stated.</summary>
    public int? Page { get; init; }
}

/// <summary>Why a passage must not be reported as an error or a warning.</summary>
public enum RemarkKind
{
    /// <summary>Editorial, worth a note.</summary>
    Note,

    /// <summary>Only last digits disagree.</summary>
    Rounding,

    /// <summary>A last digit was cut off instead of rounded.</summary>
    Truncated,

    /// <summary>It looks wrong and is not.</summary>
    Trap,

    /// <summary>The text does not decide it: whoever reports it is neither right nor wrong.</summary>
    Doubtful,
}

/// <summary>A passage that must not be reported as an error or a warning.</summary>
/// <param name="Kind">Why not.</param>
/// <param name="Rule">The rule that may note it, or empty.</param>
/// <param name="Quote">The passage.</param>
/// <param name="Explanation">Why, in words.</param>
/// <param name="Line">Line of the truth file.</param>
public sealed record TrueRemark(RemarkKind Kind, string Rule, string Quote, string Explanation, int Line);
