namespace DisclosureMiner.Benchmarks.Workers;

internal static class WorkersCommand
{
    public static Task<int> Run(string[] words, TextWriter output, TextWriter error) => Task.FromResult(0);
}
