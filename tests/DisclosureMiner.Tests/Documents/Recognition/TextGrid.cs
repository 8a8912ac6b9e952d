using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents.Recognition;

/// <summary>A cell of a table that is compared with another: its text as compared, and the rows and columns it covers.</summary>
internal sealed record GridText(string Text, int Row, int Column, int LastRow, int LastColumn);

/// <summary>A table as a bag of relations between neighbours (Göbel, Hassan, Oro and Orsi, DocEng 2012).</summary>
internal sealed class TextGrid
{
    private static readonly HashSet<char> Dashes = ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u00ad', '\uff0d'];
    private static readonly HashSet<char> Apostrophes = ['\u2018', '\u2019', '\u201b', '\u02bc', '`'];
    private static readonly HashSet<char> Quotes = ['\u201c', '\u201d', '\u201e'];

    public TextGrid(IEnumerable<GridText> cells) => Relations = RelationsOf([.. cells]);

    /// <summary>Pairs of a text and the next one to the right (true) or below, with how often each occurs.</summary>
    public IReadOnlyDictionary<(string, string, bool), int> Relations { get; }

    public static TextGrid Of(ExtractedTable table) => new(table.Rows.SelectMany((row, r) => row.Select((cell, c) => cell is null
        ? null
        : new GridText(Plain(cell.Text), r, c, r + cell.RowSpan - 1, c + cell.ColumnSpan - 1)).OfType<GridText>()));

    /// <summary>The tables of a truth, by page from 1: JSON of pages, tables, rows and cells, or the XML of the ICDAR 2013 competition.</summary>
    public static ILookup<int, TextGrid> Truth(string path) => path.EndsWith(".xml", StringComparison.Ordinal) ? OfXml(path) : OfJson(path);

    private static ILookup<int, TextGrid> OfJson(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.EnumerateArray()
            .SelectMany((page, p) => page.EnumerateArray().Select(table => (Page: p + 1, Grid: new TextGrid(
                table.EnumerateArray().SelectMany((row, r) => row.EnumerateArray().Select((cell, c) => OfJson(cell, r, c)).OfType<GridText>())))))
            .ToLookup(table => table.Page, table => table.Grid);
    }

    private static GridText? OfJson(JsonElement cell, int row, int column) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => new GridText(
            Plain(cell.GetProperty("t").GetString()!), row, column, row + Span(cell, "rs") - 1, column + Span(cell, "cs") - 1),
        _ => new GridText(Plain(cell.GetString()!), row, column, row, column),
    };

    private static int Span(JsonElement cell, string name) => cell.TryGetProperty(name, out JsonElement span) ? Math.Max(1, span.GetInt32()) : 1;

    private static ILookup<int, TextGrid> OfXml(string path) => XDocument.Load(path).Descendants("region")
        .Where(region => region.Elements("cell").Any())
        .ToLookup(region => Number(region, "page", 1), region => new TextGrid(region.Elements("cell").Select(OfXml)));

    private static GridText OfXml(XElement cell)
    {
        int row = Number(cell, "start-row", 0), column = Number(cell, "start-col", 0);
        string text = Plain(cell.Element("content")?.Value ?? "");
        return new GridText(text, row, column, Math.Max(row, Number(cell, "end-row", row)), Math.Max(column, Number(cell, "end-col", column)));
    }

    private static int Number(XElement element, string name, int otherwise) =>
        element.Attribute(name) is { } attribute ? int.Parse(attribute.Value, CultureInfo.InvariantCulture) : otherwise;

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC)
        .Where(c => c is not ('\u200b' or '\ufeff' or '\u00a0'))
        .Select(c => Dashes.Contains(c) ? '-' : Apostrophes.Contains(c) ? '\'' : Quotes.Contains(c) ? '"' : c)
        .Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))
        .Select(char.ToLowerInvariant));

    private static Dictionary<(string, string, bool), int> RelationsOf(GridText[] cells)
    {
        GridText[] inked = [.. cells.Where(cell => cell.Text.Length > 0)];
        int rows = cells.Select(cell => cell.LastRow + 1).DefaultIfEmpty().Max(), columns = cells.Select(cell => cell.LastColumn + 1).DefaultIfEmpty().Max();
        var at = new GridText?[rows, columns];
        foreach (GridText cell in inked)
        {
            for (int r = cell.Row; r <= cell.LastRow; r++)
            {
                for (int c = cell.Column; c <= cell.LastColumn; c++)
                {
                    at[r, c] ??= cell;
                }
            }
        }

        var pairs = new HashSet<(GridText, GridText, bool)>();
        foreach (GridText cell in inked)
        {
            for (int r = cell.Row; r <= cell.LastRow; r++)
            {
                Add(Enumerable.Range(cell.LastColumn + 1, columns - cell.LastColumn - 1).Select(c => at[r, c]), true);
            }

            for (int c = cell.Column; c <= cell.LastColumn; c++)
            {
                Add(Enumerable.Range(cell.LastRow + 1, rows - cell.LastRow - 1).Select(r => at[r, c]), false);
            }

            void Add(IEnumerable<GridText?> line, bool isRight)
            {
                if (line.FirstOrDefault(other => other is not null && other != cell) is { } next)
                {
                    pairs.Add((cell, next, isRight));
                }
            }
        }

        return pairs.GroupBy(pair => (pair.Item1.Text, pair.Item2.Text, pair.Item3)).ToDictionary(same => same.Key, same => same.Count());
    }
}
