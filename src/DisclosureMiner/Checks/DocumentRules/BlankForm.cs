using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>Tells a blank form (all placeholders, for others to fill in) from a disclosure.</summary>
internal static partial class BlankForm
{
    // A disclosure of which a page was forgotten has fewer, and far more numbers beside them.
    private const int FewestUnfilled = 10;

    /// <summary>Whether the document is a form rather than a disclosure: most of its prose waits for numbers.</summary>
    public static bool Is(Document document, Vocabulary words)
    {
        int unfilled = 0, filled = 0;
        foreach (Paragraph paragraph in document.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Body))
        {
            string text = Folding.Label(paragraph.Content.Text);
            unfilled += Placeholders.Find(text, words).Count(place => place.IsNumber);
            filled += Quantity().Count(text);
        }

        return unfilled >= FewestUnfilled && unfilled > 2 * filled;
    }

    [GeneratedRegex("[0-9](?:%|[万亿]?元)")]
    private static partial Regex Quantity();
}
