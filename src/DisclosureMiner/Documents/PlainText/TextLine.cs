namespace DisclosureMiner.Documents.PlainText;

/// <summary>A line of the decoded text, without its line end.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset behind the last character.</param>
internal readonly record struct TextLine(int Start, int End)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);

    public bool IsBlank(string text) => In(text).IsWhiteSpace();

    /// <summary>Cuts a text at its line ends: CR LF, LF, CR, form feed and the Unicode separators.</summary>
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029'))
            {
                continue;
            }

            lines.Add(new TextLine(start, i));
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }

            start = i + 1;
        }

        lines.Add(new TextLine(start, text.Length));
        return lines;
    }
}
