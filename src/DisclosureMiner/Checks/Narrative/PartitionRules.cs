using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// Changes of known parts add to the change of their whole (N-33), wherever each is stated: a change that no words give
/// follows from the amounts of two years.
/// </summary>
internal sealed class PartitionRules(SubjectCatalog catalog, Binding binding, Duties duties)
{
    /// <summary>Adds the obligations of all partitions.</summary>
    public void Check(IReadOnlyList<Statement> statements, Period home)
    {
        foreach (Partition partition in catalog.Partitions)
        {
            // 收入总计 = 支出总计 in either year: where the change of spending is not stated, that of income is.
            foreach (Claim whole in partition.Whole.Split('|').Select(id => Changes(statements, id).ToList()).FirstOrDefault(stated => stated.Count > 0) ?? [])
            {
                if (Terms(partition, statements, home, whole) is { Count: > 1 } terms && AddUp(partition, statements, whole))
                {
                    duties.Add(Duty.Sum(whole.Fact!, terms, Severity.Error, "change", "N-33"));
                }
            }
        }
    }

    /// <summary>Whether the amounts of the parts make up the whole this year: where they do not, a part that no words name changes too (年末结转).</summary>
    private bool AddUp(Partition partition, IReadOnlyList<Statement> statements, Claim whole)
    {
        Mention? total = statements.FirstOrDefault(statement => statement.Claims.Contains(whole))?.Current;
        List<Fact> parts = [.. partition.Parts
            .Select(part => part.Split('|').SelectMany(id => Stated(statements, id)).Select(statement => statement.MentionFor(total?.Period ?? default)?.Fact).FirstOrDefault(fact => fact?.Printed is not null))
            .OfType<Fact>()];
        return total is null || parts.Count < partition.Required.Length || parts.Exists(part => part.Id == total.Fact.Id)
            || duties.WouldHold(Duty.Sum(total.Fact, parts.Select(part => new Term(part)), Severity.Error, "sum", "N-33"));
    }

    private List<Term>? Terms(Partition partition, IReadOnlyList<Statement> statements, Period home, Claim whole)
    {
        var terms = new List<Term>();
        bool stated = false;
        foreach (string part in partition.Parts)
        {
            Claim? own = part.Split('|').SelectMany(id => Changes(statements, id)).FirstOrDefault();
            if (own is not null)
            {
                stated |= own.Fact!.Figure!.Id != whole.Fact!.Figure!.Id;
                terms.Add(new Term(own.Fact!));
            }
            else if (part.Split('|').Select(id => FromAmounts(id, home)).FirstOrDefault(pair => pair is not null) is { } pair)
            {
                terms.Add(new Term(pair.Current));
                terms.Add(new Term(pair.Prior, -1));
            }
            else if (partition.Required.Contains(part) || part.Split('|').Any(id => IsOpen(statements, id, home)))
            {
                return null;
            }
        }

        return stated ? terms : null;
    }

    /// <summary>Money of this year of which nothing says what it was the year before (购置费12万元，上年未安排).</summary>
    private static bool IsOpen(IReadOnlyList<Statement> statements, string id, Period home) => statements.Any(statement =>
        statement.Scope.Length == 0 && Binding.SubjectIds(statement).FirstOrDefault() == id
        && statement.MentionFor(home)?.Fact.Printed is { Value: not 0 } && !statement.Claims.Exists(claim => claim.Direction == Direction.Flat));

    private (Fact Current, Fact Prior)? FromAmounts(string id, Period home)
    {
        if (catalog.Subjects.FirstOrDefault(subject => subject.Id == id) is not { } subject || home.Year is null)
        {
            return null;
        }

        Statement probe = Binding.Probe(subject);
        Fact? current = binding.CellFor(probe, home, null).Cell;
        Fact? prior = binding.CellFor(probe, home with { Year = home.Year - 1 }, null).Cell;
        return current is { Printed: not null } && prior is { Printed: not null } ? (current, prior) : null;
    }

    private static IEnumerable<Statement> Stated(IReadOnlyList<Statement> statements, string id) => statements
        .Where(statement => statement.Scope.Length == 0 && Binding.SubjectIds(statement).FirstOrDefault() == id);

    private static IEnumerable<Claim> Changes(IReadOnlyList<Statement> statements, string id) => Stated(statements, id)
        .SelectMany(statement => statement.Claims)
        .Where(claim => claim is { Role: FigureRole.Change, Fact.Printed.Unit.Dimension: Dimension.Money } && claim.Direction is Direction.Up or Direction.Down);
}
