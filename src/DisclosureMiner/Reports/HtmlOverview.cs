using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>The list of all documents at the head of a report over several.</summary>
internal static class HtmlOverview
{
    public static void Write(HtmlWriter html, IReadOnlyList<HtmlPage> pages)
    {
        html.Add($"<section class=\"overview\"><h2>{HtmlPage.Label("documents")} <small>{pages.Count}</small></h2>\n<p class=\"totals\">");
        WriteBadge(html, "error", pages.Sum(page => HtmlCounts.Of(page.Mined, Severity.Error)), "errors");
        WriteBadge(html, "warning", pages.Sum(page => HtmlCounts.Of(page.Mined, Severity.Warning)), "warnings");
        WriteBadge(html, "note", pages.Sum(page => HtmlCounts.Of(page.Mined, Severity.Note)), "notes");
        foreach (var status in pages.CountBy(page => page.Mined.Status).Where(pair => pair.Key != MiningStatus.Mined).OrderBy(pair => pair.Key))
        {
            html.Add($"<span class=\"badge status\">{Wording.Of(status.Key)} {status.Value}</span> ");
        }

        Bilingual hint = HtmlPage.Label("filter");
        html.Add($"</p>\n<p class=\"filter\"><input type=\"search\" data-zh=\"{hint.Zh}\" data-en=\"{hint.En}\"");
        html.Add($" placeholder=\"{hint.Zh}\" aria-label=\"{hint.Zh}\">");
        html.Add($" <label><input type=\"checkbox\"> {HtmlPage.Label("only-open")}</label></p>\n");
        html.Add($"<div class=\"scroll\"><table class=\"list\"><thead><tr><th>{HtmlPage.Label("document")}</th>");
        html.Add($"<th>{HtmlPage.Label("organisation")}</th>");
        html.Add($"<th>{HtmlPage.Label("year")}</th><th>{HtmlPage.Label("genre")}</th><th class=\"r\">{HtmlPage.Label("errors")}</th>");
        html.Add($"<th class=\"r\">{HtmlPage.Label("warnings")}</th><th class=\"r\">{HtmlPage.Label("notes")}</th>");
        html.Add($"<th>{HtmlPage.Label("figures")}</th><th class=\"r\">{HtmlPage.Label("decided")}</th></tr></thead><tbody>\n");
        foreach (HtmlPage page in pages)
        {
            WriteRow(html, page);
        }

        html.Add($"</tbody></table></div></section>\n");
    }

    /// <summary>A count of discrepancies of one severity; pale when there are none.</summary>
    public static void WriteBadge(HtmlWriter html, string severity, int count, string label) =>
        html.Add($"<span class=\"badge {severity}{(count == 0 ? " none" : "")}\">{HtmlPage.Label(label)} {count}</span> ");

    private static void WriteRow(HtmlWriter html, HtmlPage page)
    {
        MinedDocument mined = page.Mined;
        int errors = HtmlCounts.Of(mined, Severity.Error);
        int warnings = HtmlCounts.Of(mined, Severity.Warning);
        bool isCalm = errors + warnings == 0 && mined.Status != MiningStatus.Failed;
        html.Raw(isCalm ? "<tr class=\"calm\">" : "<tr>");
        html.Add($"<td><a href=\"#{page.Prefix}\" lang=\"zh\">{HtmlDocument.TitleOf(page)}</a>");
        html.Add($"<br><small class=\"path\">{mined.Path}</small></td><td lang=\"zh\">{page.Document.Organisation}</td>");
        html.Add($"<td>{page.Document.FiscalYear?.ToString(CultureInfo.InvariantCulture)}</td>");
        if (mined.Status != MiningStatus.Mined)
        {
            html.Add($"<td colspan=\"6\"><span class=\"badge status\">{Wording.Of(mined.Status)}</span></td></tr>\n");
            return;
        }

        int decided = mined.Ledger.Count(ruling => ruling.IsDecided);
        html.Add($"<td>{Wording.Genre(page.Document.Genre)}</td><td class=\"r{(errors > 0 ? " is-error" : "")}\">{errors}</td>");
        html.Add($"<td class=\"r{(warnings > 0 ? " is-warning" : "")}\">{warnings}</td>");
        html.Add($"<td class=\"r\">{HtmlCounts.Of(mined, Severity.Note)}</td><td>");
        HtmlCounts.OfFigures(mined).WriteBar(html);
        html.Add($"</td><td class=\"r\">{HtmlCounts.Percent(decided, mined.Ledger.Length)}</td></tr>\n");
    }
}
