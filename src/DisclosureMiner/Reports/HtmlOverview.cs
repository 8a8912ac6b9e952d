using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>The list of all documents.</summary>
internal static class HtmlOverview
{
    // Documents that an earlier version stored know no form.
    private static readonly Bilingual Unsaid = new("", "");

    public static void Write(HtmlWriter html, IReadOnlyList<HtmlEntry> entries)
    {
        html.Add($"<section class=\"overview\"><h2>{HtmlPage.Label("documents")} <small>{entries.Count}</small></h2>\n<p class=\"totals\">");
        WriteBadges(html, entries.Aggregate(Counts<Severity>.None, (sum, entry) => sum + entry.Severities), entries.Sum(entry => entry.Decided));
        Counts<MiningStatus> statuses = Counts<MiningStatus>.Of(entries.Select(entry => entry.Document.Status));
        foreach (MiningStatus status in statuses.Occurring.Where(status => status != MiningStatus.Mined))
        {
            html.Add($"<span class=\"badge status\">{Wording.Of(status)} {statuses[status]}</span> ");
        }

        Bilingual hint = HtmlPage.Label("filter");
        html.Add($"</p>\n<p class=\"filter\"><input type=\"search\" data-zh=\"{hint.Zh}\" data-en=\"{hint.En}\"");
        html.Add($" placeholder=\"{hint.Zh}\" aria-label=\"{hint.Zh}\">");
        html.Add($" <label><input type=\"checkbox\"> {HtmlPage.Label("only-open")}</label></p>\n");
        html.Add($"<div class=\"scroll\"><table class=\"list\"><thead><tr><th>{HtmlPage.Label("document")}</th>");
        html.Add($"<th>{HtmlPage.Label("organisation")}</th>");
        html.Add($"<th>{HtmlPage.Label("year")}</th><th>{HtmlPage.Label("genre")}, {HtmlPage.Label("form")}</th>");
        html.Add($"<th class=\"r\">{HtmlPage.Label("errors")}</th>");
        html.Add($"<th class=\"r\">{HtmlPage.Label("warnings")}</th><th class=\"r\">{HtmlPage.Label("notes")}</th>");
        html.Add($"<th>{HtmlPage.Label("figures")}</th><th class=\"r\">{HtmlPage.Label("decided")}</th></tr></thead><tbody>\n");
        foreach (HtmlEntry entry in entries)
        {
            WriteRow(html, entry);
        }

        html.Add($"</tbody></table></div></section>\n");
    }

    /// <summary>The counts of open discrepancies of each severity, pale where there are none, and of those decided.</summary>
    public static void WriteBadges(HtmlWriter html, Counts<Severity> counts, int decided)
    {
        foreach (Severity severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Note])
        {
            string name = Wording.Kebab(severity.ToString());
            html.Add($"<span class=\"badge {name}{(counts[severity] == 0 ? " none" : "")}\">{HtmlPage.Label(name + "s")} {counts[severity]}</span> ");
        }

        if (decided > 0)
        {
            html.Add($"<span class=\"badge status\">{HtmlPage.Label("reviewed")} {decided}</span> ");
        }
    }

    private static void WriteRow(HtmlWriter html, HtmlEntry entry)
    {
        DocumentRecord document = entry.Document;
        int errors = entry.Severities[Severity.Error];
        int warnings = entry.Severities[Severity.Warning];
        html.Add($"<tr{(errors + warnings == 0 && document.Status != MiningStatus.Failed ? " class=\"calm\"" : "")} data-doc=\"x{document.Id}\"><td>");
        if (entry.HasDiscrepancies)
        {
            html.Add($"<a href=\"#x{document.Id}\" lang=\"zh\">{entry.Title}</a>");
        }
        else if (entry.Page is { } page)
        {
            html.Add($"<a href=\"{page}\" lang=\"zh\">{entry.Title}</a>");
        }
        else
        {
            html.Add($"<span lang=\"zh\">{entry.Title}</span>");
        }

        html.Add($"<br><small class=\"path\">{entry.Path}</small></td>");
        if (document.Error is { } error)
        {
            html.Add($"<td colspan=\"8\"><span class=\"badge status\">{Wording.Of(document.Status)}</span> <small>{error.Message}</small></td></tr>\n");
            return;
        }

        html.Add($"<td lang=\"zh\">{document.Organisation}</td><td>{document.FiscalYear?.ToString(CultureInfo.InvariantCulture)}</td>");
        html.Add($"<td>{Wording.Genre(document.Genre ?? "other")}");
        html.Add($"<br><small>{document.Form?.Name ?? Unsaid}<br>{(document.Form is { } form ? Wording.Of(form.Cleanness.Verdict) : Unsaid)}</small></td><td class=\"r{(errors > 0 ? " is-error" : "")}\">{errors}</td>");
        html.Add($"<td class=\"r{(warnings > 0 ? " is-warning" : "")}\">{warnings}</td>");
        html.Add($"<td class=\"r\">{entry.Severities[Severity.Note]}</td><td>");
        new HtmlCounts(entry.Figures).WriteBar(html);
        html.Add($"</td><td class=\"r\">{HtmlCounts.Percent(document.Checks.Decided(), document.Checks.Total)}</td></tr>\n");
    }
}
