using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>How a report is written.</summary>
/// <param name="Version">The version that mined the documents.</param>
/// <param name="Language">The language that shows first.</param>
/// <param name="Rules">The catalogue, to explain the rules that occur.</param>
/// <param name="Left">How many documents are not in it, because the run was stopped.</param>
/// <param name="Jobs">How many pages are written at a time.</param>
public sealed record ReportOptions(MiningVersion Version, Language Language, RuleBook Rules, int Left = 0, int Jobs = 1);

/// <summary>
/// report.html in an output folder. Of one document it holds everything; of several, the list and their discrepancies, while
/// everything about each stands on a page of its own in the folder <c>report</c>: together they would be too much for a browser.
/// </summary>
public static partial class ReportFile
{
    /// <summary>The file that is to be opened.</summary>
    public const string Name = OutputNames.Report;

    /// <summary>Writes the report; of an earlier one, each page stays until the new one is complete.</summary>
    /// <param name="folder">Where it goes; it is there.</param>
    /// <param name="store">Where the documents are.</param>
    /// <param name="documents">In the order in which they are to stand.</param>
    /// <param name="options">How.</param>
    /// <param name="wrote">Told of each page of a document; called from several threads.</param>
    /// <param name="stop">Stops between two pages.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(
        string folder,
        DisclosureStore store,
        IReadOnlyList<LocatedDocument> documents,
        ReportOptions options,
        Action? wrote = null,
        CancellationToken stop = default)
    {
        string pages = Path.Combine(folder, OutputNames.ReportFolder);
        Decisions decisions = store.Decisions();
        MinedDocument Open(LocatedDocument document) => store.Reopen(document, options.Version)
            ?? throw new InvalidOperationException($"The store does not hold document {document.Id} as it was mined.");
        if (documents is [var alone] && options.Left == 0)
        {
            Write(Path.Combine(folder, Name), writer => HtmlReport.WriteDocument(Open(alone), options.Language, writer, options.Rules, decisions: decisions));
            wrote?.Invoke();
            RemoveOthers(pages, []);
            return;
        }

        HtmlEntry[] entries = [.. documents.Select(document => EntryOf(store, document, decisions, () => Open(document)))];
        Directory.CreateDirectory(pages);
        WritePages(folder, entries, options, decisions, wrote, stop);
        Write(Path.Combine(folder, Name), writer => HtmlReport.WriteOverview(entries, options.Language, writer, options.Rules, options.Left, decisions));
        RemoveOthers(pages, entries.Where(entry => entry.Page is not null).Select(entry => entry.Document.Id).ToHashSet(StringComparer.Ordinal));
    }

    private static void WritePages(string folder, HtmlEntry[] entries, ReportOptions options, Decisions decisions, Action? wrote, CancellationToken stop)
    {
        try
        {
            Parallel.ForEach(entries, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = stop }, entry =>
            {
                if (entry.Page is { } page)
                {
                    Write(Path.Combine(folder, page), writer =>
                        HtmlReport.WriteDocument(entry.Open(), options.Language, writer, options.Rules, "../" + Name, decisions));
                }

                wrote?.Invoke();
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private static HtmlEntry EntryOf(DisclosureStore store, LocatedDocument located, Decisions decisions, Func<MinedDocument> open)
    {
        ILookup<bool, Severity> severities = store.Findings(new FindingFilter(Document: located.Id), decisions)
            .ToLookup(finding => finding.Review.IsDecided, finding => finding.Discrepancy.Severity);
        return new HtmlEntry(
            located.Path,
            store.FindDocument(located.Id)!,
            store.FigureVerdicts(located.Id),
            Counts<Severity>.Of(severities[false]),
            severities[true].Count(),
            open);
    }

    private static void Write(string path, Action<TextWriter> write)
    {
        using var file = new AtomicFile(path);
        write(file.Writer);
        file.Commit();
    }

    /// <summary>Removes the pages of other documents: only what this class can have written.</summary>
    private static void RemoveOthers(string pages, HashSet<string> kept)
    {
        if (!Directory.Exists(pages))
        {
            return;
        }

        foreach (string file in Directory.GetFiles(pages))
        {
            if (Page().Match(Path.GetFileName(file)) is { Success: true } page && !kept.Contains(page.Groups[1].Value))
            {
                File.Delete(file);
            }
        }

        if (!Directory.EnumerateFileSystemEntries(pages).Any())
        {
            Directory.Delete(pages);
        }
    }

    [GeneratedRegex(@"^([0-9a-f]{16})\.html(\.new)?$")]
    private static partial Regex Page();
}
