using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Registers;

/// <summary>Holds the documents of a fiscal year against what a register expects.</summary>
public static class Coverage
{
    /// <summary>The lists, one after the other, each in order of codes, kinds and paths.</summary>
    /// <param name="register">What is expected; without one nothing can be said.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="asOf">The day on which the question is asked. What was published later is not here yet.</param>
    /// <param name="documents">What is here: of that year, or of an unknown one.</param>
    /// <param name="areVersions">Whether two documents of one body, kind and year are versions of one; by default any two are.</param>
    public static ImmutableArray<CoverageLine> Of(
        Register? register,
        int year,
        DateOnly asOf,
        IEnumerable<HeldDocument> documents,
        Func<HeldDocument, HeldDocument, bool>? areVersions = null)
    {
        HeldDocument[] held =
        [
            .. documents.Where(document => (document.FiscalYear ?? year) == year && !(document.Published > asOf))
                .OrderBy(document => document.Path, StringComparer.Ordinal).ThenBy(document => document.Id, StringComparer.Ordinal),
        ];
        IEnumerable<CoverageLine> lines = register is null
            ? held.Select(document => Line(CoverageState.NotChecked, "no-register", null, document))
            : new CoverageOfYear(register, year, asOf, areVersions ?? ((_, _) => true)).Lines(held);
        return
        [
            .. lines.OrderBy(line => line.State)
                .ThenBy(line => line.Body is null)
                .ThenBy(line => line.Body?.Code, StringComparer.Ordinal)
                .ThenBy(line => line.Kind, StringComparer.Ordinal)
                .ThenBy(line => line.Documents.IsEmpty ? "" : line.Documents[^1].Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The line of a document that answers no expectation.</summary>
    internal static CoverageLine Line(CoverageState state, string reason, RegisterBody? body, params ReadOnlySpan<HeldDocument> documents)
    {
        HeldDocument last = documents[^1];
        return new CoverageLine(
            state, reason, body, body?.Name ?? last.Organisation, last.Kind ?? "", null, last.Published, Timeliness.NotChecked, [.. documents], []);
    }
}
