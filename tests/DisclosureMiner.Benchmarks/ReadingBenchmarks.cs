using BenchmarkDotNet.Attributes;
using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Benchmarks;

/// <summary>Bytes into blocks, for each format.</summary>
public class ReadingBenchmarks
{
    private readonly Pipeline _pipeline = Samples.Pipeline();
    private readonly SourceFile _pdf = Samples.File(Samples.Pdf);
    private readonly SourceFile _html = Samples.File(Samples.Html);
    private readonly SourceFile _text = Samples.File(Samples.Text);

    [Benchmark(Description = "PDF, 20 pages")]
    public Reading Pdf() => Mining.Read(_pipeline, _pdf);

    [Benchmark(Description = "HTML")]
    public Reading Html() => Mining.Read(_pipeline, _html);

    [Benchmark(Description = "text")]
    public Reading Text() => Mining.Read(_pipeline, _text);
}
