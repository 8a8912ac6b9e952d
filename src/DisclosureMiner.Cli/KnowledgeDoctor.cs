using System.Collections.Immutable;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>Looks at the files that say what is known of the field.</summary>
internal sealed class KnowledgeDoctor(Texts texts)
{
    // The domains that stand in documentation, and are nobody's.
    private static readonly string[] Nobody = ["example.org", "example.com", "example.net", "example.gov.cn", ".example"];

    /// <summary>What results of this program and its files are marked with; null when the files are wrong.</summary>
    public MiningVersion? Version { get; private set; }

    public IEnumerable<Diagnosis> Look(Func<Pipeline> pipeline, Func<CrawlSources> sources, Func<Pipeline, (string File, Register Register)?> register)
    {
        Pipeline? knowledge = null;
        yield return Try("pipeline", () =>
        {
            knowledge = pipeline();
            Version = Mining.VersionOf(knowledge);
            return Diagnosis.Ok("pipeline", texts.PipelineLoads(knowledge.Rules.Rules.Length));
        });
        yield return Try("sources", () => Of(sources()));
        if (knowledge is not null)
        {
            yield return Try("register", () => register(knowledge) is var (file, bodies)
                ? Diagnosis.Ok("register", texts.RegisterLoads(file, bodies.Bodies.Length))
                : Diagnosis.Ok("register", texts.NoRegisterHere));
        }
    }

    private Diagnosis Of(CrawlSources all)
    {
        ImmutableArray<CrawlSource> enabled = [.. all.Sources.Where(source => source.IsEnabled)];
        string[] unreachable = [.. enabled.Where(source => Nobody.Any(name => source.Politeness.Contact.Contains(name, StringComparison.OrdinalIgnoreCase))).Select(source => source.Id)];
        return unreachable.Length > 0
            ? Diagnosis.Warn("sources", texts.NoContact(string.Join(", ", unreachable)))
            : Diagnosis.Ok("sources", texts.SourcesLoad(all.Sources.Length, enabled.Length));
    }

    private Diagnosis Try(string part, Func<Diagnosis> look)
    {
        try
        {
            return look();
        }
        catch (RegisterException problem)
        {
            return Diagnosis.Wrong(part, problem.In(texts.Language));
        }
        catch (Exception problem) when (problem is PipelineException or UsageException)
        {
            return Diagnosis.Wrong(part, problem.Message);
        }
    }
}
