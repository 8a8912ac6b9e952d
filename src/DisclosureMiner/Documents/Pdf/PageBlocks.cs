using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>What stands on the pages of a document, in reading order, without running heads and feet.</summary>
/// <param name="Blocks">Rows of text, and tables page by page.</param>
/// <param name="Contents">The rows that are entries of lists of contents.</param>
internal sealed record PageBlocks(List<PageBlock> Blocks, HashSet<TextRow> Contents)
{
    /// <summary>The blocks of pages that can be read.</summary>
    public static PageBlocks Of(IReadOnlyList<PageContent> pages, ReadingWords words)
    {
        List<List<PagePart>> parts = [.. pages.Select(page => PagePart.Of(page))];
        RunningHeads.Remove(parts, [.. pages.Select(page => page.Height)]);
        HashSet<TextRow> contents = ContentsOf(parts, words);
        return new PageBlocks(
            [.. parts.SelectMany(page => page).SelectMany(part =>
                part.Table is { } table ? [table] : PrintBlocks.Of(part, i => contents.Contains(part.Rows[i])))],
            contents);
    }

    private static HashSet<TextRow> ContentsOf(List<List<PagePart>> pages, ReadingWords words)
    {
        // A table ends a list of contents, whatever it holds.
        List<TextRow?> rows = [.. pages.SelectMany(page => page).SelectMany(part => part.Table is null ? part.Rows : Enumerable.Repeat<TextRow?>(null, 1))];
        bool[] marks = ContentsPages.Find([.. rows.Select(row => row?.Text ?? "\t")], words);
        return [.. rows.Zip(marks).Where(pair => pair.Second && pair.First is not null).Select(pair => pair.First!)];
    }
}
