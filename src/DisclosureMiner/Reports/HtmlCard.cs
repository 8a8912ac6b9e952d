using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>The discrepancies of a document, each as a card: both sides next to each other, the arithmetic, what may have happened.</summary>
internal static class HtmlCard
{
    public static void WriteAll(HtmlPage page)
    {
        HtmlWriter html = page.Html;
        if (page.Mined.Discrepancies.IsEmpty)
        {
            html.Add($"<p class=\"clean\">{HtmlPage.Label("clean")}</p>\n");
            return;
        }

        html.Add($"<section class=\"cards\"><h3>{HtmlPage.Label("discrepancies")} <small>{page.Mined.Discrepancies.Length}</small></h3>\n");
        ILookup<bool, Discrepancy> isDecided = page.Mined.Discrepancies.ToLookup(discrepancy => page.ReviewOf(discrepancy).IsDecided);
        foreach (Discrepancy discrepancy in isDecided[false])
        {
            Write(page, discrepancy);
        }

        if (isDecided[true].Any())
        {
            html.Add($"<details class=\"reviewed\"><summary>{HtmlPage.Label("reviewed")} <small>{isDecided[true].Count()}</small></summary>\n");
            foreach (Discrepancy discrepancy in isDecided[true])
            {
                Write(page, discrepancy);
            }

            html.Add($"</details>\n");
        }

        html.Add($"</section>\n");
    }

    private static void Write(HtmlPage page, Discrepancy discrepancy)
    {
        HtmlWriter html = page.Html;
        string severity = Wording.Kebab(discrepancy.Severity.ToString());
        html.Add($"<section class=\"card {severity}\" id=\"{page.Prefix}-x{discrepancy.Id}\"><h4><span class=\"badge {severity}\">");
        html.Add($"{Wording.Of(discrepancy.Severity)}</span> {discrepancy.Title}<span class=\"by\">");
        page.WriteRules(discrepancy.Ruling.Obligation.Rules);
        html.Add($"</span></h4>\n<p class=\"message\">{discrepancy.Message}</p>\n");
        WriteSides(page, discrepancy);
        WriteArithmetic(page, discrepancy);
        WriteHypotheses(html, discrepancy);
        WriteExplained(page, discrepancy);
        WriteReview(html, page.ReviewOf(discrepancy));
        html.Add($"<p class=\"fingerprint\">{HtmlPage.Label("fingerprint")} <code>{discrepancy.Id}</code></p></section>\n");
    }

    private static void WriteReview(HtmlWriter html, Review review)
    {
        if (review.Last is { } last)
        {
            html.Add($"<p class=\"review\"><b>{review.State.InWords()}</b> ");
            html.Add($"<span>{last.By}</span> <time datetime=\"{last.WhenText}\">{last.WhenText}</time> <q>{last.Because}</q></p>\n");
        }
    }

    private static void WriteSides(HtmlPage page, Discrepancy discrepancy)
    {
        HtmlWriter html = page.Html;
        string culprit = discrepancy.Culprit?.Id ?? "";
        var prose = discrepancy.Evidence.Where(evidence => evidence.Kind != "cell").ToList();
        var cells = discrepancy.Evidence.Where(evidence => evidence.Fact?.Table is not null).Select(evidence => evidence.Fact!).ToList();
        html.Add($"<div class=\"sides{(prose.Count > 0 && cells.Count > 0 ? " both" : "")}\">");
        if (prose.Count > 0)
        {
            html.Add($"<div class=\"side\">");
            foreach (var sentence in prose.GroupBy(evidence => (evidence.Fact?.Source?.Id, evidence.Quote, SentenceOf(evidence, prose))))
            {
                WriteSentence(page, discrepancy, [.. sentence], culprit);
            }

            html.Add($"</div>");
        }

        if (cells.Count > 0)
        {
            html.Add($"<div class=\"side\">");
            foreach (var table in cells.GroupBy(fact => (fact.Source?.Id ?? "", fact.Table!.Number)).OrderBy(group => group.Key))
            {
                HtmlExcerpt.Write(page, [.. table], discrepancy.Culprit);
            }

            html.Add($"</div>");
        }

        html.Add($"</div>\n");
    }

    /// <summary>Where the sentence stands; words at fault share the sentence of the figures around them.</summary>
    private static Place SentenceOf(Evidence evidence, List<Evidence> all) =>
        (evidence.Fact ?? all.Find(other => other.Fact is not null && other.Quote == evidence.Quote)?.Fact)?.Figure?.SentencePlace
        ?? evidence.Place;

