namespace DisclosureMiner.Reports;

/// <summary>discrepancies.csv.</summary>
internal sealed class DiscrepanciesCsv : IDisposable
{
    private readonly CsvFile _csv;

    public DiscrepanciesCsv(string path, bool byteOrderMark)
    {
        _csv = new CsvFile(path, byteOrderMark);
        _csv.Line(DiscrepancyColumns.All.Select(column => column.Name));
    }

    public void Add(DiscrepancyRow row)
    {
        foreach ((_, SheetColumnKind kind, _, Func<DiscrepancyRow, string?> of) in DiscrepancyColumns.All)
        {
            switch (kind)
            {
                case SheetColumnKind.Text:
                    _csv.Text(of(row));
                    break;
                case SheetColumnKind.Code:
                    _csv.Code(of(row));
                    break;
                default:
                    _csv.Number(of(row));
                    break;
            }
        }

        _csv.End();
    }

    public void Commit() => _csv.Commit();

    public void Dispose() => _csv.Dispose();
}
