using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>
/// Writes records as JSON: camelCase, words for enumerations, nulls written, Chinese as it is. By hand, because generated
/// serialisers are compiled anew at every start for each type of value, which takes longer than mining a small document.
/// </summary>
internal static class RecordJson
{
    // Lines are data for programs, never part of a page, so Chinese and quotes need no escaping.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Of(DocumentRecord document) => Json(json =>
    {
        json.WriteString("id", document.Id);
        json.WriteString("sha256", document.Sha256);
        json.WriteString("mediaType", document.MediaType);
        json.WriteString("status", Words.Of(document.Status));
        WriteError(json, document.Error);
        json.WriteString("title", document.Title);
        json.WriteString("organisation", document.Organisation);
        WriteNumber(json, "fiscalYear", document.FiscalYear);
        json.WriteString("genre", document.Genre);
        WriteNumber(json, "pages", document.Pages);
        json.WriteNumber("tables", document.Tables);
        json.WriteNumber("figures", document.Figures);
        Write(json, "checks", document.Checks);
        FormJson.Write(json, document);
        Write(json, document.Attachments);
        Write(json, "remarks", document.Remarks);
    });

    public static string Of(TableRecord table) => Json(json =>
    {
        json.WriteString("document", table.Document);
        json.WriteString("id", table.Id);
        json.WriteString("kind", table.Kind);
        json.WriteString("title", table.Title);
        json.WriteString("unit", table.Unit);
        json.WriteStartArray("pages");
        foreach (int page in table.Pages)
        {
            json.WriteNumberValue(page);
        }

        json.WriteEndArray();
        if (table is { Method: { } method, Certainty: { } certainty })
        {
            json.WriteString("method", Words.Of(method));
            json.WriteNumber("certainty", certainty);
        }

        json.WriteNumber("headerRows", table.HeaderRows);
        json.WriteStartArray("columns");
        foreach (ImmutableArray<string> path in table.Columns)
        {
            WriteValues(json, path);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (ImmutableArray<CellRecord?> row in table.Rows)
        {
            json.WriteStartArray();
            foreach (CellRecord? cell in row)
            {
                Write(json, cell);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    });

    public static string Of(FigureRecord figure) => Json(json =>
    {
        json.WriteString("document", figure.Document);
        json.WriteString("id", figure.Id);
        json.WriteString("text", figure.Text);
        json.WriteString("sentence", figure.Sentence);
        Write(json, "section", figure.Section);
        Write(json, figure.Place);
        json.WriteNumber("start", figure.Start);
        json.WriteNumber("end", figure.End);
        json.WriteString("role", Words.Of(figure.Role));
        json.WriteString("value", figure.Value);
        json.WriteString("unit", figure.Unit);
        json.WriteString("yuan", figure.Yuan);
        json.WriteString("direction", figure.Direction is { } direction ? Words.Of(direction) : null);
        json.WriteString("subject", figure.Subject);
        json.WriteString("period", figure.Period);
        json.WriteString("verdict", Words.Of(figure.Verdict));
        Write(json, "obligations", figure.Obligations);
        json.WriteString("reason", figure.Reason);
    });

    public static string Of(CheckRecord check) => Json(json =>
    {
        json.WriteString("document", check.Document);
        json.WriteString("id", check.Id);
        json.WriteString("rule", check.Rule);
        Write(json, "rules", check.Rules);
        json.WriteString("verdict", Words.Of(check.Verdict));
        json.WriteString("reason", check.Reason);
        json.WriteString("formula", check.Formula);
        json.WriteString("stated", check.Stated);
        json.WriteString("unit", check.Unit);
        Write(json, check.Computed);
        Write(json, check.Evidence);
    });

    public static string Of(FactRecord fact) => Json(json =>
    {
        json.WriteString("document", fact.Document);
        json.WriteString("id", fact.Id);
        json.WriteString("body", fact.Body);
        json.WriteString("bodyCode", fact.BodyCode);
        json.WriteString("parent", fact.Parent);
        json.WriteString("region", fact.Region);
        WriteNumber(json, "fiscalYear", fact.FiscalYear);
        json.WriteString("genre", fact.Genre);
        json.WriteString("phase", fact.Phase is { } phase ? Words.Of(phase) : null);
        json.WriteString("scope", fact.Scope);
        json.WriteString("flow", fact.Flow);
        json.WriteString("subject", fact.Subject);
        json.WriteString("code", fact.Code);
        json.WriteString("label", fact.Label);
        json.WriteString("component", fact.Component);
        json.WriteString("measure", Words.Of(fact.Measure));
        json.WriteString("value", fact.Value);
        json.WriteString("missing", fact.Missing);
        json.WriteString("unit", fact.Unit);
        json.WriteString("yuan", fact.Yuan);
        json.WriteString("verdict", Words.Of(fact.Verdict));
        json.WriteNumber("page", fact.Page);
        if (fact.Box is { } box)
        {
            Write(json, box);
        }
        else
        {
            json.WriteNull("box");
        }

        if (fact.Span is { } span)
        {
            Write(json, span);
        }
        else
        {
            json.WriteNull("span");
        }
    });

    public static string Of(DiscrepancyRecord found) => Json(json =>
    {
        json.WriteString("id", found.Id);
        json.WriteString("valuesHash", found.ValuesHash);
        json.WriteString("document", found.Document);
        json.WriteString("rule", found.Rule);
        Write(json, "rules", found.Rules);
        json.WriteString("verdict", Words.Of(found.Verdict));
        json.WriteString("severity", Words.Of(found.Severity));
        Write(json, "title", found.Title);
        Write(json, "message", found.Message);
        json.WriteString("stated", found.Stated);
        json.WriteString("unit", found.Unit);
        Write(json, found.Computed);
        json.WriteString("difference", found.Difference);
        if (found.Tolerance is { } tolerance)
        {
            json.WriteStartObject("tolerance");
            json.WriteString("value", tolerance.Value);
            Write(json, "why", tolerance.Why);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("tolerance");
        }

        json.WriteString("formula", found.Formula);
        json.WriteStartArray("hypotheses");
        foreach (Explanation hypothesis in found.Hypotheses)
        {
            json.WriteStartObject();
            json.WriteString("code", hypothesis.Code);
            json.WriteString("zh", hypothesis.Text.Zh);
            json.WriteString("en", hypothesis.Text.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("certainty", Words.Of(found.Certainty));
        Write(json, "caused", found.Caused);
        Write(json, found.Evidence);
    });

    /// <summary>An object with a decision alone, to be put behind the members of the discrepancy.</summary>
    public static string Of(Review review) => Json(json =>
    {
        json.WriteStartObject("decision");
        json.WriteString("state", Words.Of(review.State));
        json.WriteString("by", review.Last?.By);
        json.WriteString("when", review.Last?.WhenText);
        json.WriteString("because", review.Last?.Because);
        json.WriteEndObject();
    });

    /// <summary>One object, its members written by <paramref name="write"/>.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WritePropertyName(name);
        WriteValues(json, texts);
    }

    public static void Write(Utf8JsonWriter json, string name, Counts<Verdict> counts)
    {
        json.WriteStartObject(name);
        foreach (string word in Words.All<Verdict>())
        {
            json.WriteNumber(word, counts[Words.Read<Verdict>(word)]);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ImmutableArray<Attachment> attachments)
    {
        json.WriteStartArray("attachments");
        foreach (Attachment attachment in attachments)
        {
            json.WriteStartObject();
            json.WriteString("name", attachment.Name);
            json.WriteString("href", attachment.Href);
            Write(json, attachment.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, ImmutableArray<string> texts)
    {
        json.WriteStartArray();
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, MiningError? error)
    {
        if (error is null)
        {
            json.WriteNull("error");
            return;
        }

        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        Write(json, "message", error.Message);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CellRecord? cell)
    {
        if (cell is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("text", cell.Text);
        json.WriteString("type", Words.Of(cell.Type));
        json.WriteString("value", cell.Value);
        Write(json, cell.Place);
        json.WriteNumber("rowSpan", cell.RowSpan);
        json.WriteNumber("columnSpan", cell.ColumnSpan);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ComputedRecord? computed)
    {
        if (computed is null)
        {
            json.WriteNull("computed");
            return;
        }

        json.WriteStartObject("computed");
        json.WriteString("low", computed.Low);
        json.WriteString("high", computed.High);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<EvidenceRecord> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (EvidenceRecord side in evidence)
        {
            json.WriteStartObject();
            json.WriteString("role", side.Role);
            json.WriteString("kind", side.Kind);
            if (side.Document is not null)
            {
                json.WriteString("document", side.Document);
            }

            json.WriteString("table", side.Table);
            WriteNumber(json, "row", side.Row);
            WriteNumber(json, "column", side.Column);
            json.WriteString("figure", side.Figure);
            Write(json, side.Place);
            json.WriteString("quote", side.Quote);
            json.WriteString("value", side.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WritePropertyName(name);
        WriteValue(json, text);
    }

    private static void WriteValue(Utf8JsonWriter json, Bilingual text)
    {
        json.WriteStartObject();
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject("place");
        if (place.Span is { } span)
        {
            Write(json, span);
        }
        else
        {
            json.WriteStartArray("regions");
            foreach (Region region in place.Regions)
            {
                json.WriteStartObject();
                json.WriteNumber("page", region.Page);
                Write(json, region.Box);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray("span");
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    // To the hundredth of a point, finer than any printer.
    private static void Write(Utf8JsonWriter json, Box box)
    {
        json.WriteStartArray("box");
        json.WriteNumberValue(Math.Round(box.X0, 2));
        json.WriteNumberValue(Math.Round(box.Y0, 2));
        json.WriteNumberValue(Math.Round(box.X1, 2));
        json.WriteNumberValue(Math.Round(box.Y1, 2));
        json.WriteEndArray();
    }
}
