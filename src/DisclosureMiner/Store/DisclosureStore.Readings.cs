using System.Data.Common;
using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Sources;
using DisclosureMiner.Store.Archives;

namespace DisclosureMiner.Store;

/// <content>What was read, apart from what was made of it, and what was begun.</content>
public sealed partial class DisclosureStore
{
    internal const string KeptSql =
        """
        SELECT EXISTS (SELECT 1 FROM documents
                       WHERE sha256 = $0 AND extension = $1 AND reading_version = $2 AND checks_version = $3 AND settled = 1),
               EXISTS (SELECT 1 FROM readings WHERE sha256 = $0 AND extension = $1 AND version = $2)
        """;

    /// <summary>What is left of a document that need not be done again.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    /// <param name="path">The path it has now: bytes may be read another way under another extension.</param>
    /// <param name="version">The version that would mine it now.</param>
    public Kept KeptOf(string sha256, string path, MiningVersion version) => Use(() =>
    {
        using DbCommand command = Command(
            KeptSql,
            sha256,
            ExtensionOf(path),
            version.Reading,
            version.Checks);
        using DbDataReader reader = command.ExecuteReader();
        reader.Read();
        return reader.GetBoolean(0) ? Kept.Result : reader.GetBoolean(1) ? Kept.Reading : Kept.Nothing;
    });

    /// <summary>Stores what was read, in place of what another version had read.</summary>
    /// <exception cref="StoreException">It could not be stored; what was stored before is untouched.</exception>
    public void SaveReading(FileIdentity file, Reading reading, MiningVersion version)
    {
        byte[] archive = ReadingArchive.Pack(reading);
        Use(() =>
        {
            Execute(
                null,
                """
                INSERT INTO readings (sha256, extension, version, media_type, archive) VALUES ($0, $1, $2, $3, $4)
                ON CONFLICT (sha256, extension) DO UPDATE SET
                  version = excluded.version, media_type = excluded.media_type, archive = excluded.archive
                """,
                file.Sha256,
                ExtensionOf(file.Path),
                version.Reading,
                file.MediaType,
                archive);
            return true;
        });
    }

    /// <summary>What was read of those bytes by that version, with what names them under that path; null when nothing was.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    /// <param name="path">The path it has now.</param>
    /// <param name="version">The version that would read it now.</param>
    public (FileIdentity File, Reading Reading)? FindReading(string sha256, string path, MiningVersion version)
    {
        (string MediaType, byte[] Archive)? found = Use<(string, byte[])?>(() =>
        {
            using DbCommand command = Command(
                "SELECT media_type, archive FROM readings WHERE sha256 = $0 AND extension = $1 AND version = $2",
                sha256,
                ExtensionOf(path),
                version.Reading);
            using DbDataReader reader = command.ExecuteReader();
            return reader.Read() ? (reader.GetString(0), (byte[])reader[1]) : null;
        });
        return found is var (mediaType, archive) ? (new FileIdentity(path, sha256, mediaType), ReadingArchive.Unpack(archive)) : null;
    }

    /// <summary>Notes that work on those bytes begins. The note goes when a result is saved.</summary>
    public void Begin(string sha256, MiningVersion version) => Use(() =>
    {
        Execute(
            null,
            """
            INSERT INTO attempts (sha256, version, number) VALUES ($0, $1, 1)
            ON CONFLICT (sha256) DO UPDATE SET
              number = CASE attempts.version WHEN excluded.version THEN attempts.number + 1 ELSE 1 END, version = excluded.version
            """,
            sha256,
            version.Checks);
        return true;
    });

    /// <summary>Takes back that work on those bytes was begun: it was dropped, and no harm came of it.</summary>
    public void Drop(IEnumerable<string> sha256s) => Use(() =>
    {
        foreach (string sha256 in sha256s)
        {
            Execute(null, "DELETE FROM attempts WHERE sha256 = $0", sha256);
        }

        return true;
    });

    /// <summary>How many times work on those bytes was begun by that version and not ended.</summary>
    public int Attempts(string sha256, MiningVersion version) => Use(() =>
    {
        using DbCommand command = Command("SELECT number FROM attempts WHERE sha256 = $0 AND version = $1", sha256, version.Checks);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });
}
