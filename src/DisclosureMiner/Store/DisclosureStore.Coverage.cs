using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <content>What is held against a register.</content>
public sealed partial class DisclosureStore
{
    /// <summary>The documents that lie at some path, of a fiscal year or of an unknown one, in order of paths.</summary>
    public ImmutableArray<HeldDocument> Held(int year) => Use(() =>
    {
        using var command = Command(
            """
            SELECT d.id, (SELECT MIN(path) FROM paths WHERE paths.document = d.id), d.status, d.organisation, d.fiscal_year, d.genre, p.unit,
              (SELECT MIN(b.listed) FROM publication_files f JOIN publications b ON b.source = f.source AND b.address = f.publication WHERE f.sha256 = d.sha256)
            FROM documents d LEFT JOIN profiles p ON p.document = d.id
            WHERE (d.fiscal_year = $0 OR d.fiscal_year IS NULL) AND EXISTS (SELECT 1 FROM paths WHERE paths.document = d.id)
            """,
            year);
        using var reader = command.ExecuteReader();
        var held = new List<HeldDocument>();
        while (reader.Read())
        {
            string status = reader.GetString(2);
            held.Add(new HeldDocument(
                reader.GetString(0),
                reader.GetString(1),
                status == Words.Of(MiningStatus.Mined) ? null : status,
                reader.IsDBNull(3) ? "" : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt32(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetInt32(6) != 0,
                reader.IsDBNull(7) ? null : DateOnly.Parse(reader.GetString(7), CultureInfo.InvariantCulture)));
        }

        return held.OrderBy(document => document.Path, StringComparer.Ordinal).ToImmutableArray();
    });

    /// <summary>
    /// Whether two documents of one body, kind and year may be versions of one: they have a row of numbers in common, or one of them has no such
    /// rows.
    /// </summary>
    public bool MayBeVersions(string one, string other)
    {
        List<string> rows = NumberRowsOf(one), others = NumberRowsOf(other);
        return rows.Count == 0 || others.Count == 0 || rows.Intersect(others, StringComparer.Ordinal).Any();
    }

    /// <summary>Whether a document is about a single unit; null when its profile does not say.</summary>
    internal bool? IsAboutUnit(string document) =>
        Read("SELECT CASE unit WHEN 1 THEN 'unit' ELSE 'department' END FROM profiles WHERE document = $0", word => (bool?)(word == "unit"), document).FirstOrDefault();

    private List<string> NumberRowsOf(string document) => Read("SELECT name FROM number_rows WHERE document = $0", name => name, document);
}
