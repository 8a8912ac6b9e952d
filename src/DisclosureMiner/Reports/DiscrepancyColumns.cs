using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>A discrepancy with its document, the first path of that, and what was decided.</summary>
internal sealed record DiscrepancyRow(string Path, DocumentRecord Document, DiscrepancyRecord Found, Review Review);

/// <summary>The list of discrepancies: one line each, with what a reviewer needs to judge it, in both languages.</summary>
internal static class DiscrepancyColumns
{
    public static readonly ImmutableArray<SheetColumn<DiscrepancyRow>> All =
    [
        Code("id", 18, row => row.Found.Id),
        Code("document", 18, row => row.Found.Document),
        Text("path", 40, row => row.Path),
        Text("organisation", 24, row => row.Document.Organisation),
        Number("fiscalYear", 10, row => row.Document.FiscalYear?.ToString(CultureInfo.InvariantCulture)),
        Text("rule", 8, row => row.Found.Rule),
        Text("verdict", 16, row => Words.Of(row.Found.Verdict)),
        Text("severity", 10, row => Words.Of(row.Found.Severity)),
        Text("decision", 12, row => Words.Of(row.Review.State)),
        Text("titleZh", 36, row => row.Found.Title.Zh),
        Text("titleEn", 36, row => row.Found.Title.En),
        Text("messageZh", 80, row => row.Found.Message.Zh),
        Text("messageEn", 80, row => row.Found.Message.En),
        Number("stated", 14, row => row.Found.Stated),
        Number("computedLow", 14, row => row.Found.Computed?.Low),
        Number("computedHigh", 14, row => row.Found.Computed?.High),
        Number("difference", 14, row => row.Found.Difference),
        Number("tolerance", 12, row => row.Found.Tolerance?.Value),
        Text("unit", 8, row => row.Found.Unit),
        Number("page", 8, row => PageOf(row.Found)),
        Text("formula", 40, row => row.Found.Formula),
        Text("hypothesesZh", 40, row => string.Join("; ", row.Found.Hypotheses.Select(hypothesis => hypothesis.Text.Zh))),
        Text("hypothesesEn", 40, row => string.Join("; ", row.Found.Hypotheses.Select(hypothesis => hypothesis.Text.En))),
        Text("certainty", 10, row => Words.Of(row.Found.Certainty)),
        Text("quotes", 60, row => string.Join(" | ", row.Found.Evidence.Select(evidence => evidence.Quote).Distinct(StringComparer.Ordinal))),
        Text("caused", 14, row => string.Join(' ', row.Found.Caused)),
        Code("valuesHash", 18, row => row.Found.ValuesHash),
        Text("decidedBy", 14, row => row.Review.Last?.By),
        Text("decidedWhen", 20, row => row.Review.Last?.WhenText),
        Text("decidedBecause", 40, row => row.Review.Last?.Because),
    ];

    /// <summary>The page of what is stated; null where there are no pages.</summary>
    private static string? PageOf(DiscrepancyRecord found) =>
        found.Evidence is [{ Place.Regions: [var region, ..] }, ..] ? region.Page.ToString(CultureInfo.InvariantCulture) : null;

    private static SheetColumn<DiscrepancyRow> Text(string name, int width, Func<DiscrepancyRow, string?> of) =>
        new(name, SheetColumnKind.Text, width, of);

    private static SheetColumn<DiscrepancyRow> Code(string name, int width, Func<DiscrepancyRow, string?> of) =>
        new(name, SheetColumnKind.Code, width, of);

    private static SheetColumn<DiscrepancyRow> Number(string name, int width, Func<DiscrepancyRow, string?> of) =>
        new(name, SheetColumnKind.Number, width, of);
}
