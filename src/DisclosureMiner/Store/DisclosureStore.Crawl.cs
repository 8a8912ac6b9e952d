using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Store;

/// <content>What crawls did, know and found.</content>
public sealed partial class DisclosureStore
{
    /// <summary>What crawls remember, kept in this store.</summary>
    public ICrawlMemory CrawlMemory => new Crawls(this);

    /// <summary>The reports of crawls, the latest first; those that never said how they ended have none.</summary>
    /// <param name="source">The source's id.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<CrawlReport> CrawlReports(string source, int most) =>
    [
        .. Read(CrawlSql.Reports, CrawlJson.Read<CrawlReport>, source, most),
    ];

    /// <summary>The ids of all sources that were ever crawled, in ordinal order.</summary>
    public ImmutableArray<string> CrawledSources() => [.. Read("SELECT DISTINCT source FROM crawl_runs", Same).Order(StringComparer.Ordinal)];

    /// <summary>The publications of a source, the latest found first.</summary>
    /// <param name="source">The source's id.</param>
    /// <param name="before">The <see cref="StoredPublication.Place"/> of the last one that is known already; null to begin.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<StoredPublication> Publications(string source, string? before, int most)
    {
        List<StoredPublication> page = before is null
            ? PublicationsWhere(CrawlSql.Latest, source, most)
            : PublicationsWhere(CrawlSql.Before, source, most, before);
        ILookup<string, PublicationFile> removed = ReadAbout(
            $"SELECT publication, json FROM publication_files WHERE source = ${MostTogether} AND publication IN ({Together}) AND removed = 1 ORDER BY publication, position",
            page.Select(stored => stored.Publication.Address),
            row => (Publication: row.GetString(0), File: CrawlJson.Read<PublicationFile>(row.GetString(1))),
            source).ToLookup(file => file.Publication, file => file.File, StringComparer.Ordinal);
        return [.. page.Select(stored => stored with { Removed = [.. removed[stored.Publication.Address]] })];
    }

    /// <summary>The publication of an address; null when there is none.</summary>
    public StoredPublication? FindPublication(string source, string address) =>
        PublicationsWhere(CrawlSql.OfAddress, source, address) is [var stored]
            ? stored with
            {
                Removed =
                [
                    .. Read(
                        CrawlSql.Removed,
                        CrawlJson.Read<PublicationFile>,
                        source,
                        address),
                ],
            }
            : null;

    /// <summary>The publications that have, or had, a file with these bytes.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    public ImmutableArray<CrawledPublication> PublicationsOf(string sha256) =>
    [
        .. Read(
            CrawlSql.PublicationsOf,
            CrawlJson.Read<CrawledPublication>,
            sha256).OrderBy(publication => publication.Source, StringComparer.Ordinal).ThenBy(publication => publication.Address, StringComparer.Ordinal),
    ];

    /// <summary>All captures of an address, the latest first.</summary>
    public ImmutableArray<CrawlCapture> Captures(string source, string address) =>
        [.. Read(CrawlSql.Captures, CrawlJson.Read<CrawlCapture>, source, address)];

    /// <summary>
    /// Clears captures of list pages and of replaced files that are older than a date, and reports as old. The last capture of every
    /// address stays, whether it is still there or not, and so does every capture of a file that belongs or belonged to a publication.
    /// </summary>
    /// <param name="before">What was taken before is cleared.</param>
    /// <returns>Hashes that no capture names any more.</returns>
    public ImmutableArray<string> ClearCaptures(DateTimeOffset before) => Use(() =>
    {
        const string Old =
            """
            taken < $0
            AND EXISTS (SELECT 1 FROM captures later WHERE later.source = captures.source AND later.address = captures.address AND later.taken > captures.taken)
            AND NOT EXISTS (SELECT 1 FROM publication_files f WHERE f.sha256 = captures.sha256)
            """;
        string date = CrawlJson.TimeOf(before);
        List<string> hashes = Read($"SELECT DISTINCT sha256 FROM captures WHERE {Old}", Same, date);
        using var transaction = _connection.BeginTransaction();
        Execute(transaction, $"DELETE FROM captures WHERE {Old}", date);
        Execute(
            transaction,
            "DELETE FROM crawl_runs WHERE started < $0 AND EXISTS (SELECT 1 FROM crawl_runs later WHERE later.source = crawl_runs.source AND later.started > crawl_runs.started)",
            date);
        transaction.Commit();
        return hashes.Where(hash => Read("SELECT sha256 FROM captures WHERE sha256 = $0 LIMIT 1", Same, hash).Count == 0).Order(StringComparer.Ordinal).ToImmutableArray();
    });

    private static string Same(string text) => text;

