using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>One document: what it is, what became of its numbers, its discrepancies, and all that was read and checked.</summary>
internal static class HtmlDocument
{
    /// <summary>The title as printed, else the file's name.</summary>
    public static string TitleOf(HtmlPage page) =>
        page.Document.Title.Length > 0 ? page.Document.Title : page.Mined.Path[(page.Mined.Path.LastIndexOf('/') + 1)..];

    public static void Write(HtmlPage page, bool isAlone, bool isFolded)
    {
        HtmlWriter html = page.Html;
        MinedDocument mined = page.Mined;
        html.Add($"<article class=\"doc\" id=\"{page.Prefix}\"><details{(isAlone ? " open" : "")}>");
        html.Add($"<summary><h2 lang=\"zh\">{TitleOf(page)}</h2>\n<span class=\"totals\">");
        if (mined.Status == MiningStatus.Mined)
        {
            HtmlOverview.WriteBadge(html, "error", HtmlCounts.Of(mined, Severity.Error), "errors");
            HtmlOverview.WriteBadge(html, "warning", HtmlCounts.Of(mined, Severity.Warning), "warnings");
            HtmlOverview.WriteBadge(html, "note", HtmlCounts.Of(mined, Severity.Note), "notes");
        }
        else
        {
            html.Add($"<span class=\"badge status\">{Wording.Of(mined.Status)}</span>");
        }

        html.Add($"</span></summary>\n");
        WriteParticulars(page);
        if (mined.Document is not null)
        {
            html.Add($"<div class=\"bars\">\n");
            HtmlCounts.OfFigures(mined).Write(html, HtmlPage.Label("figures"));
            HtmlCounts.OfCells(mined).Write(html, HtmlPage.Label("cells"));
            html.Add($"</div>\n");
            HtmlLedger.WriteFamilies(page);
            HtmlCard.WriteAll(page);
            WriteFold(page, "narrative", isAlone, isFolded, HtmlNarrative.Write);
            WriteFold(page, "tables", false, isFolded, HtmlTable.WriteAll);
            WriteFold(page, "unchecked", false, isFolded, HtmlUnchecked.Write);
            WriteFold(page, "ledger", false, isFolded, HtmlLedger.WriteAll);
        }

        html.Add($"</details></article>\n");
    }

    private static void WriteParticulars(HtmlPage page)
    {
        HtmlWriter html = page.Html;
        MinedDocument mined = page.Mined;
        html.Add($"<dl class=\"particulars\">");
        WriteParticular(html, "organisation", page.Document.Organisation);
        WriteParticular(html, "year", page.Document.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "");
        if (mined.Document is not null)
        {
            html.Add($"<div><dt>{HtmlPage.Label("genre")}</dt><dd>{Wording.Genre(page.Document.Genre)}</dd></div>");
            html.Add($"<div><dt>{HtmlPage.Label("size")}</dt><dd>{Count("count-tables", page.Document.Tables.Count())}");
            html.Add($" · {Count("count-figures", HtmlCounts.OfFigures(mined).Total)}");
            if (page.Document.Pages > 1)
            {
                html.Add($" · {Count("count-pages", page.Document.Pages)}");
            }

            html.Add($"</dd></div>");
        }

        WriteParticular(html, "file", mined.Path);
        foreach (string path in mined.Paths.Where(path => path != mined.Path))
        {
            WriteParticular(html, "also-at", path);
        }

        if (mined.Error is { } error)
        {
            html.Add($"<div class=\"failed\"><dt>{Wording.Of(mined.Status)}</dt><dd>{error.Message} <small>{error.Code}</small></dd></div>");
        }

        html.Add($"</dl>\n");
    }

    private static void WriteParticular(HtmlWriter html, string label, string value)
    {
        if (value.Length > 0)
        {
            html.Add($"<div><dt>{HtmlPage.Label(label)}</dt><dd lang=\"zh\">{value}</dd></div>");
        }
    }

    /// <summary>
    /// A part that opens on demand. Folded, its markup waits as text inside a script element, so that a report over hundreds of
    /// documents costs the browser nothing until it is read.
    /// </summary>
    private static void WriteFold(HtmlPage page, string label, bool isOpen, bool isFolded, Action<HtmlPage> write)
    {
        HtmlWriter html = page.Html;
        html.Add($"<details class=\"fold\" id=\"{page.Prefix}-{label}\"{(isOpen ? " open" : "")}><summary>{HtmlPage.Label(label)}</summary><div>");
        if (isFolded)
        {
            html.Add($"<script type=\"text/html\">");
            write(page);
            html.Add($"</script>");
        }
        else
        {
            write(page);
        }

        html.Add($"</div></details>\n");
    }

    private static Bilingual Count(string label, int count) =>
        Wording.Fill("report/" + label, "count", count.ToString(CultureInfo.InvariantCulture));
}
