using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Benchmarks;

/// <summary>The bundled documents that are measured with, one of each format, all of them final accounts of about the same size.</summary>
internal static class Samples
{
    public const string Pdf = "yunpu-market-supervision-2024-final.pdf";
    public const string Html = "langxi-sports-2024-final.html";
    public const string Text = "langxi-transport-2023-final.txt";

    /// <summary>The rules and vocabulary of the repository.</summary>
    public static Pipeline Pipeline() => Pipelines.Pipeline.Load(Path.Combine(Repository.Root, "pipelines"));

    /// <summary>The bytes of a document.</summary>
    public static SourceFile File(string name) => SourceFile.Read(Path.Combine(Repository.Root, "corpus", name));
}
