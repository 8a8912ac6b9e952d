using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>What a single statement owes: its change, rates, completion and share must fit its amounts (N-02 to N-12).</summary>
internal sealed class StatementRules(IReadOnlyList<Statement> statements, Binding binding, Duties duties, Period home)
{
    /// <summary>持平，增加 and a few words more: the same comparison goes on. In characters.</summary>
    private const int LongestAfterFlat = 8;

    private readonly List<(Claim Claim, Fact Current)> _flatWithoutPrior = [];

    /// <summary>Notes each 持平 for which no other period is printed and that nothing else held since.</summary>
    public void NoteFlats(ChangeSums changes)
    {
        foreach ((Claim claim, Fact current) in _flatWithoutPrior.Where(flat => !changes.Holds(flat.Claim)))
        {
            duties.Undecided(current, "no-base", "flat", "N-09");
        }
    }

    /// <summary>Adds the obligations of one statement.</summary>
    public void Check(Statement statement)
    {
        foreach (Claim claim in statement.Claims.Except(Adjusted(statement)))
        {
            switch (claim.Role)
            {
                case FigureRole.Change when claim.Direction == Direction.Flat:
                    Flat(statement, claim);
                    break;
                case FigureRole.Change:
                    Change(statement, claim);
                    break;
                case FigureRole.Rate:
                    Rate(statement, claim);
                    break;
                case FigureRole.Completion:
                    Completion(statement, claim);
                    break;
                case FigureRole.Share:
                    Share(statement, claim);
                    break;
                case FigureRole.Other:
                    Comparison(statement, claim);
                    break;
            }
        }

        Denied(statement);
    }

    /// <summary>
    /// N-32: 年初预算35.81万元，调增9.31万元，调整预算45.12万元. The adjusted budget is the opening budget with the adjustments that stand between the two.
    /// </summary>
    /// <returns>The claims that are such adjustments.</returns>
    private List<Claim> Adjusted(Statement statement)
    {
        Fact? opening = statement.Mentions.Find(mention => mention.Period.Phase == Phase.OpeningBudget)?.Fact;
        Fact? adjusted = statement.Mentions.Find(mention => mention.Period.Phase == Phase.AdjustedBudget)?.Fact;
        if (opening?.Figure is not { } from || adjusted?.Figure is not { } to || from.Sentence != to.Sentence)
        {
            return [];
        }

        List<Claim> adjustments = statement.Claims.FindAll(claim => claim is { Role: FigureRole.Change, Direction: Direction.Up or Direction.Down, Base: null, Fact.Figure: { } figure }
            && figure.Sentence == from.Sentence && figure.Start > from.Start && figure.Start < to.Start);
        if (adjustments.Count > 0)
        {
            duties.Add(Duty.Sum(adjusted, [new Term(opening), .. adjustments.Select(claim => new Term(claim.Fact!))], Severity.Error, "sum", "N-32"));
        }

        return adjustments;
    }

    private void Change(Statement statement, Claim claim)
    {
        if (CurrentOf(statement, claim) is not { } current || BaseOf(statement, claim) is not { } based)
        {
            // The rule is about two amounts (N-05); what else is said of the change is held by other rules (N-33, N-16).
            duties.DoesNotApply(claim.Fact!, "no-base");
            return;
        }

        if (Prior(statement, current, based) is { } prior)
        {
            if (claim.Direction == Direction.None)
            {
                // 相差 does not say which way: the larger stands first.
                bool up = (current.Fact.Printed?.Base ?? 0) >= (prior.Printed?.Base ?? 0);
                duties.Add(Duty.Sum(claim.Fact!, [new Term(current.Fact, up ? 1 : -1), new Term(prior, up ? -1 : 1)], Severity.Error, "change", "N-05"));
                return;
            }

            duties.Add(Duty.Sum(claim.Fact!, [new Term(current.Fact), new Term(prior, -1)], Severity.Error, "change", "N-05"));
        }
    }

