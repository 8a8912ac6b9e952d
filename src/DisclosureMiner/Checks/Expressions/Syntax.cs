using System.Collections.Immutable;
using System.Globalization;

namespace DisclosureMiner.Checks.Expressions;

/// <summary>What must hold, as a rule of the pipeline writes it: statements apart by semicolons.</summary>
internal sealed record RuleExpression(ImmutableArray<RuleStatement> Statements)
{
    /// <summary>The text that reads back as this expression.</summary>
    public override string ToString() => string.Join("; ", Statements);
}

/// <summary>A claim, for each of something, under a condition.</summary>
internal sealed record RuleStatement(ImmutableArray<Loop> Loops, Claim Claim, Condition? When)
{
    public override string ToString() =>
        (Loops.IsEmpty ? "" : $"each {string.Join(", ", Loops)}: ") + Claim + (When is null ? "" : $" when {When}");
}

/// <summary>What a claim is repeated for.</summary>
internal enum LoopKind
{
    /// <summary>Every line; <c>.</c> as a row is the line.</summary>
    Line,

    /// <summary>Every line that has lines below it.</summary>
    Parent,

    /// <summary>Every column of amounts; <c>.</c> as a column is the column.</summary>
    Column,

    /// <summary>Every column that is the sum of others.</summary>
    Subtotal,

    /// <summary>Every subject code; <c>.</c> as a row is the code, in any table.</summary>
    Code,

    /// <summary>Every body, year and phase that the table has amounts for.</summary>
    Block,

    /// <summary>Every subject of a group; <c>.</c> as a row is the subject, in any table.</summary>
    Tag,
}

/// <summary>A loop; its table is the one named, else the first of the claim.</summary>
internal sealed record Loop(LoopKind Kind, string Tag, string Table, int Position)
{
    public override string ToString() =>
        (Kind == LoopKind.Tag ? "#" + Tag : Kind.ToString().ToLowerInvariant()) + (Table.Length > 0 ? " of " + Table : "");
}

/// <summary>What must hold.</summary>
internal abstract record Claim;

/// <summary>One relation, or the one of several that fits.</summary>
internal sealed record RelationClaim(ImmutableArray<RelationText> Alternatives) : Claim
{
    public override string ToString() => Alternatives.Length == 1 ? Alternatives[0].ToString() : "either " + string.Join(" or ", Alternatives);
}

/// <summary>Codes have their parents and occur once; or, with <paramref name="Within"/>, they are among another table's, under the same names.</summary>
internal sealed record CodesClaim(string Table, string Within, int Position) : Claim
{
    public override string ToString() => $"codes({Table})" + (Within.Length > 0 ? $" within codes({Within})" : "");
}

/// <summary>What is claimed of a table as a whole.</summary>
internal enum TableClaimKind
{
    /// <summary>No row of column numbers (1, 2, 3 …) and no year was read as amounts.</summary>
    Amounts,

    /// <summary>No two columns of amounts have the same meaning.</summary>
    Columns,

    /// <summary>No line with several filled lines below it repeats one of them.</summary>
    Subtotals,
}

/// <summary>A claim about a table as a whole.</summary>
internal sealed record TableClaim(TableClaimKind Kind, string Table, int Position) : Claim
{
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}({Table})";
}

/// <summary>How two sides compare.</summary>
internal enum Comparison
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;=</summary>
    AtMost,

    /// <summary>left = rate(right[0], right[1]): growth of the first against the second.</summary>
    Rate,

    /// <summary>left = share(right[0], right[1]): the first as a part of the second.</summary>
    Share,
}

/// <summary>Two sides and how they compare. An empty side is 0.</summary>
internal sealed record RelationText(ImmutableArray<SumTerm> Left, Comparison Comparison, ImmutableArray<SumTerm> Right)
{
    public override string ToString() => Comparison switch
    {
        Comparison.Equal => $"{Side(Left)} = {Side(Right)}",
        Comparison.AtMost => $"{Side(Left)} <= {Side(Right)}",
        _ => $"{Side(Left)} = {Comparison.ToString().ToLowerInvariant()}({string.Join(", ", Right)})",
    };

