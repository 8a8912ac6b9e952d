namespace DisclosureMiner.Reports;

/// <summary>discrepancies.csv.</summary>
internal sealed class DiscrepanciesCsv : IDisposable
{
    private readonly CsvFile _csv;

    public DiscrepanciesCsv(string path, bool byteOrderMark)
    {
        _csv = new CsvFile(path, byteOrderMark);
        SheetCsv.WriteHead(_csv, DiscrepancyColumns.All);
    }

    public void Add(DiscrepancyRow row) => SheetCsv.Write(_csv, DiscrepancyColumns.All, row);

    public void Commit() => _csv.Commit();

    public void Dispose() => _csv.Dispose();
}
