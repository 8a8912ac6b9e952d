using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>A document with all its paths and how many discrepancies it has of each severity.</summary>
internal sealed record DocumentRow(ImmutableArray<string> Paths, DocumentRecord Document, Counts<Severity> Severities);

/// <summary>The list of documents: what each is, how it ended and what came of it.</summary>
internal static class DocumentColumns
{
    public static readonly ImmutableArray<SheetColumn<DocumentRow>> All =
    [
        new("id", SheetColumnKind.Code, 18, row => row.Document.Id),
        Text("path", 40, row => row.Paths.FirstOrDefault()),
        Text("otherPaths", 20, row => string.Join(" | ", row.Paths.Skip(1))),
        Text("status", 12, row => Words.Of(row.Document.Status)),
        Text("errorZh", 40, row => row.Document.Error?.Message.Zh),
        Text("errorEn", 40, row => row.Document.Error?.Message.En),
        Text("title", 40, row => row.Document.Title),
        Text("organisation", 24, row => row.Document.Organisation),
        Number("fiscalYear", row => row.Document.FiscalYear),
        Text("genre", 18, row => row.Document.Genre),
        Text("mediaType", 16, row => row.Document.MediaType),
        Number("pages", row => row.Document.Pages),
        Number("tables", row => row.Document.Tables),
        Number("figures", row => row.Document.Figures),
        Number("obligations", row => row.Document.Checks.Total),
        Number("decided", row => row.Document.Checks.Decided()),
        Text("form", 18, row => row.Document.Form?.Id),
        Text("clean", 12, row => row.Document.Form is { } form ? Words.Of(form.Cleanness.Verdict) : null),
        Text("coreMissing", 24, row => row.Document.Form is { } form ? string.Join(' ', form.Cleanness.Missing) : null),
        Number("errors", row => row.Severities[Severity.Error]),
        Number("warnings", row => row.Severities[Severity.Warning]),
        Number("notes", row => row.Severities[Severity.Note]),
    ];

    private static SheetColumn<DocumentRow> Text(string name, int width, Func<DocumentRow, string?> of) =>
        new(name, SheetColumnKind.Text, width, of);

    private static SheetColumn<DocumentRow> Number(string name, Func<DocumentRow, int?> of) =>
        new(name, SheetColumnKind.Number, 10, row => of(row)?.ToString(CultureInfo.InvariantCulture));
}
