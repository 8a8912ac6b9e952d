using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>
/// tables/DOCUMENT/TABLE.csv: one line of joined header paths, then the data rows; numbers without grouping, in the table's unit.
/// </summary>
internal sealed partial class TablesCsv(string folder, bool byteOrderMark)
{
    /// <summary>Writes the tables of a document, and removes those that an earlier reading of it had left.</summary>
    public void Write(string document, IEnumerable<TableRecord> tables)
    {
        string place = Path.Combine(folder, document);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (TableRecord table in tables)
        {
            Directory.CreateDirectory(place);
            string name = table.Id + ".csv";
            Write(Path.Combine(place, name), table);
            written.Add(name);
        }

        LeftOvers.Remove(place, name => TableFile().IsMatch(name) && !written.Contains(name));
    }

    /// <summary>Removes the tables of all other documents: every file covers what was asked for and nothing else.</summary>
    public void RemoveOthers(IEnumerable<string> documents)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var kept = documents.ToHashSet(StringComparer.Ordinal);
        foreach (string place in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(place);
            if (DocumentId().IsMatch(name) && !kept.Contains(name))
            {
                LeftOvers.Remove(place, TableFile().IsMatch);
            }
        }
    }

    private void Write(string path, TableRecord table)
    {
        using var csv = new CsvFile(path, byteOrderMark);
        Write(csv, table);
        csv.Commit();
    }

    /// <summary>Writes the lines of a table.</summary>
    internal static void Write(CsvFile csv, TableRecord table)
    {
        // Forms have columns without heads; a loader needs a name for each.
        csv.Line(table.Columns.Select((path, i) => path.IsEmpty
            ? string.Create(CultureInfo.InvariantCulture, $"column {i + 1}")
            : string.Join('/', path)));
        foreach (var row in table.Rows.Skip(table.HeaderRows))
        {
            foreach (CellRecord? cell in row)
            {
                if (cell is { Type: CellType.Number })
                {
                    csv.Number(cell.Value);
                }
                else if (cell is { Type: CellType.Text } && cell.Text.All(char.IsAsciiDigit))
                {
                    csv.Code(cell.Text);
                }
                else
                {
                    csv.Text(cell?.Text);
                }
            }

            csv.End();
        }
    }

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex DocumentId();

    [GeneratedRegex(@"^t[0-9]+\.csv(\.new)?$")]
    private static partial Regex TableFile();
}
