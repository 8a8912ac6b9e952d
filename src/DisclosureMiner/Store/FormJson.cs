using System.Collections.Immutable;
using System.Text.Json;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>What a document's record says of its form, of the families of rules and of being clean. Records of earlier versions say nothing of it.</summary>
internal static class FormJson
{
    public static void Write(Utf8JsonWriter json, DocumentRecord document)
    {
        json.WriteStartObject("checksByFamily");
        foreach (FamilyShare family in document.Families)
        {
            json.WriteStartObject(family.Family);
            json.WriteNumber("decided", family.Decided);
            json.WriteNumber("total", family.Total);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteString("form", document.Form?.Id);
        Write(json, "formName", document.Form?.Name);
        Write(json, "formReason", document.Form?.Reason);
        json.WriteString("clean", document.Form is { } form ? Words.Of(form.Cleanness.Verdict) : null);
        RecordJson.Write(json, "coreMissing", document.Form?.Cleanness.Missing ?? []);
    }

    /// <summary>The form of a record, or null when it was not checked.</summary>
    public static FormRecord? FormOf(JsonElement document) => document.TryGetProperty("form", out JsonElement form) && form.GetString() is { } id
        ? new FormRecord(
            id,
            RecordReading.Bilingual(document.GetProperty("formName")),
            RecordReading.Bilingual(document.GetProperty("formReason")),
            new Cleanness(Words.Read<CleanVerdict>(document.GetProperty("clean").GetString()!), RecordReading.Texts(document.GetProperty("coreMissing"))))
        : null;

    /// <summary>How much of each family was decided; empty when it was not checked.</summary>
    public static ImmutableArray<FamilyShare> FamiliesOf(JsonElement document) => document.TryGetProperty("checksByFamily", out JsonElement families)
        ? [.. families.EnumerateObject().Select(family => new FamilyShare(family.Name, RecordReading.Number(family.Value, "decided"), RecordReading.Number(family.Value, "total")))]
        : [];

    private static void Write(Utf8JsonWriter json, string name, Bilingual? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            RecordJson.Write(json, name, text);
        }
    }
}
