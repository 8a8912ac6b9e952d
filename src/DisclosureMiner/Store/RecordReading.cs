using System.Collections.Immutable;
using System.Text.Json;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>Reads back the records that <see cref="RecordJson"/> wrote.</summary>
internal static class RecordReading
{
    public static DocumentRecord Document(string json) => Read(json, o => new DocumentRecord(
        Text(o, "id"),
        TextOrNull(o, "sha256"),
        Text(o, "mediaType"),
        Words.Read<MiningStatus>(Text(o, "status")),
        Part(o, "error", error => new MiningError(Text(error, "code"), Bilingual(error.GetProperty("message")))),
        TextOrNull(o, "title"),
        TextOrNull(o, "organisation"),
        NumberOrNull(o, "fiscalYear"),
        TextOrNull(o, "genre"),
        NumberOrNull(o, "pages"),
        Number(o, "tables"),
        Number(o, "figures"),
        Verdicts(o.GetProperty("checks")))
    {
        Form = FormJson.FormOf(o),
        Families = FormJson.FamiliesOf(o),
        Attachments = List(o.GetProperty("attachments"), file => new Attachment(Text(file, "name"), Text(file, "href"), Place(file))),
        Remarks = Texts(o.GetProperty("remarks")),
    });

    public static TableRecord Table(string json) => Read(json, o => new TableRecord(
        Text(o, "document"),
        Text(o, "id"),
        Text(o, "kind"),
        TextOrNull(o, "title"),
        TextOrNull(o, "unit"),
        List(o.GetProperty("pages"), page => page.GetInt32()),
        Number(o, "headerRows"),
        List(o.GetProperty("columns"), Texts),
        List(o.GetProperty("rows"), row => List(row, Cell)))
    {
        Method = o.TryGetProperty("method", out JsonElement method) ? Words.Read<TableMethod>(method.GetString()!) : null,
        Certainty = o.TryGetProperty("certainty", out JsonElement certainty) ? certainty.GetDouble() : null,
    });

    public static FigureRecord Figure(string json) => Read(json, o => new FigureRecord(
        Text(o, "document"),
        Text(o, "id"),
        Text(o, "text"),
        Text(o, "sentence"),
        Texts(o.GetProperty("section")),
        Place(o),
        Number(o, "start"),
        Number(o, "end"),
        Words.Read<FigureRole>(Text(o, "role")),
        TextOrNull(o, "value"),
        TextOrNull(o, "unit"),
        TextOrNull(o, "yuan"),
        TextOrNull(o, "direction") is { } direction ? Words.Read<Direction>(direction) : null,
        TextOrNull(o, "subject"),
        TextOrNull(o, "period"),
        Words.Read<FactVerdict>(Text(o, "verdict")),
        Texts(o.GetProperty("obligations")),
        TextOrNull(o, "reason")));

    public static CheckRecord Check(string json) => Read(json, o => new CheckRecord(
        Text(o, "document"),
        Text(o, "id"),
        Text(o, "rule"),
        Texts(o.GetProperty("rules")),
        Words.Read<Verdict>(Text(o, "verdict")),
        TextOrNull(o, "reason"),
        Text(o, "formula"),
        TextOrNull(o, "stated"),
        TextOrNull(o, "unit"),
        Computed(o),
        Evidence(o)));

    public static FactRecord Fact(string json) => Read(json, o => new FactRecord(
        Text(o, "document"),
        Text(o, "id"),
        TextOrNull(o, "body"),
        TextOrNull(o, "bodyCode"),
        TextOrNull(o, "parent"),
        TextOrNull(o, "region"),
        NumberOrNull(o, "fiscalYear"),
        TextOrNull(o, "genre"),
        TextOrNull(o, "phase") is { } phase ? Words.Read<Phase>(phase) : null,
        TextOrNull(o, "scope"),
        TextOrNull(o, "flow"),
        TextOrNull(o, "subject"),
        TextOrNull(o, "code"),
        TextOrNull(o, "label"),
        TextOrNull(o, "component"),
        Words.Read<Measure>(Text(o, "measure")),
        TextOrNull(o, "value"),
        TextOrNull(o, "missing"),
        TextOrNull(o, "unit"),
        TextOrNull(o, "yuan"),
        Words.Read<FactVerdict>(Text(o, "verdict")),
        Number(o, "page"),
        o.GetProperty("box") is { ValueKind: JsonValueKind.Array } box ? Box(box) : null,
        o.GetProperty("span") is { ValueKind: JsonValueKind.Array } span ? Span(span) : null));

