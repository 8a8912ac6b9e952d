using System.Globalization;
using System.Runtime.InteropServices;

namespace DisclosureMiner.Benchmarks.Throughput;

/// <summary>
/// Times whole runs of the published command, from the start of the process to its end, over a folder and over several copies of it,
/// and between them what <c>pdftotext -layout</c> needs for the same PDFs. Every run begins with nothing: an empty output folder, no store.
/// </summary>
internal static class WholeRuns
{
    // Starting is spared for all copies but one, so they should cost less each; above this they cost more, whatever the noise.
    private const double MostGrowth = 1.05;

    private static readonly int[] Jobs = [1, 2];

    /// <summary>Measures and writes what came of it.</summary>
    /// <param name="folder">What is mined, absolute.</param>
    /// <param name="rounds">How often each run is timed.</param>
    /// <param name="copies">How many copies the larger folder is made of.</param>
    /// <param name="writer">Where to write.</param>
    /// <returns>Whether each copy gave what its original gave.</returns>
    /// <exception cref="InvalidOperationException">A program that is timed failed.</exception>
    public static bool Measure(string folder, int rounds, int copies, TextWriter writer)
    {
        string work = Directory.CreateTempSubdirectory("disclosureminer-").FullName;
        try
        {
            return Measure(Subject.Of(folder), rounds, copies, work, writer);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static bool Measure(Subject subject, int rounds, int copies, string work, TextWriter writer)
    {
        bool hasPdfToText = Clocked.CanStart("pdftotext", "-v");
        Describe(subject, rounds, hasPdfToText, writer);
        string command = PublishedCommand.In(work);
        Scale Of(string name, Subject documents) => new(name, documents, command, work, Jobs, hasPdfToText);
        Scale once = Of("once", subject), many = Of($"{copies} copies", subject.Times(copies, Path.Combine(work, "copies")));

        // All in every round: a machine that others use is not the same from minute to minute.
        Series[] all = [.. once.All, .. many.All];
        for (int round = 0; round < rounds; round++)
        {
            foreach (Series series in all)
            {
                series.Measure();
            }
        }

        writer.WriteLine(Series.Head);
        foreach (Series series in all)
        {
            writer.WriteLine(series);
        }

        writer.WriteLine();
        once.WriteRatio(writer);
        many.WriteRatio(writer);
        WriteGrowth(once, many, copies, writer);
        return WriteSameness(once, many, copies, writer);
    }

    private static void Describe(Subject subject, int rounds, bool hasPdfToText, TextWriter writer)
    {
        writer.WriteLine($"machine  {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        writer.WriteLine($"folder   {Path.GetFileName(subject.Folder)}: {subject.Files.Count} files, {subject.Pdfs.Length} of them PDF with {subject.Pages} pages (text and HTML have none)");
        writer.WriteLine($"runs     medians of {rounds} rounds; each run is a process of its own that begins with nothing, its start included");
        if (!hasPdfToText)
        {
            writer.WriteLine("         pdftotext (poppler-utils) is not installed, so there is nothing to compare with: mining is timed alone");
        }

        writer.WriteLine();
        writer.Flush();
    }

    private static void WriteGrowth(Scale once, Scale many, int copies, TextWriter writer)
    {
        foreach ((Series few, Series more) in once.Whole.Zip(many.Whole))
        {
            Spread seconds = more.Against(few, round => round.Seconds), processor = more.Against(few, round => round.Processor);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"growth   --jobs {few.Jobs}: {copies} copies take {seconds.Median / copies:0.00} times the seconds a document and {processor.Median / copies:0.00} times the processor time a document: {(processor.Median / copies <= MostGrowth ? "not more than linear" : "MORE THAN LINEAR")}"));
        }
    }

    private static bool WriteSameness(Scale once, Scale many, int copies, TextWriter writer)
    {
        int different = 0;
        foreach (int jobs in Jobs)
        {
            SortedDictionary<string, string> original = once.Made(jobs, Path.GetFileName(once.Subject.Folder));
            for (int number = 1; number <= copies; number++)
            {
                SortedDictionary<string, string> copy = many.Made(jobs, UniqueCopies.NameOf("copies", number));
                foreach (string path in original.Keys.Union(copy.Keys).Where(path => original.GetValueOrDefault(path) != copy.GetValueOrDefault(path)))
                {
                    different++;
                    writer.WriteLine($"differs  copy {number} of {path}:\n         {original.GetValueOrDefault(path, "nothing")}\n         {copy.GetValueOrDefault(path, "nothing")}");
                }
            }
        }

        writer.WriteLine(different == 0
            ? "copies   each gave what its original gave: status, title, pages, tables, figures, checks by verdict, discrepancies, those across documents left out"
            : $"copies   {different} did not give what their originals gave");
        return different == 0;
    }
}
