namespace DisclosureMiner.Documents.Outlines;

/// <summary>Recognises the notes under a table: 备注：…, 注：…, 说明：….</summary>
internal static class TableNotes
{
    /// <summary>Whether the line opens a note.</summary>
    public static bool IsNote(string text, ReadingWords words)
    {
        string label = Folding.Label(text.Length > 24 ? text[..24] : text).ToLowerInvariant();
        if (words.Start("note-heads", label) is not { } head || label.Length <= head.Length)
        {
            return false;
        }

        char next = label[head.Length];
        return next is ':' or '.' or '、' || (char.IsAsciiDigit(next) && label.Length > head.Length + 1 && label[head.Length + 1] is ':' or '.' or '、');
    }

    /// <summary>Whether the note numbers its points, so that numbered lines after it belong to it.</summary>
    public static bool IsNumbered(string text)
    {
        int colon = text.AsSpan().IndexOfAny('：', ':');
        return colon >= 0 && (colon == text.Length - 1 || !Enumerator.Read(text[(colon + 1)..].TrimStart()).IsNone);
    }
}
