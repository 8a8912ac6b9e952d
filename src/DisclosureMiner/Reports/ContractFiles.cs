using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>How the files for other programs are written.</summary>
/// <param name="Language">The language of the messages about documents that were not mined.</param>
/// <param name="ByteOrderMark">Whether CSV files begin with one, so that office programs take them for UTF-8.</param>
/// <param name="Register">Gives facts the code, parent and region of their bodies; null for none.</param>
public sealed record ContractOptions(Language Language, bool ByteOrderMark = true, Register? Register = null);

/// <summary>
/// Writes the files that other programs rely on: one JSON Lines file for each kind of record, the tidy CSV files, and one CSV file
/// for each table. All is written from the store, document by document in the given order, so it does not matter which run mined
/// a document, and memory holds no more than one.
/// </summary>
public sealed class ContractFiles : IDisposable
{
    private readonly ContractOptions _options;
    private readonly Decisions _decisions;
    private readonly AtomicFile _documents;
    private readonly AtomicFile _tables;
    private readonly AtomicFile _figures;
    private readonly AtomicFile _checks;
    private readonly AtomicFile _facts;
    private readonly AtomicFile _discrepancies;
    private readonly FactsCsv _factsCsv;
    private readonly DiscrepanciesCsv _discrepanciesCsv;
    private readonly Workbook _workbook;

    private ContractFiles(string folder, Decisions decisions, ContractOptions options)
    {
        AtomicFile Open(string name) => new(Path.Combine(folder, name));
        _options = options;
        _decisions = decisions;
        _documents = Open(OutputNames.Documents);
        _tables = Open(OutputNames.Tables);
        _figures = Open(OutputNames.Figures);
        _checks = Open(OutputNames.Checks);
        _facts = Open(OutputNames.Facts);
        _discrepancies = Open(OutputNames.Discrepancies);
        _factsCsv = new FactsCsv(Path.Combine(folder, OutputNames.FactsCsv), options.ByteOrderMark);
        _discrepanciesCsv = new DiscrepanciesCsv(Path.Combine(folder, OutputNames.DiscrepanciesCsv), options.ByteOrderMark);
        _workbook = new Workbook(Path.Combine(folder, OutputNames.Workbook));
    }

    /// <summary>Writes all files. Those of an earlier run stay as they were until the new ones are complete.</summary>
    /// <param name="folder">Where they go; it is there.</param>
    /// <param name="store">Where the documents are.</param>
    /// <param name="documents">What to cover, in order.</param>
    /// <param name="options">How.</param>
    /// <param name="wrote">Told of each document.</param>
    /// <param name="stop">Stops between two documents; then nothing is changed but the CSV files of single tables.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static void Write(
        string folder,
        DisclosureStore store,
        IReadOnlyList<LocatedDocument> documents,
        ContractOptions options,
        Action? wrote = null,
        CancellationToken stop = default)
    {
        using var files = new ContractFiles(folder, store.Decisions(), options);
        var tables = new TablesCsv(Path.Combine(folder, OutputNames.TableFolder), options.ByteOrderMark);
        foreach (LocatedDocument document in documents)
        {
            stop.ThrowIfCancellationRequested();
            files.Add(store, document, tables);
            wrote?.Invoke();
        }

        files.Commit();
        tables.RemoveOthers(documents.Select(document => document.Id));
    }

    /// <summary>How many documents the files in a folder cover; 0 when there are none.</summary>
    public static int Covered(string folder)
    {
        string documents = Path.Combine(folder, OutputNames.Documents);
        return File.Exists(documents) ? File.ReadLines(documents).Count() : 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable file in Files())
        {
            file.Dispose();
        }
    }

    private IEnumerable<IDisposable> Files() =>
        [_documents, _tables, _figures, _checks, _facts, _discrepancies, _factsCsv, _discrepanciesCsv, _workbook];

    private void Add(DisclosureStore store, LocatedDocument located, TablesCsv tablesCsv)
    {
        DocumentRecord document = store.FindDocument(located.Id)
            ?? throw new InvalidOperationException($"The store does not hold document {located.Id}.");
        WriteLine(_documents, DocumentLine.Of(document, located.Paths, _options.Language));
        WriteLines(_figures, store.Json("figures", located.Id));
        WriteLines(_checks, store.Json("checks", located.Id));

        ImmutableArray<string> tables = store.Json("tables", located.Id);
        WriteLines(_tables, tables);
        tablesCsv.Write(located.Id, tables.Select(RecordReading.Table));

        FactBodies? bodies = _options.Register is { } register ? new FactBodies(register, document, store.IsAboutUnit(located.Id)) : null;
        foreach (string json in store.Json("facts", located.Id))
        {
            FactRecord stored = RecordReading.Fact(json);
            FactRecord fact = bodies?.Named(stored) ?? stored;
            WriteLine(_facts, ReferenceEquals(fact, stored) ? json : RecordJson.Of(fact));
            _factsCsv.Add(fact);
        }

        var severities = new List<Severity>();
        foreach (string json in store.Json("discrepancies", located.Id))
        {
            DiscrepancyRecord found = RecordReading.Discrepancy(json);
            var row = new DiscrepancyRow(located.Path, document, found, _decisions.Of(found.Id, found.ValuesHash));
            severities.Add(found.Severity);
            EndLine(_discrepancies, ContractLines.Of(json, row.Review));
            _discrepanciesCsv.Add(row);
            _workbook.Add(row);
        }

        _workbook.Add(new DocumentRow(located.Paths, document, Counts<Severity>.Of(severities)));
    }

    private void Commit()
    {
        _tables.Commit();
        _figures.Commit();
        _checks.Commit();
        _facts.Commit();
        _factsCsv.Commit();
        _discrepancies.Commit();
        _discrepanciesCsv.Commit();
        _workbook.Commit();
        _documents.Commit();
    }

    private static void WriteLines(AtomicFile file, ImmutableArray<string> records)
    {
        foreach (string record in records)
        {
            WriteLine(file, record);
        }
    }

    private static void WriteLine(AtomicFile file, string record) => EndLine(file, ContractLines.Of(record));

    private static void EndLine(AtomicFile file, string line)
    {
        file.Writer.Write(line);
        file.Writer.Write('\n');
    }
}
