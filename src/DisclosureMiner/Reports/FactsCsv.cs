using System.Globalization;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>facts.csv: the tidy list of all bound numbers, the same columns as facts.jsonl.</summary>
internal sealed class FactsCsv : IDisposable
{
    private static readonly string[] Columns =
    [
        "document", "id", "body", "bodyCode", "parent", "region", "fiscalYear", "genre", "phase", "scope", "flow", "subject", "code",
        "label", "component", "measure", "value", "missing", "unit", "yuan", "verdict", "page", "box", "span",
    ];

    private readonly CsvFile _csv;

    public FactsCsv(string path, bool byteOrderMark)
    {
        _csv = new CsvFile(path, byteOrderMark);
        _csv.Line(Columns);
    }

    /// <param name="writer">Takes the lines.</param>
    /// <param name="hasHead">Whether they begin with the names of the columns.</param>
    public FactsCsv(TextWriter writer, bool hasHead)
    {
        _csv = new CsvFile(writer);
        if (hasHead)
        {
            _csv.Line(Columns);
        }
    }

    public void Add(FactRecord fact)
    {
        _csv.Code(fact.Document);
        _csv.Text(fact.Id);
        _csv.Text(fact.Body);
        _csv.Code(fact.BodyCode);
        _csv.Text(fact.Parent);
        _csv.Text(fact.Region);
        _csv.Number(Number(fact.FiscalYear));
        _csv.Text(fact.Genre);
        _csv.Text(fact.Phase is { } phase ? Words.Of(phase) : null);
        _csv.Text(fact.Scope);
        _csv.Text(fact.Flow);
        _csv.Code(fact.Subject);
        _csv.Code(fact.Code);
        _csv.Text(fact.Label);
        _csv.Text(fact.Component);
        _csv.Text(Words.Of(fact.Measure));
        _csv.Number(fact.Value);
        _csv.Text(fact.Missing);
        _csv.Text(fact.Unit);
        _csv.Number(fact.Yuan);
        _csv.Text(Words.Of(fact.Verdict));
        _csv.Number(Number(fact.Page));
        _csv.Text(fact.Box is { } box ? FormattableString.Invariant($"{box.X0:0.##} {box.Y0:0.##} {box.X1:0.##} {box.Y1:0.##}") : null);
        _csv.Text(fact.Span is { } span ? FormattableString.Invariant($"{span.Start} {span.End}") : null);
        _csv.End();
    }

    public void Commit() => _csv.Commit();

    public void Dispose() => _csv.Dispose();

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
