using System.Text.RegularExpressions;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Reports;

/// <summary>In what form tables are written.</summary>
public enum TableFormat
{
    /// <summary><c>[page][table][row][cell]</c>: a text, null where a span covers, or <c>{"t", "rs", "cs"}</c> for a cell that spans.</summary>
    Json,

    /// <summary>A CSV file for each table.</summary>
    Csv,

    /// <summary>A page with all tables.</summary>
    Html,
}

/// <summary>Writes the tables of a file for those who want nothing else.</summary>
/// <param name="format">The form.</param>
/// <param name="language">The language of headings.</param>
/// <param name="byteOrderMark">Whether CSV files begin with one.</param>
/// <param name="hasDetails">Whether JSON says of each table how it was found: it is then an object with its <c>rows</c>.</param>
public sealed partial class TableFiles(TableFormat format, Language language, bool byteOrderMark = true, bool hasDetails = false)
{
    /// <summary>
    /// Writes <c>NAME.json</c>, <c>NAME.html</c> or <c>NAME/pPAGE-tTABLE.csv</c> into a folder, and removes CSV files that an
    /// earlier run had written for tables that are no more.
    /// </summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(string folder, string name, ExtractedTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (format == TableFormat.Csv)
        {
            WriteCsv(Path.Combine(folder, name), tables);
            return;
        }

        using var file = new AtomicFile(Path.Combine(folder, name + (format == TableFormat.Json ? ".json" : ".html")));
        Write(file.Writer, name, tables);
        file.Commit();
    }

    /// <summary>Writes all tables to one stream; in CSV, an empty line parts one from the next.</summary>
    public void Write(TextWriter writer, string name, ExtractedTables tables)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(tables);
        switch (format)
        {
            case TableFormat.Json:
                TablesJson.Write(writer, tables, hasDetails);
                break;
            case TableFormat.Html:
                TablesHtml.Write(writer, name, tables, language);
                break;
            default:
                WriteCsv(writer, tables);
                break;
        }
    }

    private void WriteCsv(string place, ExtractedTables tables)
    {
        Directory.CreateDirectory(place);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int page, int number, ExtractedTable table) in tables.Numbered)
        {
            string name = FormattableString.Invariant($"p{page}-t{number}.csv");
            using var csv = new CsvFile(Path.Combine(place, name), byteOrderMark);
            WriteRows(csv, table);
            csv.Commit();
            written.Add(name);
        }

        LeftOvers.Remove(place, name => TableFile().IsMatch(name) && !written.Contains(name));
    }

    private static void WriteCsv(TextWriter writer, ExtractedTables tables)
    {
        bool isFirst = true;
        foreach ((_, _, ExtractedTable table) in tables.Numbered)
        {
            if (!isFirst)
            {
                writer.Write('\n');
            }

            isFirst = false;
            using var csv = new CsvFile(writer);
            WriteRows(csv, table);
            csv.Commit();
        }
    }

    private static void WriteRows(CsvFile csv, ExtractedTable table)
    {
        foreach (var row in table.Rows)
        {
            csv.Line(row.Select(cell => cell?.Text ?? ""));
        }
    }

    [GeneratedRegex(@"^p[0-9]+-t[0-9]+\.csv(\.new)?$")]
    private static partial Regex TableFile();
}
