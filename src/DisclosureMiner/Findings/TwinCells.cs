using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>
/// Cells of one row that are the same fact: a total whose only printed part has its amount (合计 3.86, 公用经费 3.86). A slip in one was
/// copied to the other, so what would mend both is one cause.
/// </summary>
internal sealed class TwinCells
{
    private readonly Dictionary<string, List<Fact>> _twins = new(StringComparer.Ordinal);

    /// <summary>The twins that held sums over a row tell of.</summary>
    public static TwinCells In(IEnumerable<Ruling> ledger)
    {
        var cells = new TwinCells();
        foreach (Obligation sum in ledger.Where(ruling => ruling.Holds).Select(ruling => ruling.Obligation).Where(sum => sum.Relation == Relation.Sum))
        {
            if (sum.Stated is { Line: not null, Printed.Value: not 0 } total
                && sum.Operands.Where(term => term.Fact.Printed is { Value: not 0 }).ToArray() is [{ Sign: 1 } part]
                && ReferenceEquals(part.Fact.Line, total.Line))
            {
                cells.Add(total, part.Fact);
                cells.Add(part.Fact, total);
            }
        }

        return cells;
    }

    /// <summary>Whether a broken obligation is mended when a twin of the fact gets the value that the fact needs.</summary>
    public bool Mend(Ruling broken, Fact fact, decimal? value) => value is { } needed && _twins.TryGetValue(fact.Id, out List<Fact>? twins)
        && twins.Exists(twin => broken.Obligation.Facts.Any(other => other.Id == twin.Id)
            && Repairs.Of(broken.Obligation, broken.Obligation.Facts.First(other => other.Id == twin.Id)) is { } repair
            && Math.Abs(repair.Value - needed) <= repair.Slack);

    private void Add(Fact fact, Fact twin)
    {
        if (!_twins.TryGetValue(fact.Id, out List<Fact>? twins))
        {
            _twins[fact.Id] = twins = [];
        }

        twins.Add(twin);
    }
}
