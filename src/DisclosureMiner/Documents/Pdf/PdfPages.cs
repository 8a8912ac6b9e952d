using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>The pages of a file.</summary>
/// <param name="Pages">What is visible on each; those that are damaged are left out.</param>
/// <param name="Count">How many pages the file has.</param>
/// <param name="Damaged">A remark for each damaged page.</param>
/// <param name="Problem">Why the file as a whole cannot be read, or null.</param>
internal sealed record PdfPages(IReadOnlyList<PageContent> Pages, int Count, IReadOnlyList<string> Damaged, ReadingProblem? Problem)
{
    /// <summary>The pages whose characters mean what they show.</summary>
    public IReadOnlyList<PageContent> Readable => [.. Pages.Where(page => page.Trust == PageTrust.Text)];

    /// <summary>The pages on which nothing is written or pictured.</summary>
    public ImmutableArray<Region> Blank =>
        [.. Pages.Where(page => page.Trust == PageTrust.Blank).Select(page => new Region(page.Number, new Box(0, 0, page.Upright.Width, page.Upright.Height)))];

    /// <summary>The lines of which a page shows the upper or the lower part only, from the first page to the last.</summary>
    public ImmutableArray<PlacedText> CutLines =>
    [
        .. from page in Pages
           from line in page.CutLines
           select PlacedText.Concat(
               [.. line.Select(glyph => PlacedText.FromRegions(glyph.Text, [.. glyph.Text.Select(_ => new Region(page.Number, page.Upright.Shown(glyph.Box)))]))]),
    ];

    /// <summary>What is left out of the pages, in words for a log.</summary>
    public IReadOnlyList<string> Remarks => [.. Damaged, .. Pages.SelectMany(RemarksOn)];

    private static IEnumerable<string> RemarksOn(PageContent page)
    {
        if (page.Trust is not (PageTrust.Text or PageTrust.Blank))
        {
            yield return FormattableString.Invariant($"Page {page.Number} is a picture or has no reliable text, and was not read.");
        }

        int unreadable = page.Trust == PageTrust.Text ? page.Glyphs.Count(glyph => glyph.Text == Legibility.Unreadable) : 0;
        if (unreadable > 0)
        {
            yield return FormattableString.Invariant($"Page {page.Number}: {unreadable} character(s) have no key to what they mean and are marked as unreadable.");
        }

        if (page.Turned > 0)
        {
            yield return FormattableString.Invariant($"Page {page.Number}: {page.Turned} character(s) that stand on their side were not read.");
        }
    }
}
