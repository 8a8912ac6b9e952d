using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>The state of the money that a number speaks of.</summary>
public enum Phase
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>The budget of a budget document, or 预算 without a qualifier.</summary>
    Budget,

    /// <summary>年初预算 in a final account.</summary>
    OpeningBudget,

    /// <summary>调整预算, 全年预算.</summary>
    AdjustedBudget,

    /// <summary>预计执行数, 执行数: what the current year is expected to come out at.</summary>
    EstimatedOutturn,

    /// <summary>决算数.</summary>
    Final,
}

/// <summary>What a number measures about its subject.</summary>
public enum Measure
{
    /// <summary>Money.</summary>
    Amount,

    /// <summary>Difference to the base period.</summary>
    Change,

    /// <summary>Growth rate against the base period.</summary>
    Rate,

    /// <summary>Part of a whole in percent.</summary>
    Share,

    /// <summary>Outturn in percent of a budget.</summary>
    Completion,

    /// <summary>Number of things or persons.</summary>
    Count,
}

/// <summary>
/// What a number is a statement about. Two facts with equal keys must have equal values. Empty strings and
/// <see cref="Phase.Unknown"/> mean "not said", and agree only with themselves.
/// </summary>
/// <param name="Body">The body, or empty for the document's own.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Phase">Budget, outturn, final ...; the year is never part of it.</param>
/// <param name="Fund">all, fiscal, general-public, government-fund, state-capital ...</param>
/// <param name="Flow">revenue or expenditure.</param>
/// <param name="Subject">Function code, economic code, or the id of a named line; else the folded words.</param>
/// <param name="Component">total, basic, project, personnel, operating ...</param>
/// <param name="Measure">What is measured.</param>
public sealed record FactKey(
    string Body,
    int? Year,
    Phase Phase,
    string Fund,
    string Flow,
    string Subject,
    string Component,
    Measure Measure);

/// <summary>
/// A number bound to what it is about, with the cell or the figure that prints it. Exactly one of <see cref="Cell"/> and
/// <see cref="Figure"/> is set.
/// </summary>
public sealed record Fact
{
    private Fact(string id, FactKey? key, Printed? printed, string label, Table? table, TablePart? part, TableLine? line, ValueColumn? column, Cell? cell, Figure? figure)
    {
        Id = id;
        Key = key;
        Printed = printed;
        Label = label;
        Table = table;
        Part = part;
        Line = line;
        Column = column;
        Cell = cell;
        Figure = figure;
    }

    /// <summary>
    /// The id within the document: <c>t3.r5.c2</c> for a cell (row and column of the printed grid, from 1), the figure's id for a figure;
    /// with that of the document and a colon before it when it comes from another one.
    /// </summary>
    public string Id { get; }

    /// <summary>The document that it comes from; null when it is that which the obligation belongs to.</summary>
    public FactSource? Source { get; private init; }

    /// <summary>What it is about; null when nothing could be bound (the number still takes part in checks of its own table or sentence).</summary>
    public FactKey? Key { get; init; }

    /// <summary>
    /// The signed number (a decrease is negative), or null for a blank cell (nil: adds nothing, has no rounding) or an unreadable one.
    /// </summary>
    public Printed? Printed { get; private init; }

    /// <summary>The words that name it to a reader: 社会保障和就业支出 · 基本支出.</summary>
    public string Label { get; }

    /// <summary>The table, or null for a figure.</summary>
    public Table? Table { get; }

    /// <summary>The part of the table, or null for a figure.</summary>
    public TablePart? Part { get; }

    /// <summary>The line of the table, or null for a figure.</summary>
    public TableLine? Line { get; }

    /// <summary>The column of the table, or null for a figure.</summary>
    public ValueColumn? Column { get; }

    /// <summary>The cell that prints it, or null.</summary>
    public Cell? Cell { get; }

    /// <summary>The figure that prints it, or null.</summary>
    public Figure? Figure { get; }

    /// <summary>Whether the place was read but its content could not be.</summary>
    public bool IsUnreadable => Cell is { Type: CellType.Unreadable };

    /// <summary>Where it stands.</summary>
    public Place Place => Cell?.Place ?? Figure!.Place;

    /// <summary>The printed text.</summary>
    public string Text => Cell?.Text ?? Figure!.Text;

    /// <summary>The same place if it stated another number; to try what would follow from that.</summary>
    internal Fact Stating(Printed number) => this with { Printed = number };

    /// <summary>The same as seen from another document.</summary>
    public Fact From(FactSource source) => new($"{source.Id}:{Id}", Key, Printed, Label, Table, Part, Line, Column, Cell, Figure) { Source = source };

    /// <summary>A fact printed in a cell.</summary>
    public static Fact InCell(Table table, TablePart part, TableLine line, ValueColumn column, Cell cell, FactKey? key)
    {
        string label = column.Path.IsEmpty ? line.Label : $"{line.Label} · {column.Name}";
        string id = FormattableString.Invariant($"{table.Id}.r{cell.Row + 1}.c{cell.Column + 1}");
        return new Fact(id, key, cell.Number, label.Trim(' ', '·'), table, part, line, column, cell, null);
    }

    /// <summary>A fact printed in the narrative; <paramref name="signed"/> carries the sign that the direction word gives.</summary>
    public static Fact InFigure(Figure figure, Printed? signed, FactKey? key) =>
        new(figure.Id, key, signed, figure.Subject, null, null, null, null, null, figure);
}
