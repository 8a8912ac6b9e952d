using System.Collections.Immutable;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// What adds up in amounts adds up in changes (N-33), a part that is 持平 counting as nothing; where the last year's amounts are not printed, this is
/// what holds the word (N-09). Income and spending of one money change alike.
/// </summary>
internal sealed class ChangeSums(SubjectCatalog subjects, ImmutableArray<string> balanced, ImmutableArray<Fact> cells, Duties duties)
{
    private readonly HashSet<Claim> _held = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Statement, List<Statement>> _lists = [];

    /// <summary>Adds the obligations of all lists whose amounts are known to add up.</summary>
    public void Check(IReadOnlyList<Statement> statements)
    {
        var owners = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (Statement statement in statements)
        {
            statement.Mentions.ForEach(mention => owners.TryAdd(mention.Fact.Id, statement));
        }

        foreach (Obligation sum in duties.Obligations.Where(duty => duty is { Relation: Relation.Sum, Stated.Figure: not null, Operands.Length: > 1 }))
        {
            List<Statement> parts = [.. sum.Operands.Where(term => term.Sign > 0).Select(term => owners.GetValueOrDefault(term.Fact.Id)).OfType<Statement>().Distinct()];
            if (parts.Count == sum.Operands.Length && owners.TryGetValue(sum.Stated!.Id, out Statement? whole) && !parts.Contains(whole) && duties.WouldHold(sum))
            {
                _lists.TryAdd(whole, parts);
            }
        }

        foreach ((Statement whole, List<Statement> parts) in _lists.OrderBy(list => list.Key.Order))
        {
            Check(whole, parts);
        }

        foreach (string[] pair in balanced.Select(entry => entry.Split('=')))
        {
            Balanced([.. statements.Where(statement => Is(statement, pair[0]))], [.. statements.Where(statement => Is(statement, pair[1]))]);
        }
    }

    /// <summary>Whether a word without a number (持平) was held by the changes around it.</summary>
    public bool Holds(Claim claim) => _held.Contains(claim);

    private void Check(Statement whole, List<Statement> parts)
    {
        foreach (Claim change in Changes(whole).Where(change => !change.IsLoose))
        {
            var terms = new List<Term>();
            List<Claim> flats = [.. Flats(whole, change.Base!.Value)];
            if (!parts.TrueForAll(part => Add(part, change.Base.Value, terms, flats)))
            {
                continue;
            }

            Obligation sum = Of(change, terms, flats, [whole, .. parts]);
            if (duties.WouldHold(sum) || IsPartition(whole, parts))
            {
                duties.Add(sum);
                _held.UnionWith(flats);
            }
        }
    }

    /// <summary>Adds what the change of a part is made of; false where nothing tells it.</summary>
    private bool Add(Statement part, Period based, List<Term> terms, List<Claim> flats)
    {
        if (Changes(part).FirstOrDefault(own => own.Base == based) is { } change)
        {
            terms.AddRange(change.Fact is { } fact ? [new Term(fact)] : []);
            flats.AddRange(Flats(part, based));
            return !change.IsLoose;
        }

        if (part.Mentions.Find(mention => mention.Period == based) is { } prior && part.Current is { } current && current != prior)
        {
            terms.AddRange([new Term(current.Fact), new Term(prior.Fact, -1)]);
            return true;
        }

        return _lists.TryGetValue(part, out List<Statement>? below) && below.TrueForAll(lower => lower.Order > part.Order && Add(lower, based, terms, flats));
    }

    private static Obligation Of(Claim change, List<Term> terms, List<Claim> flats, List<Statement> statements)
    {
        string[] rules = flats.Count > 0 ? ["N-33", "N-09"] : ["N-33"];
        if (change.Fact is { } whole)
        {
            return Duty.Sum(whole, terms, Severity.Error, "change", rules);
        }

        if (terms.Count > 0)
        {
            // The whole is 持平: what some parts gain the others lose.
            return Duty.Sum(terms[0].Fact, terms.Skip(1).Select(term => term with { Sign = -term.Sign }), Severity.Error, "change", rules) with { Passages = [change.Words] };
        }

        string names = string.Join(" + ", statements.Skip(1).Select(statement => statement.Words));
        return new Obligation("", [.. rules], Relation.Logical, null, [], $"{statements[0].Words} = {names}", Severity.Error, "flat")
        {
            Passages = [.. flats.Select(flat => flat.Words)],
            Outcome = new LogicalOutcome(true, new Bilingual($"{statements[0].Words}与各分项均持平", $"{statements[0].Words} and all of its parts are said to be unchanged")),
        };
    }

    /// <summary>
    /// 财政拨款收入3121万元，比上年增加107万元 … 财政拨款支出3121万元，比上年增加107万元: where a body spends what it gets, both change alike. Money
    /// carried over from another year parts them, so in a form that has lines for it only what holds is told.
    /// </summary>
    private void Balanced(List<Statement> incomes, List<Statement> spendings)
    {
        foreach (Statement income in incomes)
        {
            foreach ((Claim own, Claim other) in Pairs(income, spendings))
            {
                Obligation tie = Duty.Same(own.Fact!, other.Fact!, Severity.Error, "change", "N-33");
                if (!CarriesMoneyOver || duties.WouldHold(tie))
                {
                    duties.Add(tie);
                }
            }
        }
    }

    private IEnumerable<(Claim Own, Claim Other)> Pairs(Statement income, List<Statement> spendings) =>
        from spending in spendings
        where spending.Scope == income.Scope && spending.Current!.Period == income.Current!.Period
            && duties.WouldHold(Duty.Same(income.Current.Fact, spending.Current.Fact, Severity.Note, "same-fact", "N-16"))
        from own in Changes(income)
        from other in Changes(spending)
        where own.Base == other.Base && own.Fact is not null && other.Fact is not null
        select (own, other);

    private bool CarriesMoneyOver => cells.IsEmpty || cells.Any(cell => cell.Key is { } key && subjects.Find(key.Subject)?.Tags.Contains("carry") is true);

    /// <summary>Whether a list is complete by its nature, so that nothing of last year's is missing from it.</summary>
    private bool IsPartition(Statement whole, List<Statement> parts) => subjects.Partitions.Any(partition =>
        partition.Whole.Split('|').Any(id => Is(whole, id)) && partition.Parts.All(known => parts.Exists(part => known.Split('|').Any(id => Is(part, id)))));

    private static IEnumerable<Claim> Changes(Statement statement) => statement.Claims.Where(claim => claim is { Role: FigureRole.Change, Base: not null }
        && claim.Direction != Direction.None
        && (claim.Direction == Direction.Flat || claim.Fact?.Printed?.Unit.Dimension == statement.Current?.Fact.Printed?.Unit.Dimension));

    private static IEnumerable<Claim> Flats(Statement statement, Period based) =>
        statement.Claims.Where(claim => claim is { Role: FigureRole.Change, Direction: Direction.Flat } && claim.Base == based);

    private static bool Is(Statement statement, string id) => statement.Current is not null && statement.Subjects.Any(subject => subject.Id == id);
}