    /// <summary>A sentence once, with all that it contributes marked in it.</summary>
    private static void WriteSentence(HtmlPage page, Discrepancy discrepancy, List<Evidence> evidence, string culprit)
    {
        HtmlWriter html = page.Html;
        string sentence = evidence[0].Quote;
        Figure? figure = evidence.Find(item => item.Fact is not null)?.Fact!.Figure;
        Passage? passage = Passages(discrepancy).FirstOrDefault(words => words.Place == evidence[0].Place);
        Bilingual where = figure is not null ? page.Say(places => places.Where(evidence.Find(item => item.Fact is not null)!.Fact!))
            : passage is not null ? page.Say(places => places.Where(passage))
            : page.Say(places => places.Fill("narrative"));

        var marks = new List<HtmlMark>();
        foreach (Evidence item in evidence)
        {
            int start = item.Fact?.Figure?.Start
                ?? Passages(discrepancy).FirstOrDefault(words => words.Place == item.Place)?.Start
                ?? Math.Max(0, sentence.IndexOf(item.Value, StringComparison.Ordinal));
            string colour = item.Fact is null ? "here" : (item.Fact.Id == culprit ? "here " : "part ") + page.ColourOf(item.Fact.Id);
            string anchor = item.Fact is null or { Source: not null } ? "" : page.Href(item.Fact.Id);
            marks.Add(new HtmlMark(start, start + item.Value.Length, colour, anchor));
        }

        html.Add($"<figure><figcaption>{where}</figcaption><blockquote lang=\"zh\">");
        HtmlMark.Write(html, sentence, marks);
        html.Add($"</blockquote></figure>");
    }

    private static ImmutableArray<Passage> Passages(Discrepancy discrepancy) => discrepancy.Ruling.Obligation.Passages;

    private static void WriteArithmetic(HtmlPage page, Discrepancy discrepancy)
    {
        HtmlWriter html = page.Html;
        Ruling ruling = discrepancy.Ruling;
        WordingScale scale = WordingScale.Of(ruling);
        string formula = HtmlFormula.Of(ruling.Obligation);
        if (ruling.Obligation.Outcome is not null)
        {
            // The message has told what words are at fault; only an unfilled place comes with arithmetic of its own.
            if (ruling is not { Value: not null, Obligation.Operands: [_, _] })
            {
                return;
            }

            formula = Formulas.Of(Relation.GrowthFromChange, null, ruling.Obligation.Operands);
        }

        html.Add($"<dl class=\"arithmetic\">");
        if (formula.Length > 0)
        {
            html.Add($"<div class=\"wide\"><dt>{HtmlPage.Label("formula")}</dt><dd class=\"num\" lang=\"zh\">{formula}</dd></div>");
        }

        if (ruling.Obligation.Stated is { } stated)
        {
            html.Add($"<div><dt>{HtmlPage.Label("stated")}</dt><dd class=\"num\">{page.Say(places => places.Value(stated))}</dd></div>");
        }

        if (ruling.Value is not null)
        {
            html.Add($"<div><dt>{HtmlPage.Label("computed")}</dt><dd class=\"num\">{page.Say(places => places.Computed(ruling, scale))}</dd></div>");
        }

        if (ruling.Difference is { } difference and not 0)
        {
            var distance = new Bilingual(scale.Distance(difference, text => text.Zh), scale.Distance(difference, text => text.En));
            html.Add($"<div><dt>{HtmlPage.Label("difference")}</dt><dd class=\"num\">{distance}</dd></div>");
        }

        if (ruling.Computed is { IsPoint: false } computed)
        {
            html.Add($"<div><dt>{HtmlPage.Label("range")}</dt><dd class=\"num\">{HtmlLedger.Range(computed, scale)}</dd></div>");
        }

        // A hypothesis, where there is one, names it too.
        if (discrepancy is { Repair: { } repair, Culprit: { Printed: { } printed } culprit, Hypotheses.IsEmpty: true })
        {
            WordingScale own = WordingScale.Of(printed).For(repair);
            html.Add($"<div><dt>{HtmlPage.Label("fits")}</dt><dd class=\"num\">{page.Say(places => places.Shown(repair, own, culprit))}</dd></div>");
        }

        if (discrepancy.Culprit?.Printed is not null)
        {
            html.Add($"<div><dt>{HtmlPage.Label("certainty")}</dt><dd>{Wording.Of(discrepancy.Certainty)}</dd></div>");
        }

        html.Add($"</dl>\n");
    }

    private static void WriteHypotheses(HtmlWriter html, Discrepancy discrepancy)
    {
        if (discrepancy.Hypotheses.IsEmpty)
        {
            return;
        }

        html.Add($"<div class=\"hypotheses\"><b>{HtmlPage.Label("hypotheses")}</b><ul>");
        foreach (Explanation hypothesis in discrepancy.Hypotheses)
        {
            html.Add($"<li>{hypothesis.Text}</li>");
        }

        html.Add($"</ul></div>\n");
    }

    private static void WriteExplained(HtmlPage page, Discrepancy discrepancy)
    {
        var others = discrepancy.Caused.Where(id => id != discrepancy.Ruling.Obligation.Id)
            .Select(id => page.Obligations.GetValueOrDefault(id)).OfType<Ruling>().ToList();
        if (others.Count == 0)
        {
            return;
        }

        HtmlWriter html = page.Html;
        html.Add($"<details class=\"explained\"><summary>{HtmlPage.Label("explained")} <small>{others.Count}</small></summary><ul>");
        foreach (Ruling ruling in others)
        {
            html.Add($"<li>");
            page.WriteRules(ruling.Obligation.Rules);
            page.WriteAbout(ruling.Obligation);
            html.Add($" <span class=\"num\" lang=\"zh\">{HtmlFormula.Of(ruling.Obligation)}</span> <small>{Wording.Of(ruling.Verdict)}</small></li>");
        }

        html.Add($"</ul></details>\n");
    }
}
