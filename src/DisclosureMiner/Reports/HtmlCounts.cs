using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>What became of a set of numbers, and the bar that shows it.</summary>
internal sealed record HtmlCounts(int Verified, int Rounding, int Contradicted, int Unchecked)
{
    public int Total => Verified + Rounding + Contradicted + Unchecked;

    /// <summary>The figures that state a quantity; years, dates and codes are none.</summary>
    public static HtmlCounts OfFigures(MinedDocument mined) =>
        Of(mined, mined.Figures.Where(figure => figure.Role != FigureRole.Other).Select(figure => figure.Id));

    /// <summary>The cells that hold a number.</summary>
    public static HtmlCounts OfCells(MinedDocument mined) =>
        Of(mined, mined.Facts.Where(fact => fact is { Cell: not null, Printed: not null }).Select(fact => fact.Id));

    /// <summary>How many discrepancies there are of one severity.</summary>
    public static int Of(MinedDocument mined, Severity severity) => mined.Discrepancies.Count(discrepancy => discrepancy.Severity == severity);

    /// <summary>A part of a whole in percent with one decimal: <c>97.3%</c>.</summary>
    public static string Percent(int part, int whole) =>
        whole == 0 ? "–" : (100m * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>The bar alone.</summary>
    public void WriteBar(HtmlWriter html)
    {
        html.Add($"<span class=\"bar\">");
        foreach ((FactVerdict verdict, int count) in Parts())
        {
            if (count > 0)
            {
                html.Add($"<i class=\"{HtmlPage.Colour(verdict)}\" style=\"flex:{count}\"></i>");
            }
        }

        html.Add($"</span>");
    }

    /// <summary>The bar with its name before it and the counts below.</summary>
    public void Write(HtmlWriter html, Bilingual name)
    {
        html.Add($"<div class=\"counts\"><p class=\"counts-name\">{name} <b>{Total}</b></p>");
        WriteBar(html);
        html.Add($"<p class=\"key\">");
        foreach ((FactVerdict verdict, int count) in Parts())
        {
            html.Add($"<span><i class=\"dot {HtmlPage.Colour(verdict)}\"></i>{Wording.Of(verdict)} <b>{count}</b> ");
            html.Add($"<small>{Percent(count, Total)}</small></span> ");
        }

        html.Add($"</p></div>\n");
    }

    private static HtmlCounts Of(MinedDocument mined, IEnumerable<string> ids)
    {
        var counts = ids.CountBy(id => mined.StandingOf(id).Verdict).ToDictionary();
        return new HtmlCounts(
            counts.GetValueOrDefault(FactVerdict.Verified),
            counts.GetValueOrDefault(FactVerdict.Rounding),
            counts.GetValueOrDefault(FactVerdict.Contradicted),
            counts.GetValueOrDefault(FactVerdict.Unchecked));
    }

    private (FactVerdict Verdict, int Count)[] Parts() =>
    [
        (FactVerdict.Verified, Verified), (FactVerdict.Rounding, Rounding),
        (FactVerdict.Contradicted, Contradicted), (FactVerdict.Unchecked, Unchecked),
    ];
}
