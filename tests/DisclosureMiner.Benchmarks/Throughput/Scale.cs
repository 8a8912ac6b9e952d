using System.Globalization;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>One amount of documents with the ways to go over them.</summary>
internal sealed class Scale
{
    private const int Ok = 0, SomeFilesFailed = 3;

    private readonly Series? _reference;
    private readonly List<Series> _reading = [];
    private readonly List<Series> _pdfsAlone = [];
    private readonly Dictionary<int, string> _outputs = [];

    /// <param name="name">How much it is, for people.</param>
    /// <param name="subject">The documents.</param>
    /// <param name="command">The command that mines.</param>
    /// <param name="work">Where outputs go.</param>
    /// <param name="jobs">How many documents at a time, for each way to mine them.</param>
    /// <param name="hasPdfToText">Whether there is something to compare with.</param>
    public Scale(string name, Subject subject, string command, string work, IEnumerable<int> jobs, bool hasPdfToText)
    {
        Subject = subject;
        bool hasOthers = subject.Pdfs.Length < subject.Files.Count;
        if (hasPdfToText && subject.Pages > 0)
        {
            _reference = new Series($"{name}: pdftotext -layout, each PDF", 1, subject.Pages, "pages", () => PdfToText(subject));
        }

        foreach (int job in jobs)
        {
            _outputs[job] = Path.Combine(work, $"{name}-{job}");
            Whole.Add(new Series($"{name}: mine", job, subject.Files.Count, "files", () => Mine(command, [subject.Folder], job, _outputs[job])));
            if (subject.Pages > 0)
            {
                _reading.Add(new Series($"{name}: tables, PDF alone", job, subject.Pages, "pages", () => Tables(command, subject.Pdfs, job, _outputs[job] + "-tables")));
                _pdfsAlone.Add(hasOthers
                    ? new Series($"{name}: mine, PDF alone", job, subject.Pages, "pages", () => Mine(command, subject.Pdfs, job, _outputs[job] + "-pdf"))
                    : Whole[^1]);
            }
        }
    }

    /// <summary>The documents.</summary>
    public Subject Subject { get; }

    /// <summary>Mining all of them, once for each number of jobs.</summary>
    public List<Series> Whole { get; } = [];

    /// <summary>All ways, in the order in which a round takes them.</summary>
    public IEnumerable<Series> All => ((Series?[])[_reference, .. _reading, .. _pdfsAlone, .. Whole]).OfType<Series>().Distinct();

    /// <summary>What the last run with that many jobs made of each document of the folder, by its path below it.</summary>
    /// <param name="jobs">How many jobs.</param>
    /// <param name="folder">The name that outputs give to the folder.</param>
    public SortedDictionary<string, string> Made(int jobs, string folder) => Outcome.Of(_outputs[jobs], folder);

    /// <summary>Says how much more reading and mining are than taking the text out; of the same files, so of the PDFs alone.</summary>
    public void WriteRatio(TextWriter writer)
    {
        if (_reference is null)
        {
            return;
        }

        foreach (Series ours in _reading.Concat(_pdfsAlone))
        {
            Spread seconds = ours.Against(_reference, round => round.Seconds), processor = ours.Against(_reference, round => round.Processor);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ratio    {ours.What}, --jobs {ours.Jobs}: {seconds.Median:0.0} times the seconds of pdftotext ({seconds.Least:0.0}-{seconds.Most:0.0}), {processor.Median:0.0} times its processor time ({processor.Least:0.0}-{processor.Most:0.0})"));
        }
    }

    // pdftotext says nothing of a file that it cannot read but its exit code; the next one follows all the same.
    private static Clocked PdfToText(Subject subject) =>
        Clocked.Run("sh", ["-c", "for file; do pdftotext -layout \"$file\" - > /dev/null; done; true", "sh", .. subject.Pdfs], code => code == Ok);

    private static Clocked Mine(string command, IEnumerable<string> paths, int jobs, string output) => Run(command, ["mine", .. paths], jobs, output);

    private static Clocked Tables(string command, IEnumerable<string> paths, int jobs, string output) => Run(command, ["tables", .. paths], jobs, output);

    private static Clocked Run(string command, IEnumerable<string> words, int jobs, string output)
    {
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        return Clocked.Run(
            command,
            [.. words, "--out", output, "--jobs", jobs.ToString(CultureInfo.InvariantCulture)],
            code => code is Ok or SomeFilesFailed);
    }
}
