using BenchmarkDotNet.Attributes;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Benchmarks;

/// <summary>What every run of the command waits for.</summary>
public class StartBenchmarks
{
    [Benchmark(Description = "load the pipeline")]
    public Pipeline Load() => Samples.Pipeline();
}
