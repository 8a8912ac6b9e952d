using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>What a run made of each document, as far as a copy must make the same: a copy has its original beside it, so rules across documents are left out.</summary>
internal static class Outcome
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line of counts for each document, by its path below a folder.</summary>
    /// <param name="output">The output folder of the run.</param>
    /// <param name="folder">The folder, by the name that the outputs give it.</param>
    public static SortedDictionary<string, string> Of(string output, string folder)
    {
        ILookup<string, string> found = OfOneDocument(output, "discrepancies.jsonl").ToLookup(record => Text(record, "document"), record => Text(record, "rule"));
        ILookup<string, string> checks = OfOneDocument(output, "checks.jsonl").ToLookup(record => Text(record, "document"), record => Text(record, "verdict"));
        var outcome = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonNode document in Records(output, "documents.jsonl"))
        {
            string path = Text(document, "path"), id = Text(document, "id");
            if (path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                outcome[path[(folder.Length + 1)..]] = string.Join("; ",
                [
                    .. ((string[])["status", "title", "fiscalYear", "genre", "pages", "tables", "figures"])
                        .Select(field => $"{field} {document[field]?.ToJsonString(Plain)}"),
                    .. checks[id].CountBy(verdict => verdict).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"),
                    $"discrepancies {string.Join(' ', found[id])}",
                ]);
            }
        }

        return outcome;
    }

    private static IEnumerable<JsonNode> OfOneDocument(string output, string file) =>
        Records(output, file).Where(record => !Text(record, "rule").StartsWith("X-", StringComparison.Ordinal));

    private static IEnumerable<JsonNode> Records(string output, string file) =>
        File.ReadLines(Path.Combine(output, file)).Select(line => JsonNode.Parse(line)!);

    private static string Text(JsonNode record, string field) => record[field]!.GetValue<string>();
}
