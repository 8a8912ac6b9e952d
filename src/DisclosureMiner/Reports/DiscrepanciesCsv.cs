using System.Globalization;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>discrepancies.csv: one line a discrepancy, with what a reviewer needs to judge it, in both languages.</summary>
internal sealed class DiscrepanciesCsv : IDisposable
{
    private static readonly string[] Columns =
    [
        "id", "document", "path", "organisation", "fiscalYear", "rule", "verdict", "severity", "titleZh", "titleEn", "messageZh",
        "messageEn", "stated", "computedLow", "computedHigh", "difference", "tolerance", "unit", "formula", "hypothesesZh",
        "hypothesesEn", "quotes", "caused", "valuesHash",
    ];

    private readonly CsvFile _csv;

    public DiscrepanciesCsv(string path, bool byteOrderMark)
    {
        _csv = new CsvFile(path, byteOrderMark);
        _csv.Line(Columns);
    }

    public void Add(string path, DocumentRecord document, DiscrepancyRecord found)
    {
        _csv.Code(found.Id);
        _csv.Code(found.Document);
        _csv.Text(path);
        _csv.Text(document.Organisation);
        _csv.Number(document.FiscalYear?.ToString(CultureInfo.InvariantCulture));
        _csv.Text(found.Rule);
        _csv.Text(Words.Of(found.Verdict));
        _csv.Text(Words.Of(found.Severity));
        _csv.Text(found.Title.Zh);
        _csv.Text(found.Title.En);
        _csv.Text(found.Message.Zh);
        _csv.Text(found.Message.En);
        _csv.Number(found.Stated);
        _csv.Number(found.Computed?.Low);
        _csv.Number(found.Computed?.High);
        _csv.Number(found.Difference);
        _csv.Number(found.Tolerance?.Value);
        _csv.Text(found.Unit);
        _csv.Text(found.Formula);
        _csv.Text(string.Join("; ", found.Hypotheses.Select(hypothesis => hypothesis.Zh)));
        _csv.Text(string.Join("; ", found.Hypotheses.Select(hypothesis => hypothesis.En)));
        _csv.Text(string.Join(" | ", found.Evidence.Select(evidence => evidence.Quote).Distinct(StringComparer.Ordinal)));
        _csv.Text(string.Join(' ', found.Caused));
        _csv.Code(found.ValuesHash);
        _csv.End();
    }

    public void Commit() => _csv.Commit();

    public void Dispose() => _csv.Dispose();
}
