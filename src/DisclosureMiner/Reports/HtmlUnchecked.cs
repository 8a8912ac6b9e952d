using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>What was not checked, grouped by the reason: figures, numbers of tables, and relations that could not be decided.</summary>
internal static class HtmlUnchecked
{
    public static void Write(HtmlPage page)
    {
        var figures = page.Mined.Figures
            .Where(figure => figure.Role != FigureRole.Other && page.Mined.StandingOf(figure.Id).Verdict == FactVerdict.Unchecked)
            .ToLookup(figure => page.Mined.StandingOf(figure.Id).Reason);
        var cells = page.Mined.Facts
            .Where(fact => fact is { Cell: not null, Printed: not null } && page.Mined.StandingOf(fact.Id).Verdict == FactVerdict.Unchecked)
            .ToLookup(fact => page.Mined.StandingOf(fact.Id).Reason);
        var rulings = page.Mined.Ledger.Where(ruling => !ruling.IsDecided).ToLookup(ruling => ruling.Reason);
        if (figures.Count + cells.Count + rulings.Count == 0)
        {
            page.Html.Add($"<p class=\"hint\">{HtmlPage.Label("nothing-unchecked")}</p>");
            return;
        }

        WriteGroups(page, "unchecked-figures", figures, WriteFigure);
        WriteGroups(page, "unchecked-cells", cells, WriteCell);
        WriteGroups(page, "undecided", rulings, WriteRuling);
    }

    private static void WriteGroups<T>(HtmlPage page, string label, ILookup<string, T> groups, Action<HtmlPage, T> write)
    {
        if (groups.Count == 0)
        {
            return;
        }

        HtmlWriter html = page.Html;
        html.Add($"<h5>{HtmlPage.Label(label)} <small>{groups.Sum(group => group.Count())}</small></h5>\n");
        foreach (IGrouping<string, T> group in groups.OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            Bilingual reason = Wording.Reason(group.Key.Length == 0 ? "not-decided" : group.Key);
            html.Add($"<details class=\"reason\"><summary>{reason} <small>{group.Count()}</small></summary><ul>");
            foreach (T item in group)
            {
                write(page, item);
            }

            html.Add($"</ul></details>\n");
        }
    }

    private static void WriteFigure(HtmlPage page, Figure figure)
    {
        string before = Quotation.Flat(figure.Sentence[Math.Max(0, figure.Start - 24)..figure.Start]);
        string after = Quotation.Flat(figure.Sentence[figure.End..Math.Min(figure.Sentence.Length, figure.End + 12)]);
        page.Html.Add($"<li lang=\"zh\">{before}<a href=\"{page.Href(figure.Id)}\"><b>{figure.Text}</b></a>{after} ");
        page.Html.Add($"<small>{page.Say(places => places.Page(figure.Place) + places.Section(figure.Section, figure.Block))}</small></li>\n");
    }

    private static void WriteCell(HtmlPage page, Fact fact)
    {
        page.Html.Add($"<li lang=\"zh\">{page.Say(places => places.Page(fact.Place) + places.TableName(fact.Table!))} {fact.Label} ");
        page.Html.Add($"<a class=\"num\" href=\"{page.Href(fact.Id)}\"><b>{fact.Text}</b></a></li>\n");
    }

    private static void WriteRuling(HtmlPage page, Ruling ruling)
    {
        page.Html.Add($"<li>");
        page.WriteRules(ruling.Obligation.Rules);
        page.WriteAbout(ruling.Obligation);
        page.Html.Add($" <span class=\"num\" lang=\"zh\">{HtmlFormula.Of(ruling.Obligation)}</span></li>\n");
    }
}
