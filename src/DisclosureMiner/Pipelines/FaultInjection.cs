using System.Collections.Immutable;
using DisclosureMiner.Findings;
using DisclosureMiner.Scoring.Faults;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>Plants faults, one to a copy, into labelled documents in which nothing is wrong, mines the copies and says what was found.</summary>
public static class FaultInjection
{
    /// <summary>Plants and mines. The same documents, pipeline and seed give the same report.</summary>
    /// <param name="documents">Labelled documents; those whose truth lists a discrepancy, or no table and no figure, are left out.</param>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="count">How many faults; fewer when there are not so many different ones.</param>
    /// <param name="seed">Of the choice.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static FaultReport Run(IReadOnlyList<LabelledDocument> documents, Pipeline pipeline, int count, int seed)
    {
        LabelledDocument[] clean = [.. documents.Where(document => document is { Path: not null, Truth: { IsByCause: true, Discrepancies.IsEmpty: true } truth }
            && (truth.Tables is { IsEmpty: false } || truth.Figures is { IsEmpty: false }))];
        ImmutableArray<string> bodies = [.. documents.Select(document => document.Truth.Organisation).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(body => pipeline.Words["name-endings"].Any(ending => body.EndsWith(ending, StringComparison.Ordinal)))];
        Soil[] soils = [.. clean.AsParallel().AsOrdered().Select(document => Soil.Of(document, pipeline, bodies)).Where(soil => soil.Clean.Status == MiningStatus.Mined)];

        var plants = new Dictionary<Fault, PlantedDocument>(ReferenceEqualityComparer.Instance);
        ImmutableArray<(int Document, Fault Fault)> chosen = FaultPlan.Choose([.. soils.Select(soil => soil.Faults)], count, seed, (document, fault) =>
            Planting.Plant(soils[document].File, fault) is { } planted && plants.TryAdd(fault, planted));
        return new FaultReport(chosen.AsParallel().AsOrdered().Select(pair =>
            FaultOutcome.Of(pair.Fault, plants[pair.Fault], soils[pair.Document].Clean, LabelledDocument.Mine(pipeline, plants[pair.Fault].File, soils[pair.Document].Clean.Path))));
    }

    /// <summary>A document, as it is without a fault, and the faults that it offers.</summary>
    private sealed record Soil(SourceFile File, MinedDocument Clean, DocumentFaults Faults)
    {
        public static Soil Of(LabelledDocument document, Pipeline pipeline, ImmutableArray<string> bodies)
        {
            SourceFile file = SourceFile.Read(document.Path!);
            MinedDocument clean = LabelledDocument.Mine(pipeline, file, document.Truth.Document);
            var ground = new FaultGround(
                document.Truth,
                new TruthEquations(document.Truth, pipeline.Reading, pipeline.Rules),
                new Ground(document.Truth, clean, file.SpanText),
                pipeline.Words,
                bodies.RemoveAll(body => IsFormOf(body, document.Truth.Organisation ?? "") || IsFormOf(document.Truth.Organisation ?? "", body)));
            return new Soil(file, clean, new DocumentFaults(ground));
        }

        // 某局 and 某局（本级） are not another body's name.
        private static bool IsFormOf(string name, string longer) => longer.Contains(name, StringComparison.Ordinal);
    }
}
