using System.Globalization;
using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>The list of all documents at the head of a report over several; it keeps a line of each and not the document.</summary>
internal sealed class HtmlOverview
{
    private readonly StringBuilder _rows = new();
    private readonly int[] _statuses = new int[Enum.GetValues<MiningStatus>().Length];
    private readonly int[] _severities = new int[Enum.GetValues<Severity>().Length];

    /// <summary>How many documents were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a line for a document.</summary>
    public void Add(HtmlPage page)
    {
        Count++;
        _statuses[(int)page.Mined.Status]++;
        foreach (Discrepancy discrepancy in page.Mined.Discrepancies)
        {
            _severities[(int)discrepancy.Severity]++;
        }

        using var row = new StringWriter(_rows, CultureInfo.InvariantCulture);
        WriteRow(new HtmlWriter(row), page);
    }

    /// <summary>Writes the list.</summary>
    public void Write(HtmlWriter html)
    {
        html.Add($"<section class=\"overview\"><h2>{HtmlPage.Label("documents")} <small>{Count}</small></h2>\n<p class=\"totals\">");
        WriteBadge(html, "error", _severities[(int)Severity.Error], "errors");
        WriteBadge(html, "warning", _severities[(int)Severity.Warning], "warnings");
        WriteBadge(html, "note", _severities[(int)Severity.Note], "notes");
        foreach (MiningStatus status in Enum.GetValues<MiningStatus>())
        {
            if (status != MiningStatus.Mined && _statuses[(int)status] > 0)
            {
                html.Add($"<span class=\"badge status\">{Wording.Of(status)} {_statuses[(int)status]}</span> ");
            }
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
        html.Raw(_rows.ToString());
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
