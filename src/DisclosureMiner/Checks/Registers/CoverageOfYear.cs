using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Registers;

/// <summary>What a register expects of one year, and what is here of it.</summary>
internal sealed class CoverageOfYear(Register register, int year, DateOnly asOf, Func<HeldDocument, HeldDocument, bool> areVersions)
{
    private readonly Dictionary<(string Code, string Kind), List<HeldDocument>> _received = [];
    private readonly HashSet<(string Code, string Kind)> _inDoubt = [];
    private readonly List<CoverageLine> _lines = [];

    /// <param name="documents">In order of their paths.</param>
    public IEnumerable<CoverageLine> Lines(IEnumerable<HeldDocument> documents)
    {
        foreach (HeldDocument document in documents)
        {
            Place(document);
        }

        foreach (RegisterBody body in register.Bodies)
        {
            Answer(body, "budget", body.BudgetDueFor(year));
            Answer(body, "final-accounts", body.FinalDueFor(year));
        }

        return _lines;
    }

    private void Place(HeldDocument document)
    {
        string? unknown = document.Unread
            ?? (document.Organisation.Length == 0 ? "no-body" : document.FiscalYear is null ? "no-year" : document.Kind is null ? "no-kind" : null);
        if (unknown is not null)
        {
            _lines.Add(Coverage.Line(CoverageState.NotChecked, unknown, null, document));
            return;
        }

        RegisterMatch match = register.Match(document.Organisation, year, document.IsUnit);
        if (match.IsAmbiguous)
        {
            _inDoubt.UnionWith(match.Candidates.Select(body => (body.Code, document.Kind!)));
            _lines.Add(Coverage.Line(CoverageState.NotChecked, "ambiguous-body", null, document) with { Candidates = match.Candidates });
        }
        else if (Unexpected(match.Body, document) is { } reason)
        {
            _lines.Add(Coverage.Line(CoverageState.Unexpected, reason, match.Body, document));
        }
        else
        {
            Receive(match.Body!, document);
        }
    }

    private string? Unexpected(RegisterBody? body, HeldDocument document) => body switch
    {
        null => "not-in-register",
        _ when !body.ExistsIn(year) => "year-not-expected",
        { Kind: BodyKind.Department } when document.IsUnit == true => "unit-not-expected",
        _ => (document.Kind switch { "budget" => body.BudgetDue, "final-accounts" => body.FinalDue, _ => null }) is null ? "kind-not-expected" : null,
    };

    private void Receive(RegisterBody body, HeldDocument document)
    {
        if (!_received.TryGetValue((body.Code, document.Kind!), out List<HeldDocument>? versions))
        {
            _received[(body.Code, document.Kind!)] = [document];
        }
        else if (areVersions(versions[0], document))
        {
            versions.Add(document);
        }
        else
        {
            _lines.Add(Coverage.Line(CoverageState.Unexpected, "two-files", body, versions[0], document));
        }
    }

    private void Answer(RegisterBody body, string kind, DateOnly? expected)
    {
        if (expected is not { } due)
        {
            return;
        }

        ImmutableArray<HeldDocument> documents = _received.TryGetValue((body.Code, kind), out List<HeldDocument>? received) ? [.. received] : [];
        Timeliness timeliness = TimelinessOf(documents, due);
        bool isInDoubt = documents.IsEmpty && _inDoubt.Contains((body.Code, kind));
        CoverageState state = isInDoubt ? CoverageState.NotChecked
            : documents.IsEmpty ? (asOf > due ? CoverageState.Missing : CoverageState.NotYetDue)
            : timeliness == Timeliness.Late ? CoverageState.Late
            : CoverageState.Received;
        _lines.Add(new CoverageLine(
            state, isInDoubt ? "ambiguous-body" : "", body, body.Name, kind, due, documents.Min(document => document.Published), timeliness, documents, []));
    }

    // The first version counts; one whose day nobody knows may have been the first.
    private static Timeliness TimelinessOf(ImmutableArray<HeldDocument> documents, DateOnly due) =>
        documents.Any(document => document.Published <= due) ? Timeliness.OnTime
        : documents.IsEmpty || documents.Any(document => document.Published is null) ? Timeliness.NotChecked
        : Timeliness.Late;
}
