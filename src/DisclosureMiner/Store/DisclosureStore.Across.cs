using System.Collections.Immutable;
using System.Data.Common;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Findings;
using DisclosureMiner.Store.Archives;

namespace DisclosureMiner.Store;

/// <content>What is compared with other documents.</content>
public sealed partial class DisclosureStore
{
    // CROSS JOIN: the documents first, from an index that has their versions. Their rows are wide.
    internal const string ProfiledSql =
        """
        SELECT p.document, (SELECT MIN(path) FROM paths WHERE paths.document = p.document),
               p.body, p.family, p.unit, p.fiscal_year, p.units, a.signature
        FROM documents d CROSS JOIN profiles p LEFT JOIN across a ON a.document = p.document
        WHERE p.document = d.id AND d.reading_version = $0 AND d.checks_version = $1
        """;

    // Of each publication all files, also those that are not mined, or not yet.
    internal const string PublicationPartsSql =
        """
        SELECT f.source || ' ' || f.publication, d.id, d.organisation, d.fiscal_year
        FROM publication_files f LEFT JOIN documents d
          ON d.sha256 = f.sha256 AND d.reading_version = $0 AND d.checks_version = $1 AND d.status = 'mined'
        WHERE f.removed = 0
        ORDER BY f.source, f.publication, f.position
        """;

    /// <summary>The files of all publications, publication by publication, the page before its attachments.</summary>
    internal ImmutableArray<PublicationPart> PublicationParts(MiningVersion version) => Use(() =>
    {
        using DbCommand command = Command(PublicationPartsSql, version.Reading, version.Checks);
        using DbDataReader reader = command.ExecuteReader();
        var parts = ImmutableArray.CreateBuilder<PublicationPart>();
        while (reader.Read())
        {
            parts.Add(new PublicationPart(
                reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.IsDBNull(2) ? "" : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetInt32(3)));
        }

        return parts.ToImmutable();
    });

    /// <summary>All documents that this version has mined and that can be compared with others.</summary>
    internal ImmutableArray<ProfiledDocument> Profiled(MiningVersion version) => Use(() =>
    {
        using DbCommand command = Command(
            ProfiledSql,
            version.Reading,
            version.Checks);
        using DbDataReader reader = command.ExecuteReader();
        var documents = ImmutableArray.CreateBuilder<ProfiledDocument>();
        while (reader.Read())
        {
            var profile = new DocumentProfile(
                reader.GetString(2),
                reader.GetString(3),
                reader.GetInt32(4) != 0,
                reader.GetInt32(5),
                [.. reader.GetString(6).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
                []);
            documents.Add(new ProfiledDocument(
                reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), profile, reader.IsDBNull(7) ? "" : reader.GetString(7)));
        }

        return documents.ToImmutable();
    });

    /// <summary>The rows of numbers that several documents print: the name of each row with the id of each document.</summary>
    internal ImmutableArray<(string Row, string Document)> SharedNumberRows() => Use(() =>
    {
        using DbCommand command = Command(
            "SELECT name, document FROM number_rows WHERE name IN (SELECT name FROM number_rows GROUP BY name HAVING COUNT(*) > 1)");
        using DbDataReader reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows.ToImmutable();
    });

    /// <summary>What checking the document alone gave; null when it is not there or another version stored it.</summary>
    internal MinedDocument? ReopenAlone(string id, MiningVersion version) => Unpack(id, version, "d.archive");

    /// <summary>Stores a result together with what came of comparing it, or the result alone.</summary>
    /// <param name="whole">The result.</param>
    /// <param name="isAlone">Whether comparing added nothing to what checking it alone gave.</param>
    /// <param name="signature">Stands for the documents that it was compared with; empty for none.</param>
    /// <param name="version">The version that mined it.</param>
    /// <returns>False when another version has mined it meanwhile; then nothing is changed.</returns>
    /// <exception cref="StoreException">It could not be stored; what was stored before is untouched.</exception>
    internal bool SaveCompared(MinedDocument whole, bool isAlone, string signature, MiningVersion version)
    {
        StoredDocument stored = Recording.Of(whole);
        byte[]? archive = isAlone ? null : ResultArchive.Pack(whole);
        Action<DbTransaction> rewrite = Rewriting(stored);
        return Use(() =>
        {
            using DbTransaction transaction = _connection.BeginTransaction();
            if (Execute(
                transaction,
                "UPDATE documents SET json = $1 WHERE id = $0 AND reading_version = $2 AND checks_version = $3",
                whole.Id,
                RecordJson.Of(stored.Document),
                version.Reading,
                version.Checks) == 0)
            {
                return false;
            }

            rewrite(transaction);
            Execute(transaction, "DELETE FROM across WHERE document = $0", whole.Id);
            if (signature.Length > 0)
            {
                Execute(transaction, "INSERT INTO across (document, signature, archive) VALUES ($0, $1, $2)", whole.Id, signature, archive);
            }

            transaction.Commit();
            return true;
        });
    }

    private void SaveProfile(DbTransaction transaction, MinedDocument mined)
    {
        foreach (string table in (string[])["profiles", "number_rows", "across"])
        {
            Execute(transaction, $"DELETE FROM {table} WHERE document = $0", mined.Id);
        }

        if (mined.Profile is not { } profile)
        {
            return;
        }

        Execute(
            transaction,
            "INSERT INTO profiles (document, body, family, unit, fiscal_year, units) VALUES ($0, $1, $2, $3, $4, $5)",
            mined.Id,
            profile.Body,
            profile.Family,
            profile.IsUnit ? 1 : 0,
            profile.Year,
            string.Join('\n', profile.Units));
        _engine.Insert(transaction, "number_rows", ["document", "name"], profile.NumberRows.Select(row => (object?[])[mined.Id, row]));
    }
}
