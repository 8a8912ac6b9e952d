using System.Text.RegularExpressions;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Which links are meant. A link fits when it fits all that is stated; a rule that states nothing fits every link.</summary>
/// <param name="Url">A pattern found in the address.</param>
/// <param name="Text">A pattern found in the text of the link, or in its title.</param>
/// <param name="Within">A CSS selector: the link is such an element or stands in one.</param>
/// <param name="Limit">How many pages this rule leads to at most in one crawl.</param>
public sealed record LinkRule(Regex? Url, Regex? Text, string? Within, int Limit = LinkRule.UsualLimit)
{
    /// <summary>The limit of a rule that states none.</summary>
    public const int UsualLimit = 50;

    /// <summary>A pattern of a rule. It takes linear time whatever a page holds, which leaves out looking ahead and back-references.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It has a part that would not take linear time.</exception>
    public static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    internal bool Fits(PageLink link) =>
        (Url is null || Url.IsMatch(link.Address.AbsoluteUri) || Url.IsMatch(Uri.UnescapeDataString(link.Address.AbsoluteUri)))
        && (Text is null || Text.IsMatch(link.Text))
        && (Within is null || link.IsWithin(Within));
}
