using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using DisclosureMiner.Benchmarks;
using DisclosureMiner.Benchmarks.Causes;
using DisclosureMiner.Benchmarks.Damage;
using DisclosureMiner.Benchmarks.LargeStore;
using DisclosureMiner.Benchmarks.Throughput;
using DisclosureMiner.Benchmarks.Workers;

if (args is ["throughput", .. string[] words])
{
    return ThroughputCommand.Run(words, Console.Out, Console.Error);
}

if (args is ["causes"])
{
    return CausesCommand.Run(Console.Out);
}

if (args is ["mutate", .. string[] damage])
{
    return MutateCommand.Run(damage, Console.Out, Console.Error);
}

if (args is ["large-store", .. string[] store])
{
    return await LargeStoreCommand.Run(store, Console.Out, Console.Error);
}

if (args is ["workers", .. string[] crew])
{
    return await WorkersCommand.Run(crew, Console.Out, Console.Error);
}

// A short run tells what is twice as slow as it was, in minutes; `--job medium` tells more, in an hour.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithWarmupCount(8).WithIterationCount(5).AsDefault())
    .AddDiagnoser(MemoryDiagnoser.Default)
    .WithArtifactsPath(Path.Combine(Repository.Root, "artifacts", "benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Samples).Assembly).Run(args, config);
return 0;
