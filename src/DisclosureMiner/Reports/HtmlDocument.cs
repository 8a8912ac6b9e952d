using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>One document: what it is, what became of its numbers, its discrepancies, and all that was read and checked.</summary>
internal static class HtmlDocument
{
    /// <summary>All of it.</summary>
    public static void WriteWhole(HtmlPage page)
    {
        MinedDocument mined = page.Mined;
        WriteHead(page, isOpen: true);
        if (mined.Document is not null)
        {
            WriteBars(page);
            HtmlLedger.WriteFamilies(page);
            HtmlCard.WriteAll(page);
            WriteFold(page, "narrative", true, HtmlNarrative.Write);
            WriteFold(page, "tables", false, HtmlTable.WriteAll);
            WriteFold(page, "unchecked", false, HtmlUnchecked.Write);
            WriteFold(page, "ledger", false, HtmlLedger.WriteAll);
        }

        page.Html.Add($"</details></article>\n");
    }

    /// <summary>Its discrepancies, among those of others; the rest stands on its own page.</summary>
    public static void WriteDiscrepancies(HtmlPage page, bool isOpen)
    {
        WriteHead(page, isOpen);
        WriteBars(page);
        page.Html.Add($"<p class=\"to-page\"><a href=\"{page.FullPage}\">{HtmlPage.Label("to-page")} →</a></p>\n");
        HtmlCard.WriteAll(page);
        page.Html.Add($"</details></article>\n");
    }

    private static void WriteHead(HtmlPage page, bool isOpen)
    {
        HtmlWriter html = page.Html;
        MinedDocument mined = page.Mined;
        string title = page.Document.Title.Length > 0 ? page.Document.Title : mined.Path[(mined.Path.LastIndexOf('/') + 1)..];
        html.Add($"<article class=\"doc\" id=\"{page.Prefix}\"><details{(isOpen ? " open" : "")}>");
        html.Add($"<summary><h2 lang=\"zh\">{title}</h2>\n<span class=\"totals\">");
        if (mined.Status == MiningStatus.Mined)
        {
            ILookup<bool, Severity> severities = mined.Discrepancies
                .ToLookup(discrepancy => page.ReviewOf(discrepancy).IsDecided, discrepancy => discrepancy.Severity);
            HtmlOverview.WriteBadges(html, Counts<Severity>.Of(severities[false]), severities[true].Count());
        }
        else
        {
            html.Add($"<span class=\"badge status\">{Wording.Of(mined.Status)}</span>");
        }

        html.Add($"</span></summary>\n");
        WriteParticulars(page);
    }

    private static void WriteBars(HtmlPage page)
    {
        page.Html.Add($"<div class=\"bars\">\n");
        HtmlCounts.OfFigures(page.Mined).Write(page.Html, HtmlPage.Label("figures"));
        HtmlCounts.OfCells(page.Mined).Write(page.Html, HtmlPage.Label("cells"));
        page.Html.Add($"</div>\n");
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
            if (mined.Form is { } form)
            {
                Cleanness cleanness = Cleanness.Of(mined);
                html.Add($"<div><dt>{HtmlPage.Label("form")}</dt><dd>{form.Name} <small>{form.Reason}</small></dd></div>");
                html.Add($"<div><dt>{HtmlPage.Label("cleanness")}</dt><dd>{Wording.Of(cleanness.Verdict)}");
                if (!cleanness.Missing.IsEmpty)
                {
                    html.Add($" <small>{HtmlPage.Label("core-missing")}{string.Join(' ', cleanness.Missing)}</small>");
                }

                html.Add($"</dd></div>");
            }

            html.Add($"<div><dt>{HtmlPage.Label("size")}</dt><dd>{Count("count-tables", page.Document.Tables.Count())}");
            html.Add($" · {Count("count-figures", HtmlCounts.OfFigures(mined).Counts.Total)}");
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

    /// <summary>A part that opens on demand.</summary>
    private static void WriteFold(HtmlPage page, string label, bool isOpen, Action<HtmlPage> write)
    {
        HtmlWriter html = page.Html;
        html.Add($"<details class=\"fold\" id=\"{page.Prefix}-{label}\"{(isOpen ? " open" : "")}><summary>{HtmlPage.Label(label)}</summary><div>");
        write(page);
        html.Add($"</div></details>\n");
    }

    private static Bilingual Count(string label, int count) =>
        Wording.Fill("report/" + label, "count", count.ToString(CultureInfo.InvariantCulture));
}
