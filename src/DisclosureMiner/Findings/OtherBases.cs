using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Rates and shares that were worked out from another whole than the one they are said to be of.</summary>
/// <param name="facts">All facts of the document in reading order.</param>
internal sealed class OtherBases(IReadOnlyList<Fact> facts)
{
    private readonly Lazy<List<Fact>> _wholes = new(() =>
    [
        .. facts.Where(fact => fact.Printed is { Value: > 0, Unit.Dimension: Dimension.Money } && (fact.Figure is { Role: FigureRole.Amount } || fact.Line is { Role: LineRole.Total })),
    ]);

    /// <summary>The base that gives the printed rate; null when none does.</summary>
    public Hypothesis? Of(Cause cause)
    {
        Obligation leading = cause.Leading.Obligation;
        if (cause.Culprit is not { Printed: { Value: not 0 } rate } culprit || leading.Stated?.Id != culprit.Id || Part(leading) is not { } part || part == 0)
        {
            return null;
        }

        // What stands near is meant sooner than what stands far, and prose sooner than a table.
        int section = culprit.Figure?.Block ?? -1;
        Fact? whole = _wholes.Value
            .Where(fact => leading.Operands.All(term => term.Fact.Id != fact.Id) && Gives(part, fact.Printed!.Base, rate))
            .OrderBy(fact => fact.Figure is { } figure ? Math.Abs(figure.Block - section) : int.MaxValue)
            .FirstOrDefault();
        return whole is not null ? new Hypothesis("other-base", [whole.Text.Trim() + (whole.Cell is null ? "" : whole.Printed!.Unit.Symbol), whole.Label])
            : Current(leading) is { } current && Gives(part, current.Printed!.Base, rate) ? new Hypothesis("other-base", [current.Printed!.ToString(), current.Label])
            : null;
    }

    private static bool Gives(decimal part, decimal whole, Printed rate) =>
        whole != 0 && Math.Abs(100m * Math.Abs(part) / whole - Math.Abs(rate.Base)) <= rate.LastDigit / 2;

    private static decimal? Part(Obligation obligation) => obligation.Relation switch
    {
        Relation.Ratio => obligation.Operands[0].Fact.Printed?.Base,
        Relation.Growth => obligation.Operands[0].Fact.Printed?.Base - obligation.Operands[1].Fact.Printed?.Base,
        Relation.GrowthFromChange => obligation.Operands[1].Fact.Printed?.Base,
        _ => null,
    };

    /// <summary>A rate of growth against this year's amount instead of last year's.</summary>
    private static Fact? Current(Obligation obligation) =>
        obligation.Relation is Relation.Growth or Relation.GrowthFromChange && obligation.Operands[0].Fact.Printed is not null ? obligation.Operands[0].Fact : null;
}
