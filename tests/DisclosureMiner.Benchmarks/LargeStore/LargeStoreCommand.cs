using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary><c>large-store [--documents N] [--postgres CONNECTION]</c>: how long a store with many documents takes to open and to answer.</summary>
internal static class LargeStoreCommand
{
    private const int Ok = 0, BadUsage = 2;

    private const string Usage = """
        large-store [--documents N] [--postgres CONNECTION]

          --documents N          how many made-up documents the store holds, 100000 when it is left out
          --postgres CONNECTION  measures PostgreSQL too, in a database of its own that is dropped afterwards; the role must be allowed to create one
        """;

    /// <summary>Runs it.</summary>
    public static async Task<int> Run(string[] words, TextWriter output, TextWriter error)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["--documents"] = 100_000 };
        if (!CommandWords.TryRead(words, numbers, out string? postgres))
        {
            await error.WriteLineAsync(Usage);
            return BadUsage;
        }

        output.WriteLine($"machine  {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        var documents = new SyntheticDocuments(numbers["--documents"]);
        var answers = new List<(string Engine, List<Answered> Answers)>();
        foreach (string? server in postgres is null ? (string?[])[null] : [null, postgres])
        {
            using var room = new StoreRoom(server);
            long start = Stopwatch.GetTimestamp();
            string rows = StoreFilling.Fill(room.Address, documents);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{room.Engine,-9}filled in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {rows}"));
            answers.Add((room.Engine, await Questions.Ask(room, documents)));
        }

        Write(answers, output);
        return Ok;
    }

    private static void Write(List<(string Engine, List<Answered> Answers)> engines, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"milliseconds: median (least-most)",-52}{"rows",8}{string.Concat(engines.Select(engine => $"{engine.Engine,26}"))}");
        for (int i = 0; i < engines[0].Answers.Count; i++)
        {
            Answered first = engines[0].Answers[i];
            output.WriteLine($"{first.Question,-52}{first.Rows,8}{string.Concat(engines.Select(engine => $"{engine.Answers[i].Text,26}"))}");
        }
    }
}
