using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Store;

/// <content>What came in and what is owed. Work is taken by lease: who loses the lease cannot commit.</content>
public sealed partial class DisclosureStore
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Notes what came in and that it is to be mined, both or neither.</summary>
    /// <returns>Whether the path held other bytes before, or none; else nothing is asked for.</returns>
    public bool Arrive(Arrival arrival) => Use(() =>
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        bool isNew = Scalar(transaction, "SELECT 1 FROM arrivals WHERE path = $0 AND sha256 = $1 AND is_current = 1", arrival.Path, arrival.Sha256) is null;
        Execute(transaction, "UPDATE arrivals SET is_current = 0 WHERE path = $0 AND sha256 <> $1", arrival.Path, arrival.Sha256);
        Execute(
            transaction,
            """
            INSERT INTO arrivals (path, sha256, is_current, bytes, origin, arrived, written) VALUES ($0, $1, 1, $2, $3, $4, $5)
            ON CONFLICT (path, sha256) DO UPDATE SET
              is_current = 1, bytes = excluded.bytes, origin = excluded.origin, arrived = excluded.arrived, written = excluded.written
            """,
            arrival.Path,
            arrival.Sha256,
            arrival.Bytes,
            arrival.Origin,
            arrival.Arrived.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture),
            arrival.Written?.Ticks);
        if (isNew)
        {
            Ask(transaction, WorkKind.Mine, arrival.Sha256, Now());
        }

        transaction.Commit();
        return isNew;
    });

    /// <summary>What came in under that path last, or null.</summary>
    public Arrival? FindArrival(string path) => Arrivals(WorkSql.CurrentOfPath, path).FirstOrDefault();

    /// <summary>All that came in under that path, in order of time.</summary>
    public ImmutableArray<Arrival> Revisions(string path) =>
        [.. Arrivals(WorkSql.OfPath, path).OrderBy(arrival => arrival.IsCurrent).ThenBy(arrival => arrival.Arrived).ThenBy(arrival => arrival.Sha256, StringComparer.Ordinal)];

    /// <summary>The paths under which those bytes came in, in ordinal order.</summary>
    public ImmutableArray<Arrival> ArrivalsOf(string sha256) => Arrivals(WorkSql.OfBytes, sha256);

    /// <summary>Asks for work. What waits already is asked for once; what is under way will be done once more.</summary>
    /// <param name="kind">What is to be done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="after">Not before so much time has passed.</param>
    public void Ask(WorkKind kind, string subject, TimeSpan after = default) => Use(() =>
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        Ask(transaction, kind, subject, Now() + (long)after.TotalMilliseconds);
        transaction.Commit();
        return true;
    });

    /// <summary>Asks for all documents to be mined that came in and that this version has not mined. Says how many those are.</summary>
    public int AskForOthersThan(MiningVersion version) => Use(() =>
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        int asked = Execute(
            transaction,
            WorkSql.AskForOthers,
            version.Reading,
            version.Checks,
            Now());
        transaction.Commit();
        return asked;
    });

    /// <summary>Takes what has been waiting longest, or what somebody has lost the lease of; what has failed before comes last.</summary>
    /// <param name="owner">Who takes it.</param>
    /// <param name="lease">For how long, unless it is renewed.</param>
    /// <param name="kinds">What is taken.</param>
    /// <returns>Null when nothing is due.</returns>
    public WorkItem? Take(string owner, TimeSpan lease, params ReadOnlySpan<WorkKind> kinds)
    {
        string among = Among(kinds);
        return Use(() =>
        {
            long now = Now();
            using DbTransaction transaction = _connection.BeginTransaction();

            // Level by level: among what was tried as often, an index finds the one in one step, however much is delayed.
            WorkItem? taken = null;
            for (long? tries = 0; tries is { } level && taken is null; tries = NextTries(transaction, level))
            {
                taken = Take(transaction, owner, lease, among, level, now);
            }

            transaction.Commit();
            return taken;
        });
    }

    /// <summary>Holds on to what was taken.</summary>
    /// <returns>Whether it is still held.</returns>
    public bool Renew(WorkItem item, TimeSpan lease) =>
        Held(item, null, "UPDATE work SET due = $3 WHERE kind = $0 AND subject = $1 AND lease = $2 AND state = 'running'", lease);

    /// <summary>It is done; what was asked for again meanwhile waits again.</summary>
    /// <returns>False when the lease was lost: somebody else does it.</returns>
    public bool Complete(WorkItem item) => Use(() =>
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        bool isHeld = Complete(transaction, item);
        transaction.Commit();
        return isHeld;
    });

    /// <summary>
    /// The document is mined already: notes the paths that hold it now, and that this is done.
    /// </summary>
    /// <returns>False when the lease was lost; then nothing is changed.</returns>
    public bool CompleteKept(WorkItem item) => Use(() =>
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        Locate(transaction, item.Subject[..16], CurrentPaths(transaction, item.Subject));
        return CommitIf(transaction, CompleteDocument(transaction, item));
    });

    /// <summary>It could not be done: it is tried again later.</summary>
    /// <param name="item">What was taken.</param>
    /// <param name="reason">Why.</param>
    /// <param name="after">When to try again.</param>
    public bool Postpone(WorkItem item, string reason, TimeSpan after) =>
        Held(item, reason, "UPDATE work SET state = 'queued', due = $3, owner = NULL, lease = NULL, reason = $4 WHERE kind = $0 AND subject = $1 AND lease = $2", after);

    /// <summary>It could not be done and is not tried again.</summary>
    public bool GiveUp(WorkItem item, string reason) =>
        Held(item, reason, "UPDATE work SET state = 'failed', due = NULL, ended = $3, owner = NULL, lease = NULL, reason = $4 WHERE kind = $0 AND subject = $1 AND lease = $2", default);

    /// <summary>It was not begun, or was dropped without harm: others may take it, after so much time.</summary>
    public bool HandBack(WorkItem item, TimeSpan after = default) =>
        Held(item, null, "UPDATE work SET state = 'queued', due = $3, owner = NULL, lease = NULL, tries = tries - 1 WHERE kind = $0 AND subject = $1 AND lease = $2 AND state = 'running'", after);

    /// <summary>Lets everything be taken at once that somebody was doing: whoever it was is known to be gone.</summary>
    public int Release() => Use(() => Execute(
        null, "UPDATE work SET state = 'queued', due = $0, owner = NULL, lease = NULL WHERE state = 'running'", Now()));

    /// <summary>Whether anything of that kind waits, is under way or will be tried again.</summary>
    public bool IsOwed(WorkKind kind) => Use(() => Scalar(
        null, "SELECT 1 FROM work WHERE kind = $0 AND state IN ('queued', 'running') LIMIT 1", Words.Of(kind)) is not null);

    /// <summary>The work of that kind whose subject begins so, or null.</summary>
    public WorkRecord? FindWork(WorkKind kind, string subject) =>
        Works(WorkSql.OneOfKind, Words.Of(kind), subject, subject + "\uffff").FirstOrDefault();

    /// <summary>All work of a kind together.</summary>
    public WorkSummary SummarizeWork(WorkKind kind) => Use(() =>
    {
        long now = Now();
        var counts = new Dictionary<string, (long Count, long? Since)>(StringComparer.Ordinal);
        using (DbCommand command = Command(WorkSql.Summary, Words.Of(kind), now))
        {
            using DbDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                counts[reader.GetString(0)] = (reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2));
            }
        }

        using DbCommand owning = Command(WorkSql.Owners, Words.Of(kind));
        using DbDataReader owners = owning.ExecuteReader();
        var all = new List<WorkOwner>();
        while (owners.Read())
        {
            all.Add(new WorkOwner(owners.GetString(0), (int)owners.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(owners.GetInt64(2))));
        }

        (long Count, long? Since) Of(string standing) => counts.GetValueOrDefault(standing);
        return new WorkSummary(
            Of("queued").Count,
            Of("running").Count,
            Of("delayed").Count,
            Of("done").Count,
            Of("failed").Count,
            Of("queued").Since is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null,
            [.. all.OrderBy(owner => owner.Name, StringComparer.Ordinal)]);
    });

    /// <summary>How much of each kind is in each state.</summary>
    public ImmutableArray<(WorkKind Kind, WorkState State, int Count)> CountWork() => Use(() =>
    {
        using DbCommand command = Command(WorkSql.Counts);
        using DbDataReader reader = command.ExecuteReader();
        var counts = new List<(WorkKind Kind, WorkState State, int Count)>();
        while (reader.Read())
        {
            counts.Add((Words.Read<WorkKind>(reader.GetString(0)), Words.Read<WorkState>(reader.GetString(1)), (int)reader.GetInt64(2)));
        }

        return counts.OrderBy(count => count.Kind).ThenBy(count => count.State).ToImmutableArray();
    });

    /// <summary>How many pieces of those kinds may be taken now; counts no further than <paramref name="most"/>.</summary>
    public int CountDue(int most, params ReadOnlySpan<WorkKind> kinds)
    {
        string sql = WorkSql.CountDue(Among(kinds));
        return Use(() => Convert.ToInt32(Scalar(null, sql, Now(), most), CultureInfo.InvariantCulture));
    }

    /// <summary>Work in a state, by kind and subject.</summary>
    /// <param name="state">The state.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<WorkRecord> WorkIn(WorkState state, int most) => Works(WorkSql.InState, Words.Of(state), most);

    /// <summary>Forgets finished work that ended before that time. Says how much it was.</summary>
    public int ForgetWork(DateTimeOffset before) => Use(() => Execute(
        null, "DELETE FROM work WHERE due IS NULL AND state = 'done' AND ended < $0", before.ToUnixTimeMilliseconds()));

    private WorkItem? Take(DbTransaction transaction, string owner, TimeSpan lease, string among, long tries, long now)
    {
        string token = Guid.NewGuid().ToString("N");
        using DbCommand command = Command(WorkSql.Take(among), now, owner, token, now + (long)lease.TotalMilliseconds, tries);
        command.Transaction = transaction;
        using DbDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? new WorkItem(
                Words.Read<WorkKind>(reader.GetString(0)),
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetInt32(3) - 1,
                TimeSpan.FromMilliseconds(now - reader.GetInt64(4)),
                token)
            : null;
    }

    private long? NextTries(DbTransaction transaction, long tries) =>
        Scalar(transaction, WorkSql.NextTries, tries) is { } next and not DBNull ? Convert.ToInt64(next, CultureInfo.InvariantCulture) : null;

    private static string Among(ReadOnlySpan<WorkKind> kinds) => string.Join(", ", kinds.ToArray().Select(kind => $"'{Words.Of(kind)}'"));

    private void Ask(DbTransaction transaction, WorkKind kind, string subject, long due) => Execute(
        transaction,
        """
        INSERT INTO work (kind, subject, state, wanted, tries, due, since) VALUES ($0, $1, 'queued', 1, 0, $2, $3)
        ON CONFLICT (kind, subject) DO UPDATE SET
          wanted = work.wanted + 1,
          tries = CASE WHEN work.state IN ('done', 'failed') THEN 0 ELSE work.tries END,
          since = CASE WHEN work.state IN ('done', 'failed') THEN excluded.since ELSE work.since END,
          due = CASE WHEN work.state IN ('done', 'failed') THEN excluded.due ELSE work.due END,
          state = CASE WHEN work.state IN ('done', 'failed') THEN 'queued' ELSE work.state END
        """,
        Words.Of(kind),
        subject,
        due,
        Now());

    private bool Complete(DbTransaction transaction, WorkItem item) => Execute(
        transaction,
        """
        UPDATE work SET
          state = CASE WHEN wanted > $3 THEN 'queued' ELSE 'done' END,
          due = CASE WHEN wanted > $3 THEN CAST($4 AS BIGINT) ELSE NULL END,
          since = $4, tries = 0, ended = $4, owner = NULL, lease = NULL, reason = NULL
        WHERE kind = $0 AND subject = $1 AND lease = $2
        """,
        Words.Of(item.Kind),
        item.Subject,
        item.Lease,
        item.Wanted,
        Now()) == 1;

    // What is new, or lies elsewhere now, may concern others.
    private bool CompleteDocument(DbTransaction transaction, WorkItem item)
    {
        Ask(transaction, WorkKind.Compare, WorkItem.All, Now());
        return Complete(transaction, item);
    }

    // Nobody may bring other bytes under these paths until the transaction ends.
    private List<string> CurrentPaths(DbTransaction transaction, string sha256)
    {
        using DbCommand command = Command($"SELECT path FROM arrivals WHERE sha256 = $0 AND is_current = 1 ORDER BY path {SharedSql.Share}", sha256);
        command.Transaction = transaction;
        using DbDataReader reader = command.ExecuteReader();
        var paths = new List<string>();
        while (reader.Read())
        {
            paths.Add(reader.GetString(0));
        }

        return paths;
    }

    private static bool CommitIf(DbTransaction transaction, bool isWanted)
    {
        if (isWanted)
        {
            transaction.Commit();
        }

        return isWanted;
    }

    private bool Held(WorkItem item, string? reason, string sql, TimeSpan after) => Use(() =>
    {
        long then = Now() + (long)after.TotalMilliseconds;
        return Execute(
            null,
            sql,
            sql.Contains("$4", StringComparison.Ordinal)
                ? [Words.Of(item.Kind), item.Subject, item.Lease, then, reason]
                : [Words.Of(item.Kind), item.Subject, item.Lease, then]) == 1;
    });

    private ImmutableArray<WorkRecord> Works(string condition, params object?[] values) => Use(() =>
    {
        using DbCommand command = Command(WorkSql.Works(condition), values);
        using DbDataReader reader = command.ExecuteReader();
        var records = ImmutableArray.CreateBuilder<WorkRecord>();
        while (reader.Read())
        {
            DateTimeOffset? Time(int column) => reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            records.Add(new WorkRecord(
                Words.Read<WorkKind>(reader.GetString(0)),
                reader.GetString(1),
                Words.Read<WorkState>(reader.GetString(2)),
                reader.GetInt32(3),
                Time(4),
                Text(5),
                Text(6),
                Time(7)));
        }

        return records.ToImmutable();
    });

    private ImmutableArray<Arrival> Arrivals(string condition, params object?[] values) => Use(() =>
    {
        using DbCommand command = Command(WorkSql.Arrivals(condition), values);
        using DbDataReader reader = command.ExecuteReader();
        var arrivals = ImmutableArray.CreateBuilder<Arrival>();
        while (reader.Read())
        {
            arrivals.Add(new Arrival(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetString(3),
                DateTimeOffset.Parse(reader.GetString(4), CultureInfo.InvariantCulture),
                reader.IsDBNull(5) ? null : new DateTime(reader.GetInt64(5), DateTimeKind.Utc))
            {
                IsCurrent = reader.GetInt32(6) != 0,
            });
        }

        return arrivals.ToImmutable();
    });

    private long Now() => _clock?.Invoke() ?? _engine.Now(_connection);

    private object? Scalar(DbTransaction? transaction, string sql, params ReadOnlySpan<object?> values)
    {
        using DbCommand command = Command(sql, values);
        command.Transaction = transaction;
        return command.ExecuteScalar();
    }
}
