using BenchmarkDotNet.Attributes;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Benchmarks;

/// <summary>What it costs to tell errors of reading from errors of the document: nothing where all tables hold.</summary>
public class SecondReadingBenchmarks
{
    private readonly Pipeline _pipeline = Samples.Pipeline();
    private SourceFile _file = null!;
    private Reading _reading = null!;
    private Reading _known = null!;

    /// <summary>A budget of which no table contradicts anything, and one of which several do.</summary>
    [Params("xiqiao-greening-2025-budget.pdf", "qiyun-emergency-2025-budget.pdf")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        _file = Samples.File(Name);
        _reading = Mining.Read(_pipeline, _file);
        _known = _reading;
        Mining.Check(_pipeline, _file.As(Name), _reading, (reading, tables) => _known = Mining.ReadAgain(_pipeline, _file, reading, tables));
    }

    [Benchmark(Description = "read")]
    public Reading First() => Mining.Read(_pipeline, _file);

    [Benchmark(Baseline = true, Description = "check, tables read once")]
    public MinedDocument Once() => Mining.Check(_pipeline, _file.As(Name), _reading, (reading, _) => reading);

    [Benchmark(Description = "check, tables read again")]
    public MinedDocument Again() => Mining.Check(_pipeline, _file.As(Name), _reading, (reading, tables) => Mining.ReadAgain(_pipeline, _file, reading, tables));

    [Benchmark(Description = "check, other readings known")]
    public MinedDocument Known() => Mining.Check(_pipeline, _file.As(Name), _known, (reading, _) => reading);
}
