using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks;

/// <summary>
/// How many decimals a document keeps on each of its surfaces (prose; one column of one table), learned from its numbers.
/// Documents drop trailing zeros: where amounts have two decimals, "15万元" is 15.00.
/// </summary>
internal sealed class Conventions
{
    private const int Enough = 3;
    private const int Strong = 20;

    private readonly Dictionary<(string Surface, string Unit, Measure Measure), (int Decimals, bool IsStrong)> _learned;

    private Conventions(Dictionary<(string, string, Measure), (int, bool)> learned) => _learned = learned;

    /// <summary>Learns the conventions from all numbers of a document.</summary>
    public static Conventions Learn(IEnumerable<Fact> facts)
    {
        var learned = new Dictionary<(string, string, Measure), (int, bool)>();
        foreach (var surface in facts.Where(fact => fact.Printed is { Value: not 0 }).GroupBy(SurfaceOf))
        {
            List<int> decimals = [.. surface.Select(fact => fact.Printed!.Decimals)];
            var commonest = decimals.GroupBy(d => d).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
            if (commonest.Count() >= Enough)
            {
                bool strong = decimals.Count >= Strong && commonest.Count() >= 0.95m * decimals.Count;
                learned[surface.Key] = (commonest.Key, strong);
            }
        }

        return new Conventions(learned);
    }

    /// <summary>The decimals that a printed number of this fact stands for: its own, or more where the convention drops zeros.</summary>
    public int DecimalsOf(Fact fact)
    {
        Printed printed = fact.Printed!;
        return printed.IsApproximate || !_learned.TryGetValue(SurfaceOf(fact), out var convention)
            ? printed.Decimals
            : Math.Max(printed.Decimals, convention.Decimals);
    }

    /// <summary>Whether at least 20 numbers and 95 % of them support the convention that gives this fact more decimals than are printed.</summary>
    public bool IsStrongFor(Fact fact) =>
        _learned.TryGetValue(SurfaceOf(fact), out var convention) && convention.IsStrong && !fact.Printed!.IsApproximate;

    private static (string Surface, string Unit, Measure Measure) SurfaceOf(Fact fact)
    {
        string surface = fact.Table is { } table ? FormattableString.Invariant($"{table.Id}.{fact.Column!.Column}") : "prose";
        return ($"{fact.Source?.Id}:{surface}", fact.Printed!.Unit.Symbol, MeasureOf(fact));
    }

    private static Measure MeasureOf(Fact fact) => fact.Figure?.Role switch
    {
        FigureRole.Rate => Measure.Rate,
        FigureRole.Share => Measure.Share,
        FigureRole.Completion => Measure.Completion,
        _ => Measure.Amount,
    };
}
