using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>The ledger: counts and share decided for each kind of rule, and every relation with its verdict.</summary>
internal static class HtmlLedger
{
    public static void WriteFamilies(HtmlPage page)
    {
        HtmlWriter html = page.Html;
        if (page.Mined.Ledger.IsEmpty)
        {
            return;
        }

        html.Add($"<div class=\"scroll\"><table class=\"families\"><thead><tr><th>{HtmlPage.Label("family")}</th>");
        html.Add($"<th class=\"r\">{HtmlPage.Label("relations")}</th>");
        foreach (string head in (string[])["holding", "rounding", "edge", "broken", "open", "decided"])
        {
            html.Add($"<th class=\"r\">{HtmlPage.Label(head)}</th>");
        }

        html.Add($"</tr></thead><tbody>\n");
        foreach (var family in page.Mined.Ledger.GroupBy(ruling => Wording.FamilyOf(ruling.Obligation.Rule)).OrderBy(group => group.Key, FamilyShare.Order))
        {
            html.Add($"<tr><td>{Wording.Family(family.Key)}</td>");
            WriteCounts(html, [.. family]);
        }

        html.Add($"</tbody><tfoot><tr><td>{HtmlPage.Label("total")}</td>");
        WriteCounts(html, page.Mined.Ledger);
        html.Add($"</tfoot></table></div>\n");
    }

    public static void WriteAll(HtmlPage page)
    {
        HtmlWriter html = page.Html;
        html.Add($"<div class=\"scroll\"><table class=\"ledger\"><thead><tr><th></th>");
        html.Add($"<th>{HtmlPage.Label("rule")}</th><th>{HtmlPage.Label("verdict")}</th>");
        html.Add($"<th>{HtmlPage.Label("about")}</th><th>{HtmlPage.Label("formula")}</th><th class=\"r\">{HtmlPage.Label("computed")}</th>");
        html.Add($"<th>{HtmlPage.Label("reason")}</th></tr></thead><tbody>\n");
        foreach (Ruling ruling in page.Mined.Ledger)
        {
            Obligation obligation = ruling.Obligation;
            WordingScale scale = WordingScale.Of(ruling);
            html.Add($"<tr id=\"{page.Prefix}-{obligation.Id}\" class=\"{HtmlPage.Colour(ruling.Verdict)}\"");
            html.Add($" data-f=\"{string.Join(' ', obligation.Facts.Where(fact => fact.Source is null).Select(fact => fact.Id).Distinct(StringComparer.Ordinal))}\">");
            html.Add($"<td><code>{obligation.Id}</code></td><td class=\"rules\">");
            page.WriteRules(obligation.Rules);
            html.Add($"</td><td>{Wording.Of(ruling.Verdict)}</td><td>");
            page.WriteAbout(obligation);
            html.Add($"</td><td class=\"num\" lang=\"zh\">{HtmlFormula.Of(obligation)}</td>");
            html.Add($"<td class=\"num r\">{(ruling.Value is { } value ? scale.Show(value) : "")}</td><td>");
            if (ruling.Reason.Length > 0)
            {
                html.Add($"{Wording.Reason(ruling.Reason)}");
            }
            else if (obligation.Outcome is { Holds: false } outcome)
            {
                html.Add($"{outcome.What}");
            }

            html.Add($"</td></tr>\n");
        }

        html.Add($"</tbody></table></div>\n");
    }

    /// <summary>An interval with one digit more than the printed numbers have, rounded outward.</summary>
    public static Bilingual Range(Interval interval, WordingScale scale)
    {
        WordingScale finer = scale with { Decimals = scale.Decimals + 1 };
        string low = interval.Low is { } from ? finer.Show(finer.Down(from)) : "";
        string high = interval.High is { } to ? finer.Show(-finer.Down(-to)) : "";
        string label = low.Length == 0 ? "range-to" : high.Length == 0 ? "range-from" : "range-from-to";
        return Wording.Fill("report/" + label, new Dictionary<string, string>(StringComparer.Ordinal) { ["low"] = low, ["high"] = high });
    }

    private static void WriteCounts(HtmlWriter html, IReadOnlyList<Ruling> rulings)
    {
        int open = rulings.Count(ruling => !ruling.IsDecided);
        int broken = rulings.Count(ruling => ruling.IsBroken);
        html.Add($"<td class=\"r\">{rulings.Count}</td>");
        html.Add($"<td class=\"r\">{rulings.Count(ruling => ruling.Verdict == Verdict.Exact)}</td>");
        html.Add($"<td class=\"r\">{rulings.Count(ruling => ruling.Verdict == Verdict.Rounding)}</td>");
        html.Add($"<td class=\"r\">{rulings.Count(ruling => ruling.Verdict is Verdict.CutOrPlug or Verdict.UnlikelyRounding)}</td>");
        bool grave = rulings.Any(ruling => ruling.IsBroken && ruling.Obligation.Severity != Severity.Note);
        html.Add($"<td class=\"r{(grave ? " is-error" : "")}\">{broken}</td><td class=\"r\">{open}</td>");
        html.Add($"<td class=\"r\">{HtmlCounts.Percent(rulings.Count - open, rulings.Count)}</td></tr>\n");
    }
}
