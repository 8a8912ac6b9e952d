using System.Text.Encodings.Web;
using System.Text.Json;

namespace DisclosureMiner.Server.Tests;

/// <summary>JSON written as the outputs are, so that it can be compared with them letter by letter.</summary>
internal static class JsonText
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
