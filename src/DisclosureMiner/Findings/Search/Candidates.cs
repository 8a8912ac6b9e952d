using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings.Search;

/// <summary>The changes that may mend an equation, each with what it costs to believe in it.</summary>
internal sealed class Candidates(CauseGraph graph)
{
    /// <summary>Of more different values than this for one fact only the first are tried.</summary>
    private const int MostValues = 5;

    /// <summary>Of more copies than this nobody changes all.</summary>
    private const int MostCopies = 24;

    /// <summary>A wanted value is known exactly enough when it is known to so many units of the last printed digit.</summary>
    private const decimal PreciseDigits = 5m;

    private const decimal Unexplained = 0.30m;
    private const decimal Exchanged = 0.06m;
    private const decimal TurnedRound = 0.06m;
    private const decimal Open = 0.40m;
    private const decimal Copied = 0.02m;
    private const decimal Borrowed = -0.25m;
    private const decimal OfBlank = 0.15m;
    private const decimal Negative = 0.50m;
    private const decimal Stated = -0.05m;
    private const decimal InProse = -0.02m;

    private readonly Dictionary<int, decimal[]> _meant = [];

    /// <summary>The changes of one fact of an equation that is broken under an assignment.</summary>
    /// <param name="fact">A fact that the assignment leaves as it is printed.</param>
    /// <param name="assigned">What is changed already.</param>
    public IEnumerable<Change> Of(int fact, Assignment assigned)
    {
        bool isPinned = false;
        ImmutableArray<int> copies = graph.CopiesOf(fact), namesakes = graph.NamesakesOf(fact);
        ImmutableArray<ImmutableArray<int>> prints =
        [
            .. new[] { copies, namesakes.Length > copies.Length ? namesakes : [] }.Where(all => all.Length is > 1 and <= MostCopies && !all.Any(assigned.Has)),
        ];
        foreach (decimal value in Values(fact, assigned))
        {
            isPinned = true;
            decimal cost = 1m + Implausibility(fact, value);
            yield return new Change(CauseKind.Number, [(fact, value)], cost);
            foreach (ImmutableArray<int> all in prints)
            {
                yield return new Change(CauseKind.Copies, [.. all.Select(copy => (copy, (decimal?)OnGrid(copy, value)))], cost + Copied);
            }
        }

        if (!isPinned)
        {
            int held = graph.EquationsOf(fact).Count(equation => !equation.IsBroken);
            yield return new Change(CauseKind.Number, [(fact, null)], 1m + Open + Leaning(fact) + (0.3m * held));
        }

        foreach (Change together in Together(fact, assigned))
        {
            yield return together;
        }
    }

    private IEnumerable<Change> Together(int fact, Assignment assigned)
    {
        if (graph.Facts[fact].Printed is not { } printed)
        {
            yield break;
        }

        foreach (int beside in graph.BesideInRow(fact))
        {
            if (!assigned.Has(beside) && graph.Facts[beside].Printed is { } other && other.Unit == printed.Unit && other.Value != printed.Value)
            {
                yield return new Change(CauseKind.Exchange, [(fact, other.Base), (beside, printed.Base)], 1m + Exchanged);
            }
        }

        if (printed.Value != 0 && graph.Facts[fact].Figure is { Role: FigureRole.Change or FigureRole.Rate } figure)
        {
            foreach (int partner in Partners(fact, figure))
            {
                if (!assigned.Has(partner))
                {
                    yield return new Change(CauseKind.Direction, [(fact, -printed.Base), (partner, -graph.BaseOf(partner))], 1m + TurnedRound);
                }
            }
        }
    }

    /// <summary>增加 5 万元，增长 3%: one word may govern both.</summary>
    private IEnumerable<int> Partners(int fact, Figure figure) => graph.EquationsOf(fact)
        .Where(equation => equation.Facts.Length <= 3)
        .SelectMany(equation => equation.Facts)
        .Distinct()
        .Where(other => other != fact && other < graph.Facts.Count && graph.BaseOf(other) != 0
            && graph.Facts[other].Figure is { Role: FigureRole.Change or FigureRole.Rate } partner
            && partner.Direction == figure.Direction && partner.SentencePlace == figure.SentencePlace);

    /// <summary>The different values that the broken equations of a fact ask for, those that more of them ask for first.</summary>
    private List<decimal> Values(int fact, Assignment assigned)
    {
        var wanted = new List<(decimal Value, decimal Slack)>();
        foreach (Equation equation in graph.EquationsOf(fact))
        {
            if (equation.IsBroken && equation.Wanted(fact, assigned) is { } value && !equation.Holds(assigned))
            {
                wanted.Add(value);
                if (wanted.Count > 4 * MostValues)
                {
                    break;
                }
            }
        }

        decimal now = graph.BaseOf(fact);
        var values = new List<decimal>();
        foreach ((decimal value, decimal slack) in wanted
            .OrderByDescending(one => wanted.Count(other => Math.Abs(other.Value - one.Value) <= other.Slack + one.Slack))
            .ThenBy(one => one.Slack))
        {
            if (values.Count >= MostValues)
            {
                break;
            }

            // What is wanted to the last digit needs no guess.
            if (graph.Facts[fact].Printed is { } printed && slack > PreciseDigits * printed.LastDigit && Slips.Near(printed, MeantBy(fact, printed), value, slack) is { } meant)
            {
                Add(meant);
            }

            decimal rounded = OnGrid(fact, value);
            Add(Math.Abs(rounded - value) <= slack ? rounded : value);
        }

        return values;

        void Add(decimal value)
        {
            if (value != now && !values.Contains(value))
            {
                values.Add(value);
            }
        }
    }

    private decimal[] MeantBy(int fact, Printed printed)
    {
        if (!_meant.TryGetValue(fact, out decimal[]? meant))
        {
            _meant[fact] = meant = Slips.Meant(printed);
        }

        return meant;
    }

    private decimal OnGrid(int fact, decimal value)
    {
        decimal factor = graph.UnitOf(fact).Factor;
        return decimal.Round(value / factor, Math.Min(graph.DecimalsOf(fact), 20), MidpointRounding.AwayFromZero) * factor;
    }

    private decimal Implausibility(int fact, decimal value)
    {
        decimal cost = Unexplained + Leaning(fact);
        if (graph.Facts[fact].Printed is not { } printed)
        {
            return cost + OfBlank + (value < 0 ? Negative : 0m);
        }

        cost += Math.Min(graph.IsBorrowed(fact) ? Borrowed : 0m, -Slips.Weight(printed, value));
        bool canBeNegative = printed.Value < 0 || graph.Facts[fact].Figure is { Role: FigureRole.Change or FigureRole.Rate } || graph.Facts[fact].Key?.Measure is Measure.Change or Measure.Rate;
        return cost + (value < 0 && !canBeNegative ? Negative : 0m);
    }

    private decimal Leaning(int fact)
    {
        string id = graph.Facts[fact].Id;
        bool isStated = graph.EquationsOf(fact).Any(equation => equation.IsBroken && equation.Obligation.Stated?.Id == id);
        return (isStated ? Stated : 0m) + (graph.Facts[fact].Figure is not null ? InProse : 0m);
    }
}
