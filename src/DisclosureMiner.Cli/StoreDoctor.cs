using System.Collections.Immutable;
using System.Security.Cryptography;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>Looks at a store, at the original bytes that it names, and at what it owes.</summary>
internal sealed class StoreDoctor(Texts texts, TimeProvider clock, string db, string? content, MiningVersion? version)
{
    private const int Sample = 200;
    private const int MostShown = 3;

    private static readonly Version LeastPostgres = new(13, 0);
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(5);

    // A worker renews its leases several times a minute, and others look for ended ones every second.
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    public IEnumerable<Diagnosis> Look()
    {
        (StoreCondition? condition, Diagnosis reached) = Reach();
        yield return reached;
        if (condition is null)
        {
            yield break;
        }

        foreach (Diagnosis diagnosis in OfEngine(condition))
        {
            yield return diagnosis;
        }

        if (!condition.IsCurrent)
        {
            yield break;
        }

        foreach (Diagnosis diagnosis in OfStore(condition.Now))
        {
            yield return diagnosis;
        }
    }

    private (StoreCondition? Condition, Diagnosis Diagnosis) Reach()
    {
        try
        {
            StoreCondition condition = DisclosureStore.Look(db, isThorough: true);
            string name = StoreAddress.Shown(db);
            return condition.Damage is null
                ? (condition, Diagnosis.Ok("store", texts.StoreReached(name, condition.Engine, condition.Version)))
                : (null, Diagnosis.Wrong("store", texts.StoreDamaged(name, condition.Damage)));
        }
        catch (StoreException problem) when (problem.Problem == StoreProblem.Missing && !StoreAddress.IsPostgres(db))
        {
            return (null, Diagnosis.Warn("store", texts.NoStoreYet(db)));
        }
        catch (StoreException problem)
        {
            return (null, Diagnosis.Wrong("store", texts.Store(problem)));
        }
    }

    private IEnumerable<Diagnosis> OfEngine(StoreCondition condition)
    {
        if (condition.Engine == "PostgreSQL")
        {
            yield return condition.Version < LeastPostgres ? Diagnosis.Wrong("engine", texts.EngineTooOld(condition.Version, LeastPostgres))
                : condition.Encoding != "UTF8" ? Diagnosis.Wrong("engine", texts.EngineEncoding(condition.Encoding))
                : Diagnosis.Ok("engine", texts.EngineFits(condition.Version, condition.Encoding));
            TimeSpan skew = condition.Now - clock.GetUtcNow();
            yield return skew.Duration() > MostSkew ? Diagnosis.Warn("clock", texts.ClockSkew(skew)) : Diagnosis.Ok("clock", texts.ClockAgrees);
        }

        yield return condition.Level > condition.Latest ? Diagnosis.Wrong("shape", texts.ShapeNewer(condition.Level, condition.Latest))
            : condition.Level == 0 ? Diagnosis.Warn("shape", texts.ShapeEmpty)
            : condition.Level < condition.Latest ? Diagnosis.Warn("shape", texts.ShapeOlder(condition.Level, condition.Latest))
            : Diagnosis.Ok("shape", texts.ShapeCurrent(condition.Level));
    }

    private IEnumerable<Diagnosis> OfStore(DateTimeOffset now)
    {
        using DisclosureStore store = DisclosureStore.OpenExisting(db);
        yield return OfContent(store);
        yield return OfBacklog(store, now);
        yield return OfFailures(store);
        yield return OfLeases(store, now);
        if (version is not null)
        {
            ImmutableArray<LocatedDocument> documents = store.Located(version);
            int others = StoredVersions.Others(store, documents);
            yield return others == 0
                ? Diagnosis.Ok("versions", texts.DocumentsCurrent(documents.Length))
                : Diagnosis.Warn("versions", texts.OtherVersions(others));
        }
    }

    private Diagnosis OfContent(DisclosureStore store)
    {
        // Another sample each time, so that nightly looks come by everything.
        ImmutableArray<Arrival> sample = store.SampleArrivals(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), Sample);
        if (sample.IsEmpty)
        {
            return Diagnosis.Ok("content", texts.ContentEmpty);
        }

        if (content is null)
        {
            return Diagnosis.Warn("content", texts.ContentNotNamed);
        }

        var bytes = new ContentStore(content);
        Arrival[] missing = [.. sample.Where(arrival => !bytes.Has(arrival.Sha256))];
        Arrival[] damaged = [.. sample.Except(missing).Where(arrival => !IsWhole(bytes.PathOf(arrival.Sha256), arrival.Sha256))];
        return missing.Length > 0 ? Diagnosis.Wrong("content", texts.ContentMissing(content, missing.Length, sample.Length, Names(missing)))
            : damaged.Length > 0 ? Diagnosis.Wrong("content", texts.ContentDamaged(content, damaged.Length, sample.Length, Names(damaged)))
            : Diagnosis.Ok("content", texts.ContentWhole(content, sample.Length));
    }

    private Diagnosis OfBacklog(DisclosureStore store, DateTimeOffset now)
    {
        WorkSummary mine = store.SummarizeWork(WorkKind.Mine);
        TimeSpan oldest = mine.OldestWaiting is { } since ? now - since : TimeSpan.Zero;
        string message = texts.Backlog(mine.Waiting, mine.Running, mine.Delayed, oldest);
        return mine.Waiting > 0 && oldest > LongWait ? Diagnosis.Warn("backlog", message + texts.NobodyWorks) : Diagnosis.Ok("backlog", message);
    }

    private Diagnosis OfFailures(DisclosureStore store)
    {
        int failed = store.CountWork().Where(count => count.State == WorkState.Failed).Sum(count => count.Count);
        string[] reasons =
        [
            .. store.WorkIn(WorkState.Failed, MostShown).Select(work => $"{(work.Kind == WorkKind.Mine ? work.Subject[..16] : work.Subject)}: {work.Reason}"),
        ];
        return failed == 0 ? Diagnosis.Ok("failed", texts.NothingFailed) : Diagnosis.Warn("failed", texts.WorkFailed(failed, string.Join("; ", reasons)));
    }

    private Diagnosis OfLeases(DisclosureStore store, DateTimeOffset now)
    {
        WorkRecord[] ended = [.. store.WorkIn(WorkState.Running, int.MaxValue).Where(work => work.Due < now - LongAgo)];
        return ended.Length == 0
            ? Diagnosis.Ok("leases", texts.LeasesHeld)
            : Diagnosis.Warn("leases", texts.LeasesEnded(ended.Length, string.Join(", ", ended.Select(work => work.Owner).Distinct().Take(MostShown))));
    }

    private static bool IsWhole(string path, string sha256)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Names(Arrival[] arrivals) => string.Join(", ", arrivals.Take(MostShown).Select(arrival => arrival.Path));
}