    // Without the files that are theirs no more.
    private List<StoredPublication> PublicationsWhere(string condition, params object?[] values) => Use(() =>
    {
        using var command = Command(CrawlSql.Publications(condition), values);
        using var reader = command.ExecuteReader();
        var found = new List<StoredPublication>();
        while (reader.Read())
        {
            found.Add(new StoredPublication(
                CrawlJson.Read<CrawledPublication>(reader.GetString(0)),
                reader.GetString(1),
                CrawlJson.Time(reader.GetString(2)),
                CrawlJson.Time(reader.GetString(3)),
                reader.GetString(4),
                []));
        }

        return found;
    });

    private void SavePublication(CrawledPublication publication, string run, DateTimeOffset time) => Use(() =>
    {
        string when = CrawlJson.TimeOf(time);
        using var transaction = _connection.BeginTransaction();
        Execute(
            transaction,
            """
            INSERT INTO publications (source, address, place, found, changed, run, json, listed) VALUES ($0, $1, $2, $3, $3, $4, $5, $6)
            ON CONFLICT (source, address) DO UPDATE SET changed = excluded.changed, listed = excluded.listed, run = excluded.run, json = excluded.json
            """,
            publication.Source,
            publication.Address,
            $"{when} {publication.Address}",
            when,
            run,
            CrawlJson.Of(publication),
            publication.Listed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Execute(transaction, "UPDATE publication_files SET removed = 1 WHERE source = $0 AND publication = $1", publication.Source, publication.Address);
        for (int i = 0; i < publication.Files.Length; i++)
        {
            PublicationFile file = publication.Files[i];
            Execute(
                transaction,
                """
                INSERT INTO publication_files (source, publication, address, position, sha256, removed, json) VALUES ($0, $1, $2, $3, $4, 0, $5)
                ON CONFLICT (source, publication, address) DO UPDATE SET
                  position = excluded.position, sha256 = excluded.sha256, removed = 0, json = excluded.json
                """,
                publication.Source,
                publication.Address,
                file.Address,
                i,
                file.Sha256,
                CrawlJson.Of(file));
        }

        if (publication.Files.Length > 1)
        {
            // They may have been mined and compared before it was known that they belong together.
            Ask(transaction, WorkKind.Compare, WorkItem.All, Now());
        }

        transaction.Commit();
        return true;
    });

    private void Do(string sql, params object?[] values) => Use(() =>
    {
        Execute(null, sql, values);
        return true;
    });

    private sealed class Crawls(DisclosureStore store) : ICrawlMemory
    {
        public EarlierCrawl? LastCrawl(string source) => store.Read(
            CrawlSql.LastCrawl,
            row =>
            {
                int id = row.LastIndexOf(' '), started = row.LastIndexOf(' ', id - 1);
                CrawlReport? report = started == 0 ? null : CrawlJson.Read<CrawlReport>(row[..started]);
                return new EarlierCrawl(row[(id + 1)..], CrawlJson.Time(row[(started + 1)..id]), report is null or { Outcome: CrawlOutcome.Stopped }, report?.SilentNights ?? 0);
            },
            source).FirstOrDefault();

        public void Begin(string run, string source, DateTimeOffset started) =>
            store.Do("INSERT INTO crawl_runs (id, source, started) VALUES ($0, $1, $2)", run, source, CrawlJson.TimeOf(started));

        public void End(CrawlReport report) => store.Do("UPDATE crawl_runs SET json = $0 WHERE id = $1", CrawlJson.Of(report), report.Run);

        public KnownAddress? Find(string source, string address) =>
            store.Read(CrawlSql.Address, CrawlJson.Read<KnownAddress>, source, address).FirstOrDefault();

        public ImmutableArray<KnownAddress> Present(string source) =>
        [
            .. store.Read(
                CrawlSql.Present,
                CrawlJson.Read<KnownAddress>,
                source).OrderBy(known => known.Address, StringComparer.Ordinal),
        ];

        public void Remember(KnownAddress known) => store.Do(
            """
            INSERT INTO crawl_addresses (source, address, role, state, sha256, json) VALUES ($0, $1, $2, $3, $4, $5)
            ON CONFLICT (source, address) DO UPDATE SET role = excluded.role, state = excluded.state, sha256 = excluded.sha256, json = excluded.json
            """,
            known.Source,
            known.Address,
            Words.Of(known.Role),
            Words.Of(known.State),
            known.Sha256 ?? "",
            CrawlJson.Of(known));

        public void Save(CrawlCapture capture) => store.Do(
            """
            INSERT INTO captures (source, address, run, taken, sha256, size, json) VALUES ($0, $1, $2, $3, $4, $5, $6)
            ON CONFLICT (source, address, run) DO UPDATE SET taken = excluded.taken, sha256 = excluded.sha256, size = excluded.size, json = excluded.json
            """,
            capture.Source,
            capture.Address,
            capture.Run,
            CrawlJson.TimeOf(capture.Time),
            capture.Sha256,
            capture.Length,
            CrawlJson.Of(capture));

        public CrawledPublication? FindPublication(string source, string address) => store.FindPublication(source, address)?.Publication;

        public void Save(CrawledPublication publication, string run, DateTimeOffset time) => store.SavePublication(publication, run, time);
    }
}
