using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Store;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>The rows of the store that made-up documents are, table by table.</summary>
internal sealed class SyntheticRows
{
    // Of a real one these are some hundreds; what is asked of them is asked by document, or in the order of an index.
    private const int Tables = 2;
    private const int Figures = 6;
    private const int Checks = 8;
    private const int Facts = 10;
    private const int NumberRows = 20;
    private const int Subjects = 500;
    private const int ArchiveBytes = 4096;

    private static readonly string[] Rules = ["N-01", "N-04", "N-05", "N-06", "N-09", "N-20", "T-01", "T-06", "BX-02", "BX-22", "BX-27", "D-01"];
    private static readonly Verdict[] Verdicts = [Verdict.Conflict, Verdict.DecisionConflict, Verdict.CutOrPlug, Verdict.UnlikelyRounding];
    private static readonly Severity[] Severities = [Severity.Error, Severity.Warning, Severity.Note];

    private readonly MiningVersion _version;
    private readonly StoredDocument _template;
    private readonly ImmutableArray<string> _tables;
    private readonly ImmutableArray<string> _figures;
    private readonly ImmutableArray<string> _checks;
    private readonly byte[] _archive = new byte[ArchiveBytes];

    public SyntheticRows(SyntheticDocuments documents)
    {
        _version = documents.Version;
        _template = documents.Template;
        _tables = [.. _template.Tables.Select(RecordJson.Of).OrderBy(json => json.Length).Take(Tables)];
        _figures = [.. _template.Figures.Take(Figures).Select(RecordJson.Of)];
        _checks = [.. _template.Checks.Take(Checks).Select(RecordJson.Of)];

        // What is packed cannot be packed again; the same bytes for all are as good as others.
        new Random(1).NextBytes(_archive);
    }

    /// <summary>Each table with its columns and the rows of some documents, in an order that references allow.</summary>
    public IEnumerable<(string Table, string Columns, IEnumerable<object?[]> Rows)> Of(IReadOnlyList<SyntheticDocument> documents, long now)
    {
        SyntheticDocument[] mined = [.. documents.Where(document => document.IsMined)];
        yield return ("documents", "id,sha256,extension,media_type,status,organisation,fiscal_year,genre,reading_version,checks_version,settled,json,archive", documents.Select(Document));
        yield return ("paths", "path,document", documents.SelectMany(document => document.Paths.Select(path => (object?[])[path, document.Id])));
        yield return ("readings", "sha256,extension,version,media_type,archive", documents.Select(document => (object?[])[document.Sha256, ".pdf", _version.Reading, "application/pdf", _archive]));
        yield return ("tables", "document,position,id,kind,json", mined.SelectMany(document => Copies(document, _tables, i => [$"t{i}", "other"])));
        yield return ("figures", "document,position,id,role,verdict,json", mined.SelectMany(document => Copies(document, _figures, i => [$"f{i}", "amount", "verified"])));
        yield return ("checks", "document,position,id,rule,verdict,json", mined.SelectMany(document => Copies(document, _checks, i => [$"c{i}", Rules[i], "exact"])));
        yield return ("facts", "document,position,id,subject,fiscal_year,json", mined.SelectMany(FactsOf));
        yield return ("discrepancies", "document,position,id,values_hash,rule,verdict,severity,json", mined.SelectMany(document => DiscrepanciesOf(document).Select((found, i) => (found, i))).Select(Discrepancy));
        yield return ("decisions", "number,discrepancy,values_hash,state,person,decided,because", mined.Where(document => document.Number % 10 == 3).Select(Decision));
        yield return ("profiles", "document,body,family,unit,fiscal_year,units", mined.Select(document => (object?[])[document.Id, document.Body, document.Genre == "final-accounts" ? document.Genre : "budget", document.IsUnit ? 1 : 0, document.Year, string.Join('\n', document.Units)]));
        yield return ("number_rows", "document,name", mined.SelectMany(NumberRowsOf));
        yield return ("arrivals", "path,sha256,is_current,bytes,origin,arrived,written", documents.SelectMany(document => document.Paths.DefaultIfEmpty("replaced/" + document.Number).Select(path => (object?[])[path, document.Sha256, document.Paths.IsEmpty ? 0 : 1, 100_000L, "crawl", "2026-01-02T03:04:05Z", null])));
        yield return ("work", "kind,subject,state,wanted,tries,due,since,reason,ended", documents.Select(document => Work(document, now)));
    }

