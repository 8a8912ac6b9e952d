using System.Globalization;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>What became of a set of numbers, and the bar that shows it.</summary>
internal sealed record HtmlCounts(Counts<FactVerdict> Counts)
{
    /// <summary>The figures that state a quantity; years, dates and codes are none.</summary>
    public static HtmlCounts OfFigures(MinedDocument mined) =>
        Of(mined, mined.Figures.Where(figure => figure.Role != FigureRole.Other).Select(figure => figure.Id));

    /// <summary>The cells that hold a number.</summary>
    public static HtmlCounts OfCells(MinedDocument mined) =>
        Of(mined, mined.Facts.Where(fact => fact is { Cell: not null, Printed: not null }).Select(fact => fact.Id));

    /// <summary>A part of a whole in percent with one decimal: <c>97.3%</c>.</summary>
    public static string Percent(int part, int whole) =>
        whole == 0 ? "–" : (100m * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>The bar alone.</summary>
    public void WriteBar(HtmlWriter html)
    {
        html.Add($"<span class=\"bar\">");
        foreach (FactVerdict verdict in Counts.Occurring)
        {
            html.Add($"<i class=\"{HtmlPage.Colour(verdict)}\" style=\"flex:{Counts[verdict]}\"></i>");
        }

        html.Add($"</span>");
    }

    /// <summary>The bar with its name before it and the counts below.</summary>
    public void Write(HtmlWriter html, Checks.Bilingual name)
    {
        html.Add($"<div class=\"counts\"><p class=\"counts-name\">{name} <b>{Counts.Total}</b></p>");
        WriteBar(html);
        html.Add($"<p class=\"key\">");
        foreach (FactVerdict verdict in Enum.GetValues<FactVerdict>())
        {
            html.Add($"<span><i class=\"dot {HtmlPage.Colour(verdict)}\"></i>{Wording.Of(verdict)} <b>{Counts[verdict]}</b> ");
            html.Add($"<small>{Percent(Counts[verdict], Counts.Total)}</small></span> ");
        }

        html.Add($"</p></div>\n");
    }

    private static HtmlCounts Of(MinedDocument mined, IEnumerable<string> ids) =>
        new(Counts<FactVerdict>.Of(ids.Select(id => mined.StandingOf(id).Verdict)));
}
