using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Html;

/// <summary>
/// Programs that take pages over from print leave its lines as lines of the source: numbers that a narrow column broke, and headings at
/// the end of the paragraph before them.
/// </summary>
internal static partial class PrintedLines
{
    /// <summary>The text of a cell, numbers put together that line ends broke.</summary>
    /// <param name="text">The text, a space for each line end.</param>
    /// <param name="lineEnds">The indexes of what stands first behind a line end.</param>
    public static PlacedText Mend(PlacedText text, ImmutableArray<int> lineEnds)
    {
        var pieces = new List<PlacedText>();
        int last = 0;
        for (int i = 0; i < lineEnds.Length; i++)
        {
            // The longest run of pieces from here on that make one number.
            for (int end = lineEnds.Length - 1; end >= i; end--)
            {
                if (IsOne(text.Text, lineEnds[i..(end + 1)]))
                {
                    foreach (int at in lineEnds[i..(end + 1)])
                    {
                        pieces.Add(text.Slice(last, at - 1));
                        last = at;
                    }

                    i = end;
                    break;
                }
            }
        }

        return last == 0 ? text : PlacedText.Concat([.. pieces, text.Slice(last, text.Length)]);
    }

    /// <summary>The paragraph, and the heading that stands at its end on a line of its own.</summary>
    public static IEnumerable<PlacedText> Split(PlacedText text, ImmutableArray<int> lineEnds)
    {
        if (lineEnds.IsEmpty)
        {
            return [text];
        }

        int at = lineEnds[^1];
        PlacedText above = text.Slice(0, at).Trim(), last = text.Slice(at, text.Length).Trim();
        Enumerator enumerator = Enumerator.Read(last.Text);
        bool isHeading = above.Length > 0 && last.Length > 0 && Lines.IsHeading(last.Text, enumerator)
            && (Lines.EndsSentence(above.Text) || (!enumerator.IsNone && enumerator.Level <= 4 && !Lines.HasClause(above.Text)));
        return isHeading ? [above, last] : [text];
    }

    // Two amounts one above the other are two. One is broken when a piece of it is no number, or lacks the last of two decimals.
    private static bool IsOne(string text, ImmutableArray<int> lineEnds)
    {
        if (lineEnds.Any(at => at == 0 || text[at - 1] != ' '))
        {
            return false;
        }

        var pieces = new List<string> { Before().Match(text[..(lineEnds[0] - 1)]).Value };
        for (int i = 0; i < lineEnds.Length; i++)
        {
            int end = i + 1 < lineEnds.Length ? lineEnds[i + 1] - 1 : text.Length;
            Match piece = After().Match(text, lineEnds[i], end - lineEnds[i]);
            if (!piece.Success || (i + 1 < lineEnds.Length && piece.Length < end - lineEnds[i]))
            {
                return false;
            }

            pieces.Add(piece.Value);
        }

        string whole = string.Concat(pieces);
        bool lacksDecimal = OneDecimal().IsMatch(pieces[^2]) && pieces[^1].TrimEnd('%', ')').Length == 1;
        return pieces[0].Length > 0
            && (Grouped().IsMatch(whole) || TwoDecimals().IsMatch(whole))
            && (lacksDecimal || pieces.Exists(piece => !Number().IsMatch(piece)));
    }

    [GeneratedRegex(@"[-(]?[\d,.]+$")]
    private static partial Regex Before();

    [GeneratedRegex(@"\G[\d,.]+[%)]?(?![\d,.])")]
    private static partial Regex After();

    [GeneratedRegex(@"^[-(]?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?[%)]?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[-(]?\d+\.\d{2}[%)]?$")]
    private static partial Regex TwoDecimals();

    [GeneratedRegex(@"^[-(]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%)]?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\.\d$")]
    private static partial Regex OneDecimal();
}
