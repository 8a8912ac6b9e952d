using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>A body, year and phase that a table has amounts for.</summary>
internal sealed record KeyBlock(string Body, int? Year, Phase Phase)
{
    /// <summary>The block of a key.</summary>
    public static KeyBlock Of(FactKey key) => new(key.Body, key.Year, key.Phase);
}

/// <summary>What the names of an expression stand for at one turn of its loops.</summary>
/// <param name="Tables">The tables by their names in rules.</param>
internal sealed record Frame(IReadOnlyDictionary<string, RuleTable> Tables)
{
    /// <summary>The line of <c>each line</c> or <c>each parent</c>.</summary>
    public LineAt? Line { get; init; }

    /// <summary>The column of <c>each column</c> or <c>each subtotal</c>.</summary>
    public ColumnAt? Column { get; init; }

    /// <summary>The code or subject of <c>each code</c> or <c>each #group</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The block of <c>each block</c>.</summary>
    public KeyBlock? Block { get; init; }

    /// <summary>Whether it is one turn of a loop.</summary>
    public bool IsTurn => Line is not null || Column is not null || Subject.Length > 0 || Block is not null;
}
