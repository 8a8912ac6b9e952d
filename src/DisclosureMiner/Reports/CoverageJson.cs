using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>Lines of coverage for other programs.</summary>
public static class CoverageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line as one JSON object, without its end.</summary>
    /// <param name="line">The line.</param>
    /// <param name="year">The fiscal year that was asked for.</param>
    public static string Of(CoverageLine line, int year)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteNumber("fiscalYear", year);
            json.WriteString("state", Words.Of(line.State));
            json.WriteString("reason", line.Reason.Length == 0 ? null : line.Reason);
            json.WriteString("bodyCode", line.Body?.Code);
            json.WriteString("body", line.Organisation.Length == 0 ? null : line.Organisation);
            json.WriteString("kind", line.Kind.Length == 0 ? null : line.Kind);
            json.WriteString("due", Day(line.Due));
            json.WriteString("published", Day(line.Published));
            json.WriteString("timeliness", Words.Of(line.Timeliness));
            Write(json, "documents", line.Documents.Select(document => document.Id));
            Write(json, "paths", line.Documents.Select(document => document.Path));
            Write(json, "candidates", line.Candidates.Select(body => body.Code));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
