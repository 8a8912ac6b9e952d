using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DisclosureMiner.Documents.Html;

/// <summary>
/// What styles say that matters to reading: what is hidden and how far a cell is indented. Inline styles are understood, and rules for a
/// class or a name in the page's own style sheets, as office programs write them.
/// </summary>
internal sealed partial class PageStyles
{
    private readonly Dictionary<string, string> _rules;

    /// <summary>The styles of a page.</summary>
    /// <param name="sheets">The contents of its style elements.</param>
    public PageStyles(IEnumerable<string> sheets)
    {
        var declarations = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (string sheet in sheets)
        {
            // Rules for print or small screens say nothing of the page as it is published.
            foreach (Match rule in Rules().Matches(Groups().Replace(Comments().Replace(sheet, ""), "")))
            {
                foreach (string selector in rule.Groups["selectors"].Value.Split(','))
                {
                    if (SimpleSelector().Match(selector.Trim()) is { Success: true } simple)
                    {
                        string key = simple.Groups["key"].Value;
                        declarations.TryAdd(key, new StringBuilder());
                        declarations[key].Append(';').Append(rule.Groups["declarations"].ValueSpan);
                    }
                }
            }
        }

        _rules = declarations.ToDictionary(rule => rule.Key, rule => rule.Value.ToString(), StringComparer.Ordinal);
    }

    /// <summary>Whether the element is not shown.</summary>
    public bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (Of(element) is { Length: > 0 } style && (
            Last(style, "display") == "none" || Last(style, "visibility") is "hidden" or "collapse" || Last(style, "mso-hide") == "all"));

    /// <summary>Whether the element keeps white space and line ends as they are written.</summary>
    public bool KeepsLines(IElement element) =>
        element.LocalName == "pre" || (Of(element) is { Length: > 0 } style && Last(style, "white-space").StartsWith("pre", StringComparison.Ordinal));

    /// <summary>How far the style indents the first line, in half-width columns.</summary>
    public int Indent(IElement element)
    {
        string style = Of(element);
        if (style.Length == 0)
        {
            return 0;
        }

        if (CharacterIndent().Match(style) is { Success: true } counted)
        {
            return 2 * int.Parse(counted.Groups["count"].Value, CultureInfo.InvariantCulture);
        }

        decimal columns = Lengths().Matches(style).Sum(length => Columns(length.Groups["size"].Value, length.Groups["unit"].Value));
        return (int)Math.Clamp(Math.Round(columns), 0, 80);
    }

    private static string Last(string style, string name) =>
        Declarations().Matches(style).LastOrDefault(found => found.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?.Groups["value"].Value.ToLowerInvariant() ?? "";

    // A character of body text is 12 points or 16 pixels wide, and two columns.
    private static decimal Columns(string size, string unit)
    {
        decimal value = decimal.Parse(size, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return unit.ToLowerInvariant() switch
        {
            "em" or "rem" => 2 * value,
            "px" => value / 8,
            "in" => 12 * value,
            "cm" => 4.7m * value,
            "mm" => 0.47m * value,
            _ => value / 6,
        };
    }

    private string Of(IElement element)
    {
        string style = element.GetAttribute("style") ?? "";
        if (_rules.Count == 0)
        {
            return style;
        }

        // Later declarations win, and inline ones are the last; a rule's own weight is not reckoned with.
        foreach (string name in element.ClassList)
        {
            style = _rules.GetValueOrDefault("." + name) + ";" + style;
        }

        return element.Id is { } id ? _rules.GetValueOrDefault("#" + id) + ";" + style : style;
    }

    [GeneratedRegex(@"/\*.*?\*/|<!--|-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"@(?:media|supports|font-face|page)[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")]
    private static partial Regex Groups();

    [GeneratedRegex(@"(?<selectors>[^{}@;]+)\{(?<declarations>[^{}]*)\}")]
    private static partial Regex Rules();

    [GeneratedRegex(@"^[a-zA-Z]*(?<key>[.#][\w-]+)$")]
    private static partial Regex SimpleSelector();

    [GeneratedRegex(@"(?<![\w-])(?<name>display|visibility|mso-hide|white-space)\s*:\s*(?<value>[\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"mso-char-indent-count\s*:\s*(?<count>\d{1,2})(?:\.\d+)?(?![\d])", RegexOptions.IgnoreCase)]
    private static partial Regex CharacterIndent();

    [GeneratedRegex(@"(?<![\w-])(?:text-indent|padding-left|margin-left)\s*:\s*(?<size>-?(?:\d{1,4}(?:\.\d{1,4})?|\.\d{1,4}))(?<unit>pt|px|em|rem|in|cm|mm)", RegexOptions.IgnoreCase)]
    private static partial Regex Lengths();
}
