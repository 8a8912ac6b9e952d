using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>The lists of what belongs to a document, as they are asked for one document at a time.</summary>
internal static class PartColumns
{
    /// <summary>Tables without their cells.</summary>
    public static readonly ImmutableArray<SheetColumn<TableRecord>> Tables =
    [
        Code<TableRecord>("document", table => table.Document),
        Text<TableRecord>("id", table => table.Id),
        Text<TableRecord>("kind", table => table.Kind),
        Text<TableRecord>("title", table => table.Title),
        Text<TableRecord>("unit", table => table.Unit),
        Text<TableRecord>("pages", table => string.Join(' ', table.Pages)),
        Number<TableRecord>("headerRows", table => table.HeaderRows),
        Number<TableRecord>("rows", table => table.Rows.Length),
        Number<TableRecord>("columns", table => table.Columns.Length),
    ];

    /// <summary>Figures.</summary>
    public static readonly ImmutableArray<SheetColumn<FigureRecord>> Figures =
    [
        Code<FigureRecord>("document", figure => figure.Document),
        Text<FigureRecord>("id", figure => figure.Id),
        Text<FigureRecord>("text", figure => figure.Text),
        Text<FigureRecord>("sentence", figure => figure.Sentence),
        Text<FigureRecord>("section", figure => string.Join(" / ", figure.Section)),
        Text<FigureRecord>("role", figure => Words.Of(figure.Role)),
        Amount<FigureRecord>("value", figure => figure.Value),
        Text<FigureRecord>("unit", figure => figure.Unit),
        Amount<FigureRecord>("yuan", figure => figure.Yuan),
        Text<FigureRecord>("direction", figure => figure.Direction is { } direction ? Words.Of(direction) : null),
        Text<FigureRecord>("subject", figure => figure.Subject),
        Text<FigureRecord>("period", figure => figure.Period),
        Text<FigureRecord>("verdict", figure => Words.Of(figure.Verdict)),
        Text<FigureRecord>("obligations", figure => string.Join(' ', figure.Obligations)),
        Text<FigureRecord>("reason", figure => figure.Reason),
        Number<FigureRecord>("page", figure => PageOf(figure.Place)),
    ];

    /// <summary>The ledger.</summary>
    public static readonly ImmutableArray<SheetColumn<CheckRecord>> Checks =
    [
        Code<CheckRecord>("document", check => check.Document),
        Text<CheckRecord>("id", check => check.Id),
        Text<CheckRecord>("rule", check => check.Rule),
        Text<CheckRecord>("rules", check => string.Join(' ', check.Rules)),
        Text<CheckRecord>("verdict", check => Words.Of(check.Verdict)),
        Text<CheckRecord>("reason", check => check.Reason),
        Text<CheckRecord>("formula", check => check.Formula),
        Amount<CheckRecord>("stated", check => check.Stated),
        Text<CheckRecord>("unit", check => check.Unit),
        Amount<CheckRecord>("computedLow", check => check.Computed?.Low),
        Amount<CheckRecord>("computedHigh", check => check.Computed?.High),
        Text<CheckRecord>("quotes", check => string.Join(" | ", check.Evidence.Select(side => side.Quote).Distinct(StringComparer.Ordinal))),
    ];

    private static int? PageOf(Place place) => place.Regions is [var region, ..] ? region.Page : null;

    private static SheetColumn<T> Text<T>(string name, Func<T, string?> of) => new(name, SheetColumnKind.Text, 20, of);

    private static SheetColumn<T> Code<T>(string name, Func<T, string?> of) => new(name, SheetColumnKind.Code, 18, of);

    private static SheetColumn<T> Amount<T>(string name, Func<T, string?> of) => new(name, SheetColumnKind.Number, 14, of);

    private static SheetColumn<T> Number<T>(string name, Func<T, int?> of) =>
        new(name, SheetColumnKind.Number, 8, row => of(row)?.ToString(CultureInfo.InvariantCulture));
}
