using DisclosureMiner.Checks;

namespace DisclosureMiner.Reports;

/// <summary>The explanations of the rules that occur in the report, for its links to lead to.</summary>
internal static class HtmlRules
{
    public static void Write(HtmlWriter html, RuleBook rules, HashSet<string> used)
    {
        html.Add($"<section class=\"rule-book\"><details id=\"rules\"><summary><h2>{HtmlPage.Label("rule-book")}</h2></summary><dl>\n");
        foreach (Rule rule in rules.Rules.Where(rule => used.Contains(rule.Id)))
        {
            html.Add($"<div id=\"rule-{rule.Id}\"><dt><span class=\"rule\">{rule.Id}</span> {rule.Title}</dt><dd>{rule.Explanation}");
            html.Add($"<br><span class=\"num\" lang=\"zh\">{rule.Formula}</span>");
            foreach (string example in rule.Examples)
            {
                html.Add($"<br><small>{HtmlPage.Label("example")}{example}</small>");
            }

            html.Add($"</dd></div>\n");
        }

        html.Add($"</dl></details></section>\n");
    }
}
