using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Turns causes into what is reported: named, worded and with both sides as evidence.</summary>
internal static class DiscrepancyWriter
{
    private const int MostEvidence = 12;

    /// <summary>All causes of one document as discrepancies, worst first, then in reading order.</summary>
    public static ImmutableArray<Discrepancy> Write(IEnumerable<Cause> causes, MinedContext context)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = new List<(Cause Cause, Discrepancy Discrepancy)>();
        foreach (Cause cause in causes.OrderBy(cause => Position(cause), ReadingOrder.Comparer))
        {
            Discrepancy discrepancy = Write(cause, context);
            int ordinal = seen[discrepancy.Id] = seen.GetValueOrDefault(discrepancy.Id) + 1;
            written.Add((cause, ordinal == 1
                ? discrepancy
                : discrepancy with { Id = $"{discrepancy.Id}-{ordinal.ToString(CultureInfo.InvariantCulture)}" }));
        }

        // A stable sort: reading order stays within one severity.
        return [.. written.OrderByDescending(pair => pair.Discrepancy.Severity).Select(pair => pair.Discrepancy)];
    }

    /// <summary>One cause as a discrepancy; its id may need an ordinal beside others of its document.</summary>
    public static Discrepancy Write(Cause cause, MinedContext context) => new(
        Fingerprint.Of(cause, context),
        Fingerprint.OfValues(cause),
        cause.Leading,
        cause.Severity,
        WordingOfCause.Title(cause, context.Document),
        WordingOfCause.Message(cause, context.Document),
        cause.Culprit,
        cause.Repair,
        [.. Telling(cause.Hypotheses).Select(hypothesis => new Explanation(hypothesis.Code, WordingOfCause.Of(hypothesis, cause, context.Document)))],
        [.. cause.Explained.Select(ruling => ruling.Obligation.Id).Prepend(cause.Leading.Obligation.Id).Distinct(StringComparer.Ordinal)],
        EvidenceOf(cause))
    {
        Certainty = cause.Certainty,
    };

    /// <summary>The hypotheses without the bare value where another one names it.</summary>
    private static IEnumerable<Hypothesis> Telling(ImmutableArray<Hypothesis> hypotheses) => hypotheses.Where(hypothesis =>
        hypothesis.Code != "fits-value"
        || !hypotheses.Any(other => other.Code != "fits-value" && other.Arguments.SequenceEqual(hypothesis.Arguments, StringComparer.Ordinal)));

    private static ImmutableArray<Evidence> EvidenceOf(Cause cause)
    {
        Obligation leading = cause.Leading.Obligation;
        var evidence = new List<Evidence>();
        var taken = new HashSet<string>(StringComparer.Ordinal);

        void Add(Fact? fact, string role)
        {
            if (fact is not null && evidence.Count < MostEvidence && taken.Add(fact.Id))
            {
                evidence.Add(EvidenceOf(fact, role));
            }
        }

        Add(leading.Stated, "stated");
        Add(cause.Culprit, leading.Stated is null ? "stated" : "operand");
        foreach (Passage passage in cause.Explained.Prepend(cause.Leading).SelectMany(ruling => ruling.Obligation.Passages).Distinct())
        {
            if (evidence.Count < MostEvidence)
            {
                evidence.Add(new Evidence("stated", "text", passage.Sentence, passage.Text, passage.Place, null));
            }
        }

        foreach (Term term in leading.Operands)
        {
            Add(term.Fact, "operand");
        }

        // One cause with several quotes: what each of the other broken obligations states.
        foreach (Ruling ruling in cause.Explained)
        {
            Add(ruling.Obligation.Stated, "stated");
        }

        return [.. evidence];
    }

    /// <summary>A number as evidence.</summary>
    public static Evidence EvidenceOf(Fact fact, string role)
    {
        if (fact.Figure is { } figure)
        {
            return new Evidence(role, "figure", figure.Sentence, figure.Text, figure.Place, fact);
        }

        IEnumerable<string> path = new[] { fact.Table!.Title, fact.Label }.Where(part => part.Length > 0);
        return new Evidence(role, "cell", string.Join(" · ", path), fact.Text, fact.Place, fact);
    }

    private static Place? Position(Cause cause) =>
        cause.Culprit?.Place
        ?? cause.Leading.Obligation.Passages.FirstOrDefault()?.Place
        ?? cause.Leading.Obligation.Facts.FirstOrDefault()?.Place;
}