    private void Rate(Statement statement, Claim claim)
    {
        Fact rate = claim.Fact!;
        if (CurrentOf(statement, claim) is not { } current)
        {
            duties.Undecided(rate, "no-base", "rate", "N-06");
            return;
        }

        bool any = false;
        if (BaseOf(statement, claim) is { } based && Prior(statement, current, based) is { } prior)
        {
            any = true;
            bool zero = (prior.Printed?.Base ?? 0) == 0;
            duties.Add(Duty.Of(
                Relation.Growth, rate, [new Term(current.Fact), new Term(prior)],
                zero ? Severity.Warning : Severity.Error, zero ? "zero-base" : "rate", zero ? "N-11" : "N-06"));
        }

        if (ChangeBeside(statement, claim) is { } change)
        {
            // 上年为4.49万元，同比减少0.31万元，下降6.90%: the amount beside them may be the base.
            Obligation ofBase = Duty.Of(Relation.Ratio, rate, [new Term(change.Fact!), new Term(current.Fact)], Severity.Error, "rate", "N-06");
            if (statement.Mentions is [{ Period.Year: { } year }] && year < home.Year && duties.WouldHold(ofBase))
            {
                duties.Add(ofBase);
                return;
            }

            any = true;
            bool zero = current.Fact.Printed!.Base == change.Fact!.Printed!.Base;
            if (change.Direction != claim.Direction && Opposed(change.Direction, claim.Direction) && rate.Printed!.Value != 0)
            {
                duties.Add(Duty.Of(Relation.GrowthFromChange, rate, [new Term(current.Fact), new Term(change.Fact)], Severity.Error, "direction", "N-08", "N-07"));
                return;
            }

            duties.Add(Duty.Of(
                Relation.GrowthFromChange, rate, [new Term(current.Fact), new Term(change.Fact)],
                zero ? Severity.Warning : Severity.Error, zero ? "zero-base" : "rate", zero ? "N-11" : "N-06"));
        }

        if (!any)
        {
            duties.Undecided(rate, "no-base", "rate", "N-06");
        }
    }

    private void Completion(Statement statement, Claim claim)
    {
        Fact completion = claim.Fact!;
        if (statement.Current is not { } current)
        {
            duties.Undecided(completion, "no-base", "completion", "N-12");
            return;
        }

        bool any = false;
        foreach (Mention budget in statement.Mentions.Where(mention => mention != current && IsBudget(mention.Period.Phase)))
        {
            if (claim.Base is null || claim.Base.Value.Phase == budget.Period.Phase || claim.Base.Value.Phase == Phase.Budget)
            {
                any = true;
                duties.Add(Duty.Of(Relation.Ratio, completion, [new Term(current.Fact), new Term(budget.Fact)], Severity.Error, "completion", "N-12"));
                break;
            }
        }

        if (!any && claim.Base is { } named && IsBudget(named.Phase) && named != current.Period && binding.AmountFor(statement, named) is { } other
            && (other.Printed is not null || (current.Fact.Printed!.Value == 0 && completion.Printed!.Value == 0)))
        {
            // 决算为0，完成预算的0%: where the table has no budget either, 0 % of nothing is nothing.
            any = true;
            duties.Add(Duty.Of(Relation.Ratio, completion, [new Term(current.Fact), new Term(other)], Severity.Error, "completion", "N-12"));
        }

        Claim? distance = statement.Claims.Find(other => other is { Role: FigureRole.Change, Fact: not null, Base: { } based }
            && IsBudget(based.Phase) && based.Year == current.Period.Year && current.Period.Phase != based.Phase);
        if (distance is not null)
        {
            any = true;
            duties.Add(Duty.Of(Relation.CompletionFromChange, completion, [new Term(current.Fact), new Term(distance.Fact!)], Severity.Error, "completion", "N-12", "N-14"));
        }

        if (!any && statement.Claims.Exists(other => other is { Role: FigureRole.Change, Direction: Direction.Flat, IsLoose: false, Base: { } equal } && IsBudget(equal.Phase)))
        {
            // 完成预算的100%，决算数与预算数持平, where the budget itself is not printed.
            any = true;
            duties.Add(new Obligation("", ["N-14"], Relation.Logical, null, [new Term(completion), new Term(current.Fact)], $"{current.Fact.Printed}: {completion.Printed} = 100%", Severity.Error, "completion")
            {
                Passages = [claim.Words],
                Outcome = new LogicalOutcome(completion.Printed!.Value == 100, new Bilingual($"决算与预算持平，完成{completion.Printed}", $"outturn as budgeted, completion {completion.Printed}")),
            });
        }

        if (!any)
        {
            duties.Undecided(completion, "no-base", "completion", "N-12");
        }
    }

