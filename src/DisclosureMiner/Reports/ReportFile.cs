using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>report.html in an output folder.</summary>
public static class ReportFile
{
    public const string Name = "report.html";

    /// <summary>Writes the report; that of an earlier run stays until the new one is complete.</summary>
    /// <param name="folder">Where it goes; it is there.</param>
    /// <param name="documents">In the order in which they are to stand; of several, all are asked for twice.</param>
    /// <param name="language">The language that shows first.</param>
    /// <param name="rules">The catalogue, to explain the rules that occur.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string folder, IEnumerable<MinedDocument> documents, Language language, RuleBook rules)
    {
        using var file = new AtomicFile(Path.Combine(folder, Name));
        HtmlReport.Write(documents, language == Language.En ? "en" : "zh", file.Writer, rules);
        file.Commit();
    }
}
