using System.Text;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Tells pages that stand in for a document, with the status of success, from documents.</summary>
internal static class PageJudgement
{
    // A page that only sends scripts shows no more than a word of waiting; a page of an error, a few lines.
    private const int Nothing = 30;
    private const int Little = 600;

    /// <summary>What kind of stand-in a page is, one of <see cref="CrawlReason"/>, with what shows it; null for a real one.</summary>
    public static (string Reason, string Detail)? Of(ListedPage page, CrawlWords words)
    {
        string title = page.Title;
        if (words.ErrorTitles.FirstOrDefault(pattern => pattern.IsMatch(title)) is not null)
        {
            return (CrawlReason.ErrorPage, $"its title is '{title}'");
        }

        // What leads to files is a document, however little it says itself.
        string text = Bare(page.Text);
        bool isLittle = text.Length <= Little && !page.Links.Any(link => LinkChoice.IsFile(link, words.Extensions));
        string said = Bare(title) + (isLittle ? text + Bare(page.ScriptlessText) : "");
        if (words.ChallengePhrases.FirstOrDefault(phrase => said.Contains(Bare(phrase), StringComparison.OrdinalIgnoreCase)) is { } challenge)
        {
            return (CrawlReason.Challenge, $"it says '{challenge}'");
        }

        if (text.Length <= Nothing && page.HasScripts && page.Links.IsEmpty)
        {
            return (CrawlReason.Challenge, "it holds scripts and nothing to read");
        }

        return isLittle && words.ErrorPhrases.FirstOrDefault(phrase => text.Contains(Bare(phrase), StringComparison.OrdinalIgnoreCase)) is { } error
            ? (CrawlReason.ErrorPage, $"it says '{error}'")
            : null;
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = char.IsWhiteSpace(c) ? bare : bare.Append(c);
        }

        return bare.ToString();
    }
}