    private object?[] Document(SyntheticDocument document)
    {
        DocumentRecord record = _template.Document with { Id = document.Id, Sha256 = document.Sha256, Status = document.Status };
        record = document.IsMined
            ? record with { Organisation = document.Body, FiscalYear = document.Year, Genre = document.Genre }
            : record with { Organisation = null, FiscalYear = null, Genre = null };
        return
        [
            document.Id, document.Sha256, ".pdf", "application/pdf", Words.Of(record.Status), record.Organisation, record.FiscalYear, record.Genre,
            _version.Reading, _version.Checks, 1, RecordJson.Of(record), _archive,
        ];
    }

    private IEnumerable<object?[]> Copies(SyntheticDocument document, ImmutableArray<string> json, Func<int, object?[]> columns) =>
        json.Select((record, i) => (object?[])[document.Id, i, .. columns(i), record.Replace(_template.Document.Id, document.Id, StringComparison.Ordinal)]);

    private IEnumerable<object?[]> FactsOf(SyntheticDocument document) => _template.Facts.Take(Facts).Select((fact, i) =>
    {
        // A few subjects stand in most documents, most in few.
        string subject = i < 3 ? $"total-{i}" : (20_000 + (((document.Number * 7) + (i * 31)) % Subjects)).ToString(CultureInfo.InvariantCulture);
        int year = document.Year - (i % 2);
        FactRecord record = fact with { Document = document.Id, Body = document.Body, FiscalYear = year, Subject = subject };
        return (object?[])[document.Id, i, fact.Id, subject, year, RecordJson.Of(record)];
    });

    private IEnumerable<DiscrepancyRecord> DiscrepanciesOf(SyntheticDocument document) => Enumerable.Range(0, 2 + (document.Number % 2)).Select(i =>
    {
        string hash = HashOf(document, i);
        return _template.Discrepancies[i] with
        {
            Id = hash[..16],
            ValuesHash = hash[16..32],
            Document = document.Id,
            Rule = Rules[(document.Number + i) % Rules.Length],
            Verdict = Verdicts[((document.Number / 3) + i) % Verdicts.Length],
            Severity = Severities[((document.Number / 7) + i) % Severities.Length],
        };
    });

    private static object?[] Discrepancy((DiscrepancyRecord Found, int Position) item) =>
    [
        item.Found.Document, item.Position, item.Found.Id, item.Found.ValuesHash, item.Found.Rule, Words.Of(item.Found.Verdict), Words.Of(item.Found.Severity),
        RecordJson.Of(item.Found),
    ];

    private static object?[] Decision(SyntheticDocument document)
    {
        string hash = HashOf(document, 0);
        return [document.Number + 1, hash[..16], hash[16..32], "confirmed", "reader", "2026-01-02T03:04:05.0000000Z", "seen"];
    }

    private static string HashOf(SyntheticDocument document, int discrepancy) =>
        SyntheticDocuments.Hash(string.Create(CultureInfo.InvariantCulture, $"discrepancy {document.Number} {discrepancy}"));

    // One row in a hundred documents is that of another body too.
    private static IEnumerable<object?[]> NumberRowsOf(SyntheticDocument document) => Enumerable.Range(0, NumberRows).Select(i =>
        (object?[])[document.Id, SyntheticDocuments.Hash(i == 0 && document.Number % 100 == 50 ? $"shared {document.Number % 10_000}" : $"row {document.Number} {i}")[..16]]);

    // Three tenths wait, all since the same moment; one is tried again tomorrow; the others are done but for a few.
    private static object?[] Work(SyntheticDocument document, long now)
    {
        const long Day = 86_400_000;
        (string state, int tries, long? due, string? reason) = (document.Number % 10) switch
        {
            < 3 => ("queued", 0, now, null),
            3 => ("queued", 1 + (document.Number / 10 % 3), now + Day, "locked"),
            4 when document.Number % 100 == 4 => ("failed", 8, (long?)null, "damaged"),
            _ => ("done", 0, null, null),
        };
        return ["mine", document.Sha256, state, 1, tries, due, now - Day, reason, due is null ? now - Day : null];
    }
}
