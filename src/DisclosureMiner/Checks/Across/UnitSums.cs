using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Across;

/// <summary>
/// A department's numbers are the sums of those of its units: table by table and code by code, and for the 三公 expenses, vehicles
/// and procurement wherever they are printed. A unit without a document is told, and leaves the sums open.
/// </summary>
internal sealed class UnitSums(AcrossDocument own, AcrossPartners partners, Comparisons comparisons, AcrossKnowledge knowledge)
{
    private readonly ImmutableArray<AcrossDocument> _units = [.. partners.Units.Select(unit => unit.Document).OfType<AcrossDocument>()];
    private readonly RuleBook _rules = knowledge.Rules;

    public void Check()
    {
        if (_units.IsEmpty)
        {
            return;
        }

        foreach (UnitPartner unit in partners.Units)
        {
            comparisons.Add(Coverage(unit));
        }

        if (_units.Length < partners.Units.Length)
        {
            comparisons.Add(Open("X-04", "units-missing"));
            comparisons.Add(Open("X-05", "units-missing"));
            return;
        }

        bool transfers = _units.Append(own).Any(PaysTransfers);
        var seen = new HashSet<(string, FactKey)>();
        foreach (Fact cell in own.OwnCells)
        {
            if (cell is { IsUnreadable: false, Key: { Measure: Measure.Amount } key } && key.Year == own.Document.FiscalYear && own.IsKnown(key.Subject)
                && seen.Add((cell.Table!.Kind, key)) && own.Cell(cell.Table.Kind, key) is { } stated)
            {
                Add(stated, unit => unit.Cell(cell.Table.Kind, key), unit => unit.Prints(cell.Table.Kind) && unit.IsPlain(cell.Table.Kind, key), "X-04", transfers);
            }
        }

        foreach (string subject in knowledge.Reading.Words["across-summed"])
        {
            if (Any(own, subject) is { } stated)
            {
                Add(stated, unit => Any(unit, subject), unit => Any(unit, subject) is not null, "X-05", transfers: false);
            }
        }
    }

    private void Add(Fact stated, Func<AcrossDocument, Fact?> find, Func<AcrossDocument, bool> speaks, string rule, bool transfers)
    {
        Fact[] parts = [.. _units.Select(find).OfType<Fact>()];
        if (parts.Length == 0 || parts.Append(stated).All(fact => fact.Printed is null))
        {
            return;
        }

        Obligation sum = Duty.Sum(stated, parts.Select(part => new Term(part)), _rules[rule].Severity, "across-units", rule);
        if (_units.Any(unit => !speaks(unit)))
        {
            comparisons.Add(new Ruling(sum, Verdict.NotChecked, "missing-side", null, null, null));
        }
        else
        {
            comparisons.AddSum(sum, _units, transfers ? Firmness.Transfers : Firmness.Same);
        }
    }

    /// <summary>What a document says of one of those subjects for its own year, wherever it says so.</summary>
    private Fact? Any(AcrossDocument document, string subject)
    {
        Phase phase = DocumentProfile.PhaseOf(own.Document, knowledge.Reading.Words);
        return AcrossDocument.Single(document.Facts.Where(fact => fact is { Printed: not null, Key: { } key }
            && key.Subject == subject && key.Component is "" or "total"
            && (key.Measure == Measure.Count || (key.Measure == Measure.Amount && key.Year == own.Document.FiscalYear && key.Phase == phase))));
    }

    private bool PaysTransfers(AcrossDocument document) => document.OwnCells.Any(cell => cell is { Printed.Value: not 0, Key: { } key }
        && knowledge.Reading.Words["across-transfers"].Contains(key.Subject));

    private Obligation Of(string rule, bool holds, Bilingual what) =>
        new("", [rule], Relation.Logical, null, [], what.Zh, _rules[rule].Severity, "across-coverage") { Outcome = new LogicalOutcome(holds, what) };

    /// <summary>A unit without a document is noted and not reported: whether its day has passed is told by the lists of coverage.</summary>
    private Ruling Coverage(UnitPartner unit) => unit.Document is null
        ? new Ruling(Of("X-08", false, new Bilingual($"{unit.Name}：没有本单位的文件", $"{unit.Name}: no document of its own")) with { Outcome = null }, Verdict.NotChecked, unit.Absence, null, null, null)
        : new Ruling(Of("X-08", true, new Bilingual($"{unit.Name}：{unit.Document.Source!.Name}", $"{unit.Name}: {unit.Document.Source.Name}")), Verdict.Exact, "", null, null, null);

    private Ruling Open(string rule, string reason)
    {
        string missing = string.Join("、", partners.Units.Where(unit => unit.Document is null).Select(unit => unit.Name));
        return new Ruling(Of(rule, false, new Bilingual(missing, missing)) with { Outcome = null }, Verdict.NotChecked, reason, null, null, null);
    }
}
