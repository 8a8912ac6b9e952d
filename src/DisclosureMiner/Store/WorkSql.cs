using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Store;

/// <summary>The statements behind the queue, each of which an index answers: they are asked every second, of any number of rows.</summary>
internal static class WorkSql
{
    /// <summary>A condition of <see cref="Arrivals"/>: what came under a path last.</summary>
    public const string CurrentOfPath = "path = $0 AND is_current = 1";

    /// <summary>A condition of <see cref="Arrivals"/>: all that came under a path.</summary>
    public const string OfPath = "path = $0";

    /// <summary>A condition of <see cref="Arrivals"/>: the paths under which bytes came, in order.</summary>
    public const string OfBytes = "sha256 = $0 ORDER BY path";

    /// <summary>A condition of <see cref="Arrivals"/>: what came last, from the hash <c>$0</c> on, at most <c>$1</c>.</summary>
    public const string CurrentFrom = "is_current = 1 AND sha256 >= $0 ORDER BY sha256, path LIMIT $1";

    /// <summary>A condition of <see cref="Arrivals"/>: what came last, before the hash <c>$0</c>, at most <c>$1</c>.</summary>
    public const string CurrentBefore = "is_current = 1 AND sha256 < $0 ORDER BY sha256, path LIMIT $1";

    /// <summary>A condition of <see cref="Works"/>: the first of a kind <c>$0</c> with a subject from <c>$1</c> to <c>$2</c>.</summary>
    public const string OneOfKind = "kind = $0 AND subject >= $1 AND subject < $2 ORDER BY kind, subject LIMIT 1";

    /// <summary>A condition of <see cref="Works"/>: those in state <c>$0</c>, at most <c>$1</c>.</summary>
    public const string InState = "state = $0 ORDER BY kind, subject LIMIT $1";

    /// <summary>The least number of tries above <c>$0</c> of anything that is owed.</summary>
    public const string NextTries = "SELECT MIN(tries) FROM work WHERE due IS NOT NULL AND tries > $0";

    /// <summary>How much of each kind is in each state.</summary>
    public const string Counts = "SELECT kind, state, COUNT(*) FROM work GROUP BY kind, state";

    /// <summary>How much of kind <c>$0</c> waits, is delayed beyond <c>$1</c>, runs, is done or has failed, and since when the oldest of it.</summary>
    public const string Summary =
        """
        SELECT state, COUNT(*), MIN(since) FROM work WHERE kind = $0 AND state IN ('running', 'done', 'failed') GROUP BY state
        UNION ALL SELECT 'queued', COUNT(*), MIN(since) FROM work WHERE kind = $0 AND state = 'queued' AND due <= $1
        UNION ALL SELECT 'delayed', COUNT(*), MIN(since) FROM work WHERE kind = $0 AND state = 'queued' AND due > $1
        """;

    /// <summary>Who has something of kind <c>$0</c>.</summary>
    public const string Owners = "SELECT owner, COUNT(*), MAX(due) FROM work WHERE state = 'running' AND kind = $0 GROUP BY owner";

    /// <summary>Asks, at the moment <c>$2</c>, for what came in and other versions than <c>$0</c> and <c>$1</c> have mined.</summary>
    public const string AskForOthers =
        """
        INSERT INTO work (kind, subject, state, wanted, tries, due, since)
        SELECT 'mine', a.sha256, 'queued', 1, 0, $2, $2 FROM (SELECT DISTINCT sha256 FROM arrivals) a
        WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.sha256 = a.sha256 AND d.reading_version = $0 AND d.checks_version = $1)
        ON CONFLICT (kind, subject) DO UPDATE SET state = 'queued', wanted = work.wanted + 1, tries = 0, due = excluded.due, since = excluded.since, reason = NULL
        WHERE work.state IN ('done', 'failed')
        """;

    /// <summary>Takes the first of some kinds that is due at <c>$0</c> and was tried <c>$4</c> times, for <c>$1</c>, under the lease <c>$2</c>, until <c>$3</c>.</summary>
    public static string Take(string kinds) =>
        $"""
        WITH next AS MATERIALIZED (
            SELECT kind, subject FROM work
            WHERE due IS NOT NULL AND tries = $4 AND due <= $0 AND kind IN ({kinds})
            ORDER BY due, kind, subject LIMIT 1 {SharedSql.SkipLocked})
        UPDATE work SET state = 'running', owner = $1, lease = $2, due = $3, tries = work.tries + 1 FROM next
        WHERE work.kind = next.kind AND work.subject = next.subject
        RETURNING work.kind, work.subject, work.wanted, work.tries, work.since
        """;

    /// <summary>How many of some kinds are due at <c>$0</c>; counts to <c>$1</c>.</summary>
    public static string CountDue(string kinds) =>
        $"SELECT COUNT(*) FROM (SELECT 1 FROM work WHERE kind IN ({kinds}) AND state IN ('queued', 'running') AND due <= $0 LIMIT $1) due";

    /// <summary>Pieces of work.</summary>
    public static string Works(string condition) => $"SELECT kind, subject, state, tries, due, owner, reason, ended FROM work WHERE {condition}";

    /// <summary>What came in.</summary>
    public static string Arrivals(string condition) => $"SELECT path, sha256, bytes, origin, arrived, written, is_current FROM arrivals WHERE {condition}";
}
