using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>Gives an unfilled rate the numbers beside it, so that the report can say what belongs there.</summary>
internal static class Unfilled
{
    /// <summary>The obligation with current amount and change as operands, when the unfilled place follows both.</summary>
    public static Obligation Explain(Obligation obligation, IReadOnlyList<Statement> statements)
    {
        if (obligation.Outcome is not { Holds: false } || obligation.Passages.IsEmpty)
        {
            return obligation;
        }

        foreach (Statement statement in statements)
        {
            Claim? open = statement.Claims.Find(claim => claim.Placeholder is { } place && Touches(obligation, place));
            Claim? change = statement.Claims.Find(claim => claim is { Role: FigureRole.Change, Fact.Printed: not null });
            if (open is not null && change is not null && statement.Current is { } current && current.Fact.Printed!.Base != change.Fact!.Printed!.Base)
            {
                return obligation with { Operands = [new Term(current.Fact), new Term(change.Fact)] };
            }
        }

        return obligation;
    }

    private static bool Touches(Obligation obligation, Figure place) => obligation.Passages.Any(passage => passage.Place.Touches(place.Place));
}
