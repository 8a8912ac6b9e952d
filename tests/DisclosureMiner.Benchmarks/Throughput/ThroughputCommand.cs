using System.Globalization;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary><c>throughput [folder] [--rounds N] [--copies N]</c></summary>
internal static class ThroughputCommand
{
    private const int Ok = 0, Different = 1, BadUsage = 2;

    private const string Usage = """
        throughput [folder] [--rounds N] [--copies N]

          folder      what is mined; the repository's corpus when it is left out
          --rounds N  how often each run is timed, 3 when it is left out
          --copies N  how many copies of the folder make the larger one, 10 when it is left out
        """;

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 when a copy gave something else than its original; 2 when it could not be measured.</returns>
    public static int Run(string[] words, TextWriter output, TextWriter error)
    {
        // The programs that run get the signal too and end; what is thrown then clears the folders away.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        string folder = Path.Combine(Repository.Root, "corpus");
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["--rounds"] = 3, ["--copies"] = 10 };
        for (int i = 0; i < words.Length; i++)
        {
            if (numbers.ContainsKey(words[i]) && i + 1 < words.Length
                && int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
            {
                numbers[words[i++]] = number;
            }
            else if (Directory.Exists(words[i]))
            {
                folder = words[i];
            }
            else
            {
                error.WriteLine(Usage);
                return BadUsage;
            }
        }

        if (!Clocked.IsPossible)
        {
            error.WriteLine("This needs GNU time, which tells processor time and memory of what it runs (package time of most systems).");
            return BadUsage;
        }

        try
        {
            folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            return WholeRuns.Measure(folder, numbers["--rounds"], numbers["--copies"], output) ? Ok : Different;
        }
        catch (InvalidOperationException problem)
        {
            error.WriteLine(problem.Message);
            return BadUsage;
        }
    }
}
