using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DisclosureMiner.Documents;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>Tables as JSON: pages, tables, rows, cells, one row of a table a line.</summary>
internal static class TablesJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="hasDetails">Whether each table is an object that says how it was found, with its rows in it.</param>
    public static void Write(TextWriter writer, ExtractedTables tables, bool hasDetails)
    {
        writer.Write('[');
        WriteList(writer, tables.Pages, "\n", page =>
        {
            writer.Write('[');
            WriteList(writer, page, "\n  ", table =>
            {
                bool isObject = hasDetails || !table.Alternatives.IsEmpty;
                CellDoubts? usual = hasDetails ? table.Evidence.Doubts : null;
                writer.Write(hasDetails ? Details(table.Evidence) : isObject ? "{\"rows\":[" : "[");
                WriteList(writer, table.Rows, "\n    ", row => writer.Write(Json(row, usual)));
                writer.Write(']');
                WriteAlternatives(writer, table);
                writer.Write(isObject ? "}" : "");
            });
            writer.Write(']');
        });
        writer.Write("]\n");
    }

    private static void WriteAlternatives(TextWriter writer, ExtractedTable table)
    {
        if (table.Alternatives.IsEmpty)
        {
            return;
        }

        writer.Write(",\"alternatives\":[");
        WriteList(writer, table.Alternatives, "\n   ", alternative =>
        {
            writer.Write($"{{\"how\":\"{Words.Of(alternative.How)}\",\"rows\":[");
            WriteList(writer, alternative.Table.Rows, "\n    ", row => writer.Write(Json(row, null)));
            writer.Write("]}");
        });
        writer.Write(']');
    }

    private static string Details(TableEvidence evidence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"method\":\"{Words.Of(evidence.Method)}\",\"certainty\":{evidence.Certainty},\"drawn\":{Math.Round(evidence.Drawn, 3)},\"fitting\":{Math.Round(evidence.Fitting, 3)},\"rows\":[");

    private static void WriteList<T>(TextWriter writer, IEnumerable<T> items, string before, Action<T> write)
    {
        bool isFirst = true;
        foreach (T item in items)
        {
            writer.Write(isFirst ? before : "," + before);
            isFirst = false;
            write(item);
        }
    }

    private static string Json(IEnumerable<ExtractedCell?> row, CellDoubts? usual)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (ExtractedCell? cell in row)
            {
                WriteCell(json, cell, usual is { } known && cell?.Doubts != known);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void WriteCell(Utf8JsonWriter json, ExtractedCell? cell, bool hasDoubts)
    {
        if (cell is null)
        {
            json.WriteNullValue();
        }
        else if (cell is { RowSpan: 1, ColumnSpan: 1 } && !hasDoubts)
        {
            json.WriteStringValue(cell.Text);
        }
        else
        {
            json.WriteStartObject();
            json.WriteString("t", cell.Text);
            json.WriteNumber("rs", cell.RowSpan);
            json.WriteNumber("cs", cell.ColumnSpan);
            if (hasDoubts)
            {
                json.WriteStartArray("doubts");
                foreach (string doubt in DoubtsText.Of(cell.Doubts))
                {
                    json.WriteStringValue(doubt);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }
}