    private static string Side(ImmutableArray<SumTerm> side)
    {
        if (side.IsEmpty)
        {
            return "0";
        }

        string text = string.Concat(side.Select(term => (term.Sign < 0 ? " - " : " + ") + term));
        return side[0].Sign < 0 ? "-" + text[3..] : text[3..];
    }
}

/// <summary>A cell, or all cells that a selector finds, added or taken away; an optional one counts as nothing where it is not printed.</summary>
internal sealed record SumTerm(CellSelector Cells, int Sign, bool IsAll, bool IsOptional)
{
    public override string ToString() => (IsAll ? $"sum({Cells})" : Cells.ToString()) + (IsOptional ? "?" : "");
}

/// <summary>Cells of a table by row and column; without a column, by the table's main one.</summary>
internal sealed record CellSelector(string Table, Selector Row, Selector? Column, int Position)
{
    public override string ToString() => $"{Table}[{Row}{(Column is null ? "" : ", " + Column)}]";
}

/// <summary>How rows or columns are named.</summary>
internal enum SelectorKind
{
    /// <summary><c>.</c>: the one of the loop.</summary>
    Current,

    /// <summary><c>a|b</c>: the first of these that is printed.</summary>
    Names,

    /// <summary><c>#tag</c>: all of a group.</summary>
    Tag,

    /// <summary><c>parts(…)</c>: what adds up to the one named.</summary>
    Parts,
}

/// <summary>Rows or columns. <c>total</c> as a row is the table's total line, whatever it is called.</summary>
internal sealed record Selector(SelectorKind Kind, ImmutableArray<string> Names, int Position, Selector? Inner = null)
{
    /// <summary>The row name for the table's total line, and the column name for its main sum.</summary>
    public const string Total = "total";

    /// <summary>Whether it is the total line.</summary>
    public bool IsTotal => Kind == SelectorKind.Names && Names is [Total];

    public override string ToString() => Kind switch
    {
        SelectorKind.Current => ".",
        SelectorKind.Tag => "#" + Names[0],
        SelectorKind.Parts => $"parts({Inner})",
        _ => string.Join('|', Names),
    };
}

/// <summary>A condition.</summary>
internal abstract record Condition;

/// <summary>All of the conditions.</summary>
internal sealed record AllOf(ImmutableArray<Condition> Conditions) : Condition
{
    public override string ToString() => string.Join(" and ", Conditions.Select(one => one is AnyOf ? $"({one})" : one.ToString()));
}

/// <summary>Any of the conditions.</summary>
internal sealed record AnyOf(ImmutableArray<Condition> Conditions) : Condition
{
    public override string ToString() => string.Join(" or ", Conditions);
}

/// <summary>The opposite of a condition.</summary>
internal sealed record Not(Condition Inner) : Condition
{
    public override string ToString() => Inner is Test ? $"not {Inner}" : $"not ({Inner})";
}

/// <summary>What is asked.</summary>
internal enum TestKind
{
    /// <summary>The cell is there, blank or not.</summary>
    Has,

    /// <summary>None of the cells has an amount other than 0.</summary>
    No,

    /// <summary>Some of the cells has an amount other than 0.</summary>
    Some,

    /// <summary>The document has the table.</summary>
    Printed,

    /// <summary>The document has the table and amounts in it.</summary>
    Filled,

    /// <summary>The document has the table and nothing in it.</summary>
    Empty,

    /// <summary>Two cells print the same amount.</summary>
    Same,

    /// <summary>The document uses a phrase of a list.</summary>
    Says,
}

/// <summary>A single question.</summary>
internal sealed record Test(TestKind Kind, ImmutableArray<CellSelector> Cells, string Name, int Position) : Condition
{
    public override string ToString()
    {
        string arguments = Cells.IsEmpty ? Name : string.Join(", ", Cells);
        return string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}({arguments})");
    }
}
