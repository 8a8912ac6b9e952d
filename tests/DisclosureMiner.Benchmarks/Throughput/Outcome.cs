using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>What a run made of each document, as far as a copy must make the same.</summary>
internal static class Outcome
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line of counts for each document, by its path below a folder.</summary>
    /// <param name="output">The output folder of the run.</param>
    /// <param name="folder">The folder, by the name that the outputs give it.</param>
    public static SortedDictionary<string, string> Of(string output, string folder)
    {
        ILookup<string, JsonNode> found = Records(output, "discrepancies.jsonl").ToLookup(record => Text(record, "document"));
        var outcome = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonNode document in Records(output, "documents.jsonl"))
        {
            string path = Text(document, "path");
            if (path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                outcome[path[(folder.Length + 1)..]] = string.Join("; ",
                [
                    .. ((string[])["status", "title", "fiscalYear", "genre", "pages", "tables", "figures", "checks"])
                        .Select(field => $"{field} {document[field]?.ToJsonString(Plain)}"),
                    $"discrepancies {found[Text(document, "id")].Count()}",
                ]);
            }
        }

        return outcome;
    }

    private static IEnumerable<JsonNode> Records(string output, string file) =>
        File.ReadLines(Path.Combine(output, file)).Select(line => JsonNode.Parse(line)!);

    private static string Text(JsonNode record, string field) => record[field]!.GetValue<string>();
}