    public static DiscrepancyRecord Discrepancy(string json) => Read(json, o => new DiscrepancyRecord(
        Text(o, "id"),
        Text(o, "valuesHash"),
        Text(o, "document"),
        Text(o, "rule"),
        Texts(o.GetProperty("rules")),
        Words.Read<Verdict>(Text(o, "verdict")),
        Words.Read<Severity>(Text(o, "severity")),
        Bilingual(o.GetProperty("title")),
        Bilingual(o.GetProperty("message")),
        TextOrNull(o, "stated"),
        TextOrNull(o, "unit"),
        Computed(o),
        TextOrNull(o, "difference"),
        Part(o, "tolerance", tolerance => new ToleranceRecord(Text(tolerance, "value"), Bilingual(tolerance.GetProperty("why")))),
        Text(o, "formula"),
        List(o.GetProperty("hypotheses"), guess => new Explanation(Text(guess, "code"), Bilingual(guess))),
        Texts(o.GetProperty("caused")),
        Evidence(o))
    {
        Certainty = Words.Read<Certainty>(Text(o, "certainty")),
    });

    private static T Read<T>(string json, Func<JsonElement, T> read)
    {
        using JsonDocument parsed = JsonDocument.Parse(json);
        return read(parsed.RootElement);
    }

    private static string Text(JsonElement o, string name) => o.GetProperty(name).GetString()!;

    private static string? TextOrNull(JsonElement o, string name) => o.GetProperty(name).GetString();

    public static int Number(JsonElement o, string name) => o.GetProperty(name).GetInt32();

    private static int? NumberOrNull(JsonElement o, string name) =>
        o.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static T? Part<T>(JsonElement o, string name, Func<JsonElement, T> read)
        where T : class => o.GetProperty(name) is { ValueKind: JsonValueKind.Object } part ? read(part) : null;

    private static ImmutableArray<T> List<T>(JsonElement array, Func<JsonElement, T> read)
    {
        var values = ImmutableArray.CreateBuilder<T>(array.GetArrayLength());
        foreach (JsonElement value in array.EnumerateArray())
        {
            values.Add(read(value));
        }

        return values.MoveToImmutable();
    }

    public static ImmutableArray<string> Texts(JsonElement array) => List(array, text => text.GetString()!);

    public static Bilingual Bilingual(JsonElement o) => new(Text(o, "zh"), Text(o, "en"));

    private static Counts<Verdict> Verdicts(JsonElement o)
    {
        Counts<Verdict> counts = Counts<Verdict>.None;
        foreach (string word in Words.All<Verdict>())
        {
            counts = counts.Plus(Words.Read<Verdict>(word), Number(o, word));
        }

        return counts;
    }

    private static CellRecord? Cell(JsonElement cell) => cell.ValueKind == JsonValueKind.Null
        ? null
        : new CellRecord(
            Text(cell, "text"),
            Words.Read<CellType>(Text(cell, "type")),
            TextOrNull(cell, "value"),
            Place(cell),
            Number(cell, "rowSpan"),
            Number(cell, "columnSpan"));

    private static ComputedRecord? Computed(JsonElement o) =>
        Part(o, "computed", computed => new ComputedRecord(TextOrNull(computed, "low"), TextOrNull(computed, "high")));

    private static ImmutableArray<EvidenceRecord> Evidence(JsonElement o) => List(o.GetProperty("evidence"), side => new EvidenceRecord(
        Text(side, "role"),
        Text(side, "kind"),
        TextOrNull(side, "table"),
        NumberOrNull(side, "row"),
        NumberOrNull(side, "column"),
        TextOrNull(side, "figure"),
        Place(side),
        Text(side, "quote"),
        Text(side, "value"))
    {
        Document = side.TryGetProperty("document", out JsonElement document) ? document.GetString() : null,
    });

    private static Place Place(JsonElement o)
    {
        JsonElement place = o.GetProperty("place");
        return place.TryGetProperty("span", out JsonElement span)
            ? Documents.Place.At(Span(span))
            : Documents.Place.On(List(place.GetProperty("regions"), region => new Region(Number(region, "page"), Box(region.GetProperty("box")))));
    }

    private static TextSpan Span(JsonElement array) => new(array[0].GetInt32(), array[1].GetInt32());

    private static Box Box(JsonElement array) =>
        new(array[0].GetDouble(), array[1].GetDouble(), array[2].GetDouble(), array[3].GetDouble());
}
