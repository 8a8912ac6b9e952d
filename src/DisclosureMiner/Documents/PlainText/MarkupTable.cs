using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.PlainText;

/// <summary>Finds where a <c>&lt;table&gt;</c> stands in the middle of a plain text.</summary>
internal static partial class MarkupTable
{
    /// <summary>The offset of the next table's opening tag in the line, or -1.</summary>
    public static int OpeningIn(string text, TextLine line)
    {
        int at = text.IndexOf("<table", line.Start, line.End - line.Start, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && text.IndexOf('>', at) >= 0 ? at : -1;
    }

    /// <summary>
    /// The offset behind the closing tag of the table that opens at <paramref name="start"/>; behind its last row, or at the end of the
    /// text, when it has none.
    /// </summary>
    public static int End(string text, int start)
    {
        int open = 0, lastRow = text.Length;
        foreach (ValueMatch tag in Tags().EnumerateMatches(text, start))
        {
            ReadOnlySpan<char> name = text.AsSpan(tag.Index, tag.Length);
            int end = tag.Index + tag.Length;
            if (name.StartsWith("</tr", StringComparison.OrdinalIgnoreCase))
            {
                lastRow = end;
            }
            else if (name[1] != '/')
            {
                open++;
            }
            else if (--open == 0)
            {
                return end;
            }
        }

        return lastRow;
    }

    [GeneratedRegex(@"</?table\b[^<>]*>|</tr\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();
}
