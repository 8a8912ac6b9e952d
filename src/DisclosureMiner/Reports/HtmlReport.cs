using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>
/// Writes the pages of a report, in both languages: one of everything about a document, and one of all documents with their
/// discrepancies. Each is self-contained, opens without a server and needs no network. The same documents give the same bytes.
/// </summary>
internal static class HtmlReport
{
    // Of more documents with discrepancies, each is opened on demand.
    private const int MostOpen = 8;

    /// <summary>Everything about one document.</summary>
    /// <param name="mined">The document.</param>
    /// <param name="language">The language that shows first.</param>
    /// <param name="writer">UTF-8; left open.</param>
    /// <param name="rules">The catalogue, to explain the rules that occur; null to leave the explanations out.</param>
    /// <param name="overview">Where the page of all documents lies, seen from this one; null when there is none.</param>
    /// <param name="decisions">What was decided about discrepancies; null for nothing.</param>
    public static void WriteDocument(
        MinedDocument mined, Language language, TextWriter writer, RuleBook? rules = null, string? overview = null, Decisions? decisions = null)
    {
        var html = new HtmlWriter(writer);
        var page = new HtmlPage(html, mined, HtmlPage.OwnPrefix, language, rules, decisions: decisions);
        Begin(html, language);
        if (overview is not null)
        {
            html.Add($"<p class=\"back\"><a href=\"{overview}{(mined.Discrepancies.IsEmpty ? "" : "#x" + mined.Id)}\">← {HtmlPage.Label("back")}</a></p>\n");
        }

        HtmlDocument.WriteWhole(page);
        End(html, rules, page.UsedRules);
    }

    /// <summary>All documents: the list, and the discrepancies of each that has any.</summary>
    /// <param name="entries">In the order in which they are to stand.</param>
    /// <param name="language">The language that shows first.</param>
    /// <param name="writer">UTF-8; left open.</param>
    /// <param name="rules">The catalogue, to explain the rules that occur; null to leave the explanations out.</param>
    /// <param name="left">How many documents are not among them, because the run was stopped.</param>
    /// <param name="decisions">What was decided about discrepancies; null for nothing.</param>
    public static void WriteOverview(
        IReadOnlyList<HtmlEntry> entries, Language language, TextWriter writer, RuleBook? rules = null, int left = 0, Decisions? decisions = null)
    {
        var html = new HtmlWriter(writer);
        var used = new HashSet<string>(StringComparer.Ordinal);
        Begin(html, language);
        if (left > 0)
        {
            html.Add($"<p class=\"partial\">{Wording.Fill("report/partial", "count", left.ToString(CultureInfo.InvariantCulture))}</p>\n");
        }

        HtmlOverview.Write(html, entries);
        HtmlEntry[] doubtful = [.. entries.Where(entry => entry.HasDiscrepancies)];
        foreach (HtmlEntry entry in doubtful)
        {
            // One at a time: together they would not fit into memory.
            var page = new HtmlPage(html, entry.Open(), "x" + entry.Document.Id, language, rules, entry.Page, used, decisions);
            HtmlDocument.WriteDiscrepancies(page, doubtful.Length <= MostOpen);
        }

        End(html, rules, used);
    }

    private static void Begin(HtmlWriter html, Language language)
    {
        Bilingual title = HtmlPage.Label("title");
        string code = language == Language.En ? "en" : "zh";
        html.Add($"<!DOCTYPE html>\n<html lang=\"{code}\" data-lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title.In(language)}</title>\n<style>\n");
        html.Raw(Embedded("report.css"));
        html.Add($"</style>\n</head>\n<body>\n<header class=\"top\"><div><h1>{title}</h1><p>{HtmlPage.Label("subtitle")}</p></div>\n");
        html.Add($"<p class=\"switch\"><button type=\"button\" data-set=\"zh\" lang=\"zh\">中文</button>");
        html.Add($"<button type=\"button\" data-set=\"en\" lang=\"en\">English</button></p></header>\n");
        html.Add($"<noscript><p class=\"hint\">{HtmlPage.Label("script-needed")}</p></noscript>\n<main>\n");
    }

    private static void End(HtmlWriter html, RuleBook? rules, HashSet<string> used)
    {
        if (rules is not null && used.Count > 0)
        {
            HtmlRules.Write(html, rules, used);
        }

        html.Add($"</main>\n<div id=\"tip\" role=\"tooltip\" hidden></div>\n<script>\n");
        html.Raw(Embedded("report.js"));
        html.Add($"</script>\n</body>\n</html>\n");
    }

    private static string Embedded(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not part of the library.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