    private void Share(Statement statement, Claim claim)
    {
        Fact share = claim.Fact!;
        if (statement.Current is not { } current)
        {
            duties.Undecided(share, "no-base", "share", "N-02", "N-03");
            return;
        }

        foreach ((IReadOnlyList<Fact> whole, bool certain) in binding.WholesOf(statement, claim.Of))
        {
            Obligation obligation = Duty.Of(
                Relation.Ratio, share, [new Term(current.Fact), .. whole.Select(fact => new Term(fact))], Severity.Error, "share", SharesOf(whole));
            if (!duties.WouldHold(obligation) && Another(statement, claim) is { } other)
            {
                // 支出总计…。本年支出按用途分为：…占…: the shares are of something else that the paragraph states.
                duties.Add(Duty.Of(Relation.Ratio, share, [new Term(current.Fact), new Term(other)], Severity.Error, "share", "N-03", "N-02"));
                return;
            }

            if (certain || duties.WouldHold(obligation) || OthersAgree(statement, claim, whole))
            {
                duties.Add(obligation);
                return;
            }
        }

        duties.Undecided(share, "no-base", "share", "N-02", "N-03");
    }

    /// <summary>Shares of “三公” are those of its own total (N-18).</summary>
    private static string[] SharesOf(IReadOnlyList<Fact> whole) =>
        whole is [{ Key.Subject: "three-public-total" }] ? ["N-03", "N-02", "N-18"] : ["N-03", "N-02"];

    /// <summary>An amount before it in the paragraph with which this share and another one beside it hold, or null.</summary>
    private Fact? Another(Statement statement, Claim claim) => statements
        .Where(other => other.Block == statement.Block && other.Order < statement.Order)
        .Select(other => other.MentionFor(statement.Current!.Period)?.Fact)
        .LastOrDefault(fact => fact?.Printed?.Unit.Dimension == statement.Current!.Fact.Printed!.Unit.Dimension
            && duties.WouldHold(Duty.Of(Relation.Ratio, claim.Fact!, [new Term(statement.Current.Fact), new Term(fact!)], Severity.Error, "share", "N-03"))
            && OthersAgree(statement, claim, [fact!]));

    /// <summary>Whether another share beside this one holds with the same whole; then it is the whole of both.</summary>
    private bool OthersAgree(Statement statement, Claim claim, IReadOnlyList<Fact> whole) => statements
        .Where(other => other != statement && other.Current is not null && (other.Block == statement.Block || (other.Parent is not null && other.Parent == statement.Parent)))
        .SelectMany(other => other.Claims.Select(share => (other.Current, Share: share)))
        .Any(other => other.Share is { Role: FigureRole.Share, Fact.Printed.Value: not 0 } && other.Share.Of == claim.Of
            && duties.WouldHold(Duty.Of(Relation.Ratio, other.Share.Fact, [new Term(other.Current!.Fact), .. whole.Select(fact => new Term(fact))], Severity.Error, "share", "N-03")));

    private void Flat(Statement statement, Claim claim)
    {
        FlatAndChanged(statement, claim);
        if (CurrentOf(statement, claim) is not { } current || (claim.Base ?? EarlierThanHead(statement)) is not { } based || claim.IsLoose)
        {
            return;
        }

        if (Prior(statement, current, based) is { } prior && !ReferenceEquals(prior, current.Fact))
        {
            duties.Add(Duty.Sum(current.Fact, [new Term(prior)], Severity.Error, "flat", "N-09"));
        }
        else
        {
            _flatWithoutPrior.Add((claim, current.Fact));
        }
    }

    /// <summary>N-10: 与上年持平，增加5万元. What a change right behind the flat word says of the same comparison must be nothing.</summary>
    private void FlatAndChanged(Statement statement, Claim flat)
    {
        int end = flat.Words.Start + flat.Words.Text.Length;
        Claim? change = statement.Claims.Find(claim => claim is { Role: FigureRole.Change or FigureRole.Rate, Direction: Direction.Up or Direction.Down, Fact.Figure: { } figure }
            && figure.Sentence == flat.Words.Sentence && figure.Start >= end && figure.Start - end <= LongestAfterFlat
            && (claim.Base is null || flat.Base is null || claim.Base == flat.Base)
            && claim.Fact.Printed!.Unit.Dimension is Dimension.Money or Dimension.Percent);
        if (change is not null && !flat.IsLoose)
        {
            duties.Add(Duty.Sum(change.Fact!, [], Severity.Error, "flat-and-change", "N-10") with { Passages = [flat.Words] });
        }
    }

