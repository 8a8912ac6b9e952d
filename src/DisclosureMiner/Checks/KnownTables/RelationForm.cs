using System.Collections.Immutable;
using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>Turns a relation of the rule language into an obligation over cells.</summary>
internal sealed class RelationForm(CellFinder finder, Rule rule, Frame frame)
{
    /// <summary>The obligation; or null, with a reason unless there is simply nothing to ask.</summary>
    public (Obligation? Obligation, string Reason) Of(RelationText relation)
    {
        (List<Term>? left, string leftReason) = Terms(relation.Left);
        if (left is null)
        {
            // The stated side of one turn is not there: the turn does not concern the rule.
            return (null, frame.IsTurn && leftReason == "missing-line" ? "" : leftReason);
        }

        (List<Term>? right, string rightReason) = Terms(relation.Right);
        if (right is null)
        {
            return (null, left.Exists(term => term.Fact.Printed is { Value: not 0 }) ? rightReason : "");
        }

        if (relation.Comparison is Comparison.Rate or Comparison.Share)
        {
            return (RateOf(relation.Comparison, left, right), "");
        }

        bool rightIsZero = relation.Right.IsEmpty;
        if (left.Count == 0 || (right.Count == 0 && !rightIsZero) || left.Concat(right).All(term => term.Fact.Printed is null && !term.Fact.IsUnreadable))
        {
            return (null, "");
        }

        return (relation.Comparison == Comparison.AtMost ? AtMost(left, right) : Equal(relation, left, right), "");
    }

    private Obligation? Equal(RelationText relation, List<Term> left, List<Term> right)
    {
        bool leftStates = relation.Left is [{ IsAll: false, Sign: 1 }] || relation.Right is not [{ IsAll: false, Sign: 1 }];
        (List<Term> stating, List<Term> others) = leftStates ? (left, right) : (right, left);
        Fact stated = stating[0].Fact;
        ImmutableArray<Term> operands = [.. others, .. stating.Skip(1).Select(term => term with { Sign = -term.Sign })];
        if (operands.Any(term => term.Fact.Id == stated.Id) || LeavesOpen(stated, operands))
        {
            return null;
        }

        string defect = operands.Length == 1 ? "equal" : "sum";
        return Duty.Of(Relation.Sum, stated, operands, rule.Severity, defect, rule.Id);
    }

    /// <summary>Lines under 其中 need not be all of the line above them.</summary>
    private static bool LeavesOpen(Fact stated, ImmutableArray<Term> operands) =>
        operands.Any(term => term.Fact.Line is { IsOfWhich: true } line && ReferenceEquals(term.Fact.Part, stated.Part)
            && line.Parent >= 0 && ReferenceEquals(stated.Part!.Lines[line.Parent], stated.Line));

    private Obligation? AtMost(List<Term> left, List<Term> right)
    {
        // Of several that together do not exceed something, the largest states it and the others are taken away on the other side.
        Term largest = left.Where(term => term.Sign > 0).MaxBy(term => term.Fact.Printed?.Base ?? 0);
        if (largest.Fact?.Printed is null && largest.Fact?.IsUnreadable != true)
        {
            return null;
        }

        ImmutableArray<Term> operands =
        [
            .. right,
            .. left.Where(term => term.Fact.Id != largest.Fact.Id && term.Fact.Printed is not { Value: 0 }).Select(term => term with { Sign = -term.Sign }),
        ];
        return operands.Any(term => term.Fact.Id == largest.Fact.Id)
            ? null
            : Duty.Of(Relation.AtMost, largest.Fact, operands, rule.Severity, "at-most", rule.Id);
    }

    private Obligation? RateOf(Comparison comparison, List<Term> left, List<Term> right)
    {
        if (left is not [{ Fact.Printed: not null } stated] || right.Count != 2)
        {
            return null;
        }

        (Relation relation, string defect) = comparison == Comparison.Rate ? (Relation.Growth, "rate") : (Relation.Ratio, "share");
        return Duty.Of(relation, stated.Fact, [.. right], rule.Severity, defect, rule.Id);
    }

    private (List<Term>? Terms, string Reason) Terms(ImmutableArray<SumTerm> side)
    {
        var terms = new List<Term>();
        foreach (SumTerm term in side)
        {
            if (term.IsAll)
            {
                if (!term.IsOptional && !frame.Tables.ContainsKey(term.Cells.Table))
                {
                    return (null, "missing-table");
                }

                terms.AddRange(finder.All(term.Cells, frame).Select(cell => new Term(cell, term.Sign)));
                continue;
            }

            (Fact? one, string reason) = finder.One(term.Cells, frame);
            if (one is not null)
            {
                terms.Add(new Term(one, term.Sign));
            }
            else if (!term.IsOptional || reason == "ambiguous")
            {
                return (null, reason);
            }
        }

        return (terms, "");
    }
}
