using DisclosureMiner.Checks;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>
/// Writes <c>report.html</c>: one self-contained page over all given documents, in both languages, that opens without a server
/// and needs no network. The same documents give the same bytes.
/// </summary>
public static class HtmlReport
{
    // A browser shows a handful of documents at once; of many, the long parts are kept folded up as text until they are opened.
    private const int MostUnfolded = 8;

    /// <summary>Writes the report.</summary>
    /// <param name="documents">
    /// In the order in which they are to stand. Of several, all are asked for twice, one at a time, and none is kept.
    /// </param>
    /// <param name="language">The language that shows first: <c>zh</c> or <c>en</c>.</param>
    /// <param name="writer">UTF-8; left open.</param>
    /// <param name="rules">The catalogue, to explain the rules that occur; null to leave the explanations out.</param>
    public static void Write(IEnumerable<MinedDocument> documents, string language, TextWriter writer, RuleBook? rules = null)
    {
        if (language is not ("zh" or "en"))
        {
            throw new ArgumentException("The language is zh or en.", nameof(language));
        }

        var html = new HtmlWriter(writer);
        HtmlPage? alone = null;
        var overview = new HtmlOverview();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (HtmlPage page in Pages())
        {
            alone = overview.Count == 0 ? page : null;
            overview.Add(page);
            used.UnionWith(page.Mined.Ledger.SelectMany(ruling => ruling.Obligation.Rules));
        }

        Bilingual title = HtmlPage.Label("title");
        string shown = language == "en" ? title.En : title.Zh;

        html.Add($"<!DOCTYPE html>\n<html lang=\"{language}\" data-lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{shown}</title>\n<style>\n");
        html.Raw(Embedded("report.css"));
        html.Add($"</style>\n</head>\n<body>\n<header class=\"top\"><div><h1>{title}</h1><p>{HtmlPage.Label("subtitle")}</p></div>\n");
        html.Add($"<p class=\"switch\"><button type=\"button\" data-set=\"zh\" lang=\"zh\">中文</button>");
        html.Add($"<button type=\"button\" data-set=\"en\" lang=\"en\">English</button></p></header>\n");
        html.Add($"<noscript><p class=\"hint\">{HtmlPage.Label("script-needed")}</p></noscript>\n<main>\n");

        if (alone is not null)
        {
            HtmlDocument.Write(alone, isAlone: true, isFolded: false);
        }
        else
        {
            overview.Write(html);
            foreach (HtmlPage page in Pages())
            {
                HtmlDocument.Write(page, isAlone: false, isFolded: overview.Count > MostUnfolded);
            }
        }

        if (rules is not null)
        {
            HtmlRules.Write(html, rules, used);
        }

        html.Add($"</main>\n<div id=\"tip\" role=\"tooltip\" hidden></div>\n<script>\n");
        html.Raw(Embedded("report.js"));
        html.Add($"</script>\n</body>\n</html>\n");

        IEnumerable<HtmlPage> Pages() => documents.Select((document, i) => new HtmlPage(html, document, i + 1, language, rules));
    }

    private static string Embedded(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not part of the library.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
