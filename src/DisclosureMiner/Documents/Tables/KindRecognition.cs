using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Tables;

/// <summary>Tells which kind of table the pipeline would call this: by the title, then by the heading, then by heads and lines.</summary>
internal static class KindRecognition
{
    /// <summary>The kind's id, or <c>other</c>.</summary>
    /// <param name="title">The table's title.</param>
    /// <param name="heading">The innermost heading above it, or empty.</param>
    /// <param name="document">The document's title.</param>
    /// <param name="genre">The document's genre.</param>
    /// <param name="heads">Header paths joined by <c>/</c>.</param>
    /// <param name="labels">Labels of all lines.</param>
    /// <param name="kinds">The kinds, the first that fits counts.</param>
    public static string Of(
        string title, string heading, string document, string genre, IReadOnlyList<string> heads, IReadOnlyList<string> labels, ImmutableArray<TableKind> kinds)
    {
        List<TableKind> possible = [.. kinds.Where(kind => kind.Genres.IsEmpty || kind.Genres.Contains(genre, StringComparer.Ordinal))];
        return ByTitle(title, possible) ?? ByTitle(heading, possible) ?? ByContent($"{title}/{heading}/{document}", heads, labels, possible) ?? "other";
    }

    private static string? ByTitle(string title, List<TableKind> kinds)
    {
        string folded = Folding.Label(title);
        return folded.Length == 0 ? null
            : kinds.Find(kind => Patterns.Any(kind.Titles, folded) && !Patterns.Any(kind.NotTitles, folded))?.Id;
    }

    private static string? ByContent(string names, IReadOnlyList<string> heads, IReadOnlyList<string> labels, List<TableKind> kinds)
    {
        string folded = Folding.Label(names);
        List<string> foldedHeads = [.. heads.Select(Folding.Label)];
        // A form may print its items as columns or as rows; 三公 is printed both ways.
        return kinds.Find(kind => kind.Headers.Length + kind.Lines.Length > 0
            && (kind.Headers.All(pattern => foldedHeads.Exists(head => Patterns.Of(pattern).IsMatch(head)))
                || kind.Headers.All(pattern => labels.Any(label => Patterns.Of(pattern).IsMatch(label))))
            && kind.Lines.All(pattern => labels.Any(label => Patterns.Of(pattern).IsMatch(label)))
            && !Patterns.Any(kind.NotTitles, folded))?.Id;
    }
}
