using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// The second pass: compares documents with each other when all are mined. A document is compared anew when the documents that it is
/// compared with are others than the last time, from what is stored of them; nothing is read again.
/// </summary>
public sealed class AcrossPass(DisclosureStore store, Pipeline pipeline, Register? register = null)
{
    private readonly MiningVersion _version = Mining.VersionOf(pipeline);
    private readonly AcrossKnowledge _knowledge = new(pipeline.Reading, pipeline.Subjects, pipeline.Rules);

    /// <summary>Compares all documents of the store for which that is due.</summary>
    /// <param name="jobs">How many at a time, at least 1.</param>
    /// <param name="stop">Stops before the next document; the next run goes on from there.</param>
    /// <returns>How many were due.</returns>
    public int Run(int jobs, CancellationToken stop)
    {
        ImmutableArray<ProfiledDocument> documents = store.Profiled(_version);
        var plans = new AcrossPlans(documents, store.SharedNumberRows(), store.PublicationParts(_version), pipeline.Words, register);
        (ProfiledDocument Document, AcrossPlan Plan)[] due =
        [
            .. documents.Where(document => document.Path is not null)
                .Select(document => (Document: document, Plan: plans.Of(document)))
                .Where(item => item.Plan.Signature != item.Document.Signature)
                .OrderBy(item => item.Document.Path, StringComparer.Ordinal),
        ];
        Crew.Work(due, jobs, item => Compare(item.Document.Id, item.Plan), stop);
        return due.Length;
    }

    private void Compare(string id, AcrossPlan plan)
    {
        if (store.ReopenAlone(id, _version) is not { } alone)
        {
            // Another version has mined it meanwhile.
            return;
        }

        MinedDocument whole;
        try
        {
            whole = plan.IsEmpty
                ? alone
                : AcrossFindings.Join(alone, AcrossRules.Check(Open(alone, null), PartnersOf(plan, FormOf(alone)), _knowledge, alone.Ledger.Length));
        }
        catch (Exception problem) when (problem is not StoreException)
        {
            // A mistake of the program must not cost the run its results; the ledger tells, and the next run tries again.
            store.SaveCompared(AcrossFindings.Join(alone, [AcrossRules.Failed(alone.Ledger.Length)]), isAlone: false, "failed", _version);
            return;
        }

        store.SaveCompared(whole, ReferenceEquals(whole, alone), plan.Signature, _version);
    }

    private AcrossPartners PartnersOf(AcrossPlan plan, DisclosureForm form)
    {
        var opened = new Dictionary<string, AcrossDocument>(StringComparer.Ordinal);
        return new AcrossPartners(
            [.. plan.Before.Select(Partner)],
            [.. plan.Budgets.Select(Partner)],
            [.. plan.Units.Select(unit => new UnitPartner(unit.Name, unit.Id is null ? null : Partner(unit.Id), unit.Absence))],
            plan.Version is null ? null : Partner(plan.Version),
            plan.Sharing is null ? null : Partner(plan.Sharing),
            [.. plan.Publication.Others.Select(Partner)],
            plan.Publication.IsToldHere ? form : null);

        AcrossDocument Partner(string id)
        {
            if (!opened.TryGetValue(id, out AcrossDocument? partner))
            {
                MinedDocument mined = store.ReopenAlone(id, _version)!;
                opened[id] = partner = Open(mined, new FactSource(id, NameOf(mined)));
            }

            return partner;
        }
    }

    private DisclosureForm FormOf(MinedDocument mined) =>
        pipeline.Forms.Forms.FirstOrDefault(form => form.Id == mined.Form?.Id) ?? DisclosureForm.Unknown;

    private AcrossDocument Open(MinedDocument mined, FactSource? source) => new(
        mined.Document!,
        mined.Facts,
        mined.Ledger.Where(ruling => ruling is { IsBroken: true, Obligation.Severity: not Severity.Note })
            .SelectMany(ruling => ruling.Obligation.Facts)
            .Select(fact => fact.Id)
            .ToHashSet(StringComparer.Ordinal),
        source,
        _knowledge);

    private static string NameOf(MinedDocument mined)
    {
        (string title, string body) = (mined.Document!.Title, mined.Document.Organisation);
        return title.Contains(body, StringComparison.Ordinal) ? title : $"{body} {title}".Trim();
    }
}
