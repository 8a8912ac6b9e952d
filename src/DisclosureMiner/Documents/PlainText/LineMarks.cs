using System.Text.RegularExpressions;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.PlainText;

/// <summary>Signs at the beginning of a line that say what it is, and lines that are no lines of the document.</summary>
internal static partial class LineMarks
{
    /// <summary>The line without white space around it, and without the sign that Markdown puts before headings and items.</summary>
    public static (TextLine Line, LineMarker Marker) Remove(string text, TextLine line)
    {
        (int start, int end) = (line.Start, line.End);
        Trim(text, ref start, ref end);
        int hashes = start;
        while (hashes < end && text[hashes] == '#' && hashes - start < 6)
        {
            hashes++;
        }

        LineMarker marker = LineMarker.None;
        if (hashes > start && hashes < end && text[hashes] == ' ')
        {
            (start, marker) = (hashes, LineMarker.Heading);
        }
        else if (end - start > 2 && text[start] is '-' or '*' or '•' or '·' && text[start + 1] is ' ' or '\u3000')
        {
            (start, marker) = (start + 1, LineMarker.Bullet);
        }

        // **重点** as a whole line is bold print.
        if (end - start > 4 && text.AsSpan(start, end - start).Trim() is ['*', '*', .., '*', '*'] inner && inner[2..^2].IndexOf('*') < 0)
        {
            Trim(text, ref start, ref end);
            (start, end) = (start + 2, end - 2);
        }

        Trim(text, ref start, ref end);
        return (new TextLine(start, end), marker);
    }

    /// <summary>Whether nothing but the number of a page is printed in the line.</summary>
    public static bool IsPageNumber(ReadOnlySpan<char> line) => PageNumber().IsMatch(line);

    [GeneratedRegex(@"^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|Page \d{1,3}(?: of \d{1,3})?)\s*$")]
    private static partial Regex PageNumber();

    private static void Trim(string text, ref int start, ref int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '\ufeff' or '\u200b'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '\u200b'))
        {
            end--;
        }
    }
}
