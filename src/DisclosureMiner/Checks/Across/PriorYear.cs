using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Across;

/// <summary>
/// What a document says of the year before is what that year's document said: where it is printed, and where it follows from this
/// year's amount and a change or rate. Only the same phase is compared, budget with budget and outturn with outturn.
/// </summary>
internal sealed class PriorYear(AcrossDocument own, AcrossPartners partners, Comparisons comparisons, AcrossKnowledge knowledge, Func<int, Firmness> firmness)
{
    private readonly int _year = own.Document.FiscalYear!.Value - 1;
    private readonly Phase _phase = DocumentProfile.PhaseOf(own.Document, knowledge.Reading.Words);

    public void Check()
    {
        foreach (Fact cell in own.OwnCells)
        {
            if (cell is { Printed: not null, Key: { Measure: Measure.Amount } key } && IsBase(new Period(key.Year, key.Phase)) && own.IsKnown(key.Subject))
            {
                Compare(cell, partner => partner.Cell(cell.Table!.Kind, key), cell.Table!.Index);
            }
        }

        foreach (Statement statement in own.Statements)
        {
            foreach (Mention mention in statement.Mentions.Where(mention => IsBase(mention.Period) && mention.Fact.Printed?.Unit.Dimension == Dimension.Money))
            {
                Compare(own.Of(mention.Fact), partner => partner.Find(statement, mention.Period, mention.Fact.Printed), statement.Block);
            }

            foreach (Claim claim in statement.Claims)
            {
                Imply(statement, claim);
            }
        }
    }

    private bool IsBase(Period period) => period.Year == _year && period.Phase == _phase;

    private void Compare(Fact stated, Func<AcrossDocument, Fact?> find, int block) => comparisons.Add(
        partners.Before
            .Select(partner => (Partner: partner, Fact: find(partner)))
            .Where(found => found.Fact is { Printed: not null })
            .Select(found => (Duty.Same(stated, found.Fact!, knowledge.Rules["X-01"].Severity, "across-prior", "X-01"), found.Partner)),
        firmness(block));

    private void Imply(Statement statement, Claim claim)
    {
        if (claim.Base is not { } based || !IsBase(based) || statement.MentionFor(based) is not null || claim.IsLoose
            || statement.Current is not { Fact.Printed.Unit.Dimension: Dimension.Money } current
            || current.Period != new Period(_year + 1, _phase) || Claimed(claim) is not { } claimed)
        {
            return;
        }

        Fact now = own.Of(current.Fact);
        comparisons.Add(
            partners.Before
                .Select(partner => (Partner: partner, Fact: partner.Find(statement, based, null)))
                .Where(found => found.Fact is { Printed: not null })
                .Select(found => (Of(claimed.Relation, claim, now, found.Fact!), found.Partner)),
            firmness(statement.Block));
    }

    private static (Relation Relation, bool IsFlat)? Claimed(Claim claim) => claim switch
    {
        { Role: FigureRole.Change, Direction: Direction.Flat } => (Relation.Sum, true),
        { Role: FigureRole.Change, Fact.Printed.Unit.Dimension: Dimension.Money, Direction: Direction.Up or Direction.Down } => (Relation.Sum, false),
        { Role: FigureRole.Rate, Fact.Printed.Unit.Dimension: Dimension.Percent } => (Relation.Growth, false),
        _ => null,
    };

    private Obligation Of(Relation relation, Claim claim, Fact now, Fact before)
    {
        Severity severity = knowledge.Rules["X-09"].Severity;
        return claim.Fact is null || claim.Direction == Direction.Flat
            ? Duty.Same(now, before, severity, "across-flat", "X-09")
            : relation == Relation.Growth
                ? Duty.Of(Relation.Growth, own.Of(claim.Fact), [new Term(now), new Term(before)], severity, "across-implied", "X-09")
                : Duty.Sum(own.Of(claim.Fact), [new Term(now), new Term(before, -1)], severity, "across-implied", "X-09");
    }
}