    /// <summary>N-13: 大于, 小于 agree with budget and outturn of the same item.</summary>
    private void Comparison(Statement statement, Claim claim)
    {
        Mention? final = statement.Mentions.Find(mention => mention.Period.Phase == Phase.Final);
        Mention? budget = statement.Mentions.Find(mention => IsBudget(mention.Period.Phase) && mention.Period.Year == final?.Period.Year);
        if (final?.Fact.Printed is not { } outturn || budget?.Fact.Printed is not { } planned)
        {
            return;
        }

        bool holds = claim.Direction switch
        {
            Direction.Up => outturn.Base > planned.Base,
            Direction.Down => outturn.Base < planned.Base,
            _ => Math.Abs(outturn.Base - planned.Base) <= Math.Max(outturn.LastDigit, planned.LastDigit),
        };
        string sign = outturn.Base > planned.Base ? ">" : outturn.Base < planned.Base ? "<" : "=";
        duties.Add(new Obligation("", ["N-13"], Relation.Logical, null, [new Term(final.Fact), new Term(budget.Fact)], $"{outturn} {sign} {planned}", Severity.Error, "outturn-direction")
        {
            Passages = [claim.Words],
            Outcome = new LogicalOutcome(holds, new Bilingual($"决算数{outturn}，预算数{planned}", $"outturn {outturn}, budget {planned}")),
        });
    }

    private void Denied(Statement statement)
    {
        // 没有购置单价100万元以上的设备: a price is not what was planned.
        if (statement.IsDenied && !statement.IsUnitPrice && statement.Current is { } current && current.Fact.Printed is not null)
        {
            duties.Add(Duty.Sum(current.Fact, [], Severity.Error, "negative-statement", "D-04", "N-21"));
        }
    }

    /// <summary>The amount that has changed: the latest one, or that of the item's head where only an earlier year's stands beside the claim.</summary>
    private Mention? CurrentOf(Statement statement, Claim claim)
    {
        if (claim.Base is null && EarlierThanHead(statement) is not null)
        {
            return statement.Repeats!.Current;
        }

        // 运行费上年为4.49万元，同比减少0.31万元: the only amount is the base, and this year's stands elsewhere.
        if (statement.Mentions is [{ Period: { Year: { } year } period }] && year < home.Year && claim.Base?.Year == year)
        {
            Period now = period with { Year = home.Year };
            return binding.AmountFor(statement, now) is { Printed: not null } current ? new Mention(current, now) : null;
        }

        // 收入、支出总计各增加25.50万元: what the change is about is given elsewhere.
        if (statement is { Mentions: [], HasOwnName: true, Subjects.IsEmpty: false } && home.Phase != Phase.Unknown && claim.Base?.Year < home.Year)
        {
            return binding.AmountFor(statement, home) is { Printed.Value: not 0 } given ? new Mention(given, home) : null;
        }

        return statement.Current;
    }

    /// <summary>
    /// The period of the only amount of a statement that goes on with an item, when it is earlier than the item's
    /// (…行政运行（01项）12万元。2024年执行11万元，今年多安排1万元).
    /// </summary>
    private static Period? EarlierThanHead(Statement statement) =>
        statement is { Mentions: [var own], Repeats.Current: { } head } && own.Period.Year < head.Period.Year ? own.Period : null;

    /// <summary>What a change compares with; where the words do not say, the one other year whose amount stands beside it.</summary>
    private static Period? BaseOf(Statement statement, Claim claim) => claim.Base
        ?? EarlierThanHead(statement)
        ?? (statement.Mentions is [var one, var other] ? (one == statement.Current ? other : one).Period : null);

    private Fact? Prior(Statement statement, Mention current, Period based)
    {
        Fact? prior = based == current.Period ? null : binding.AmountFor(statement, based);
        return prior is null || ReferenceEquals(prior, current.Fact) || prior.IsUnreadable ? null : prior;
    }

    private static Claim? ChangeBeside(Statement statement, Claim rate)
    {
        List<Claim> changes = [.. statement.Claims.Where(claim => claim is { Role: FigureRole.Change, Fact.Printed: not null })];
        return changes.Find(change => change.Base == rate.Base)
            ?? (rate.Base is null || changes is [{ Base: null }] ? changes.FirstOrDefault() : null);
    }

    private static bool Opposed(Direction a, Direction b) =>
        a is Direction.Up && b is Direction.Down || a is Direction.Down && b is Direction.Up;

    private static bool IsBudget(Phase phase) => phase is Phase.Budget or Phase.OpeningBudget or Phase.AdjustedBudget;
}
