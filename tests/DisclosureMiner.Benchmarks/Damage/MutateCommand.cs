using System.Globalization;

namespace DisclosureMiner.Benchmarks.Damage;

/// <summary><c>mutate folder [--count N] [--seed S]</c></summary>
internal static class MutateCommand
{
    private const int Ok = 0, Crashed = 1, BadUsage = 2;

    private const string Usage = """
        mutate <folder> [--count N] [--seed S]

          folder      what is damaged: its PDF, pages and texts, however deep
          --count N   how many damaged files are mined, 1000 when it is left out
          --seed S    the seed of the first one, 1 when it is left out; the next has the next
        """;

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 when the program ended at a file or was ended, or failed by a mistake of its own; 2 when it was asked wrongly.</returns>
    public static int Run(string[] words, TextWriter output, TextWriter error)
    {
        string? folder = null;
        bool isWorker = false;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["--count"] = 1000, ["--seed"] = 1 };
        for (int i = 0; i < words.Length; i++)
        {
            if (numbers.ContainsKey(words[i]) && i + 1 < words.Length
                && int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                numbers[words[i++]] = number;
            }
            else if (words[i] == MutationWorker.Option)
            {
                isWorker = true;
            }
            else if (Directory.Exists(words[i]) && folder is null)
            {
                folder = Path.GetFullPath(words[i]);
            }
            else
            {
                error.WriteLine(Usage);
                return BadUsage;
            }
        }

        if (folder is null || MutationWorker.FilesIn(folder) is [])
        {
            error.WriteLine(Usage);
            return BadUsage;
        }

        int first = numbers["--seed"], behind = first + numbers["--count"];
        if (isWorker)
        {
            MutationWorker.Run(folder, first, behind, output);
            return Ok;
        }

        return MutationRun.Of(folder, first, behind, output) ? Ok : Crashed;
    }
}
