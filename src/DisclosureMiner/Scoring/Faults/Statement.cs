using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>A number that a truth says is printed: in a cell of a table, or in the narrative.</summary>
/// <param name="Index">Position among the statements of the truth.</param>
/// <param name="Digits">The number as printed, without its unit: <c>1,238.35</c>.</param>
/// <param name="Printed">Its value, signed by its direction word where it states a change; decimals as the surroundings keep them.</param>
/// <param name="Label">The words that name it: the label of the row, or the context up to the figure.</param>
internal sealed record Statement(int Index, string Digits, Printed Printed, string Label)
{
    /// <summary>The cell, or null for a figure.</summary>
    public CellAddress? Cell { get; init; }

    /// <summary>The figure, or null for a cell.</summary>
    public TrueFigure? Figure { get; init; }

    /// <summary>The code of the row, or empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>Whether it stands in a row or column that is headed as a total.</summary>
    public bool IsTotal { get; init; }

    /// <summary>
    /// Whether something in the document holds it: always so for a cell; for a figure when its labeller names a rule that is more than a hint.
    /// </summary>
    public bool IsHeld { get; init; } = true;

    /// <summary>Whether its labeller names a rule of arithmetic, and not only one about words, presence or a limit.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The decimals on the page; <see cref="Printed"/> may have more where trailing zeros are dropped.</summary>
    public int PrintedDecimals { get; init; }

    /// <summary>Whether its surroundings keep their decimals so strictly (at least 20 numbers, 95 % of them) that one with fewer is a slip.</summary>
    public bool KeepsDecimals { get; init; }

    /// <summary>The same number with other digits, at the decimals of its surroundings or more.</summary>
    public Statement Printing(PrintedNumber number) => this with
    {
        Digits = number.Digits,
        Printed = Printed with { Value = Printed.Value < 0 ? -number.Value : number.Value, Decimals = Math.Max(number.Decimals, Printed.Decimals) },
        PrintedDecimals = number.Decimals,
    };
}

/// <summary>A cell of a table of the truth.</summary>
/// <param name="Table">Index of the table.</param>
/// <param name="Row">Row of the grid, from 0.</param>
/// <param name="Column">Column of the grid, from 0.</param>
internal readonly record struct CellAddress(int Table, int Row, int Column);
