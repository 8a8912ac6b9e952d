using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>One document in which nothing is wrong, ready for faults: what its numbers are, what holds them, and where they stand.</summary>
/// <param name="Truth">What is true of the document.</param>
/// <param name="Equations">What its numbers satisfy.</param>
/// <param name="Ground">Where they stand.</param>
/// <param name="Words">The pipeline's vocabulary.</param>
/// <param name="OtherBodies">Names of bodies that the document has nothing to do with.</param>
internal sealed record FaultGround(GroundTruth Truth, TruthEquations Equations, Ground Ground, Vocabulary Words, ImmutableArray<string> OtherBodies)
{
    /// <summary>Nothing else in the document states the number or adds up to it.</summary>
    public const string NoEquation = "nothing-else-states-it";

    /// <summary>All that holds the number still holds, exactly or through rounding.</summary>
    public const string StillHolds = "still-holds";

    /// <summary>What fails, fails by no more than a note: cut digits, dropped decimals, a last digit that was adjusted.</summary>
    public const string NoteOnly = "note-only";

    /// <summary>The numbers.</summary>
    public TruthStatements Statements => Equations.Statements;

    /// <summary>The equations that break when numbers print something else.</summary>
    /// <param name="changes">By index of the statement; null for a number that is gone.</param>
    public ImmutableArray<Equation> Broken(IReadOnlyDictionary<int, Statement?> changes) => [.. Affected(changes).Where(equation => Weigh(equation, changes) == EquationState.Breaks)];

    /// <summary>Why the changes cannot be found; empty when an equation breaks.</summary>
    public string ReasonFor(IReadOnlyDictionary<int, Statement?> changes) =>
        !Broken(changes).IsEmpty ? ""
        : Affected(changes).Any(equation => Weigh(equation, changes) == EquationState.Noted) ? NoteOnly
        : Affected(changes).Any() ? StillHolds
        : NoEquation;

    /// <summary>The fault of numbers that print other digits; null when one of them is not where it can be changed.</summary>
    /// <param name="type">What went wrong.</param>
    /// <param name="digits">New digits for each number.</param>
    public Fault? OfNumbers(FaultType type, params IReadOnlyList<(Statement Statement, string Digits)> digits)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var changes = new Dictionary<int, Statement?>();
        foreach ((Statement statement, string typed) in digits)
        {
            if (Ground.DigitsOf(statement) is not { } place || !PrintedNumber.TryRead(typed, out PrintedNumber number))
            {
                return null;
            }

            edits.Add(new Edit(place, typed));
            changes[statement.Index] = statement.Printing(number);
        }

        return new Fault(type, WhereIs(digits[0].Statement), edits.ToImmutable(), [], ReasonFor(changes));
    }

    /// <summary>A number's place, for people.</summary>
    public string WhereIs(Statement statement) => statement.Cell is { } cell
        ? FormattableString.Invariant($"{Statements.Grids[cell.Table].Table.Title}, row {cell.Row + 1} {statement.Label}, column {cell.Column + 1}")
        : $"{statement.Figure!.Section}: {statement.Figure.Context}";

    private EquationState? Weigh(Equation equation, IReadOnlyDictionary<int, Statement?> changes) =>
        equation.Weigh(statement => !changes.TryGetValue(statement.Index, out Statement? now) ? statement : now ?? (IsGivenByParts(statement, changes) ? statement : null));

    /// <summary>Whether a subtotal that is gone, of a row without a code, still follows from its parts: what it was a part of adds up from them.</summary>
    private bool IsGivenByParts(Statement gone, IReadOnlyDictionary<int, Statement?> changes) =>
        gone is { Cell: not null, Code: "" } && Equations.Of(gone).Any(equation => equation.Form == EquationForm.Sum && equation.Stated.Index == gone.Index
            && equation.Terms.Length > 1 && equation.Terms.All(term => term.Sign > 0 && !changes.ContainsKey(term.Statement.Index)));

    private IEnumerable<Equation> Affected(IReadOnlyDictionary<int, Statement?> changes) =>
        changes.Keys.SelectMany(index => Equations.Of(Statements.All[index])).Distinct();
}
