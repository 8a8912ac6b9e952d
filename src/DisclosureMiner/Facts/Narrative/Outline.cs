using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>
/// The tree of numbered items as the reading goes down the page: which statement leads the list that an item stands in.
/// </summary>
internal sealed class Outline
{
    /// <summary>An entry of the path from the top of the document to here.</summary>
    /// <param name="Depth">Enumerator level × 2; an unnumbered paragraph stands half a level below its heading.</param>
    /// <param name="Lead">The statement that leads what is below, or null.</param>
    /// <param name="IsDetail">A heading that announces the details of what stands before (分项情况, 按…划分).</param>
    private sealed record Entry(int Depth, Statement? Lead, bool IsDetail);

    private readonly List<Entry> _path = [];
    private Statement? _lastLead;
    private Statement? _sectionLead;

    /// <summary>Called before a paragraph is read.</summary>
    public void Enter(Paragraph paragraph, Lexicon lexicon)
    {
        int depth = DepthOf(paragraph);
        while (_path.Count > 0 && _path[^1].Depth >= depth)
        {
            _sectionLead = _path[^1].Lead ?? _sectionLead;
            _path.RemoveAt(_path.Count - 1);
        }

        if (paragraph.Kind == ParagraphKind.Heading && paragraph.Level == 1)
        {
            _sectionLead = _lastLead = null;
        }

        if (paragraph.Kind == ParagraphKind.Heading)
        {
            bool detail = lexicon.Has(Folding.Label(paragraph.Content.Text), "list-closed");
            _path.Add(new Entry(depth, detail ? _sectionLead ?? _lastLead : null, detail));
        }
    }

    /// <summary>Called for a paragraph without a number that announces the details of what stands before (分项情况：).</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="named">What it names, or empty.</param>
    public void Announce(Paragraph paragraph, string named)
    {
        // 调整期初未分配利润明细： under another heading than what stands before is about something else.
        Statement? lead = _sectionLead ?? _lastLead;
        bool isOther = named.Length > 2 && lead is not null && !lead.Section.SequenceEqual(paragraph.Section)
            && !lead.Words.Contains(named, StringComparison.Ordinal) && !named.Contains(lead.Words, StringComparison.Ordinal);
        _path.Add(new Entry(DepthOf(paragraph), isOther ? null : lead, true));
    }

    /// <summary>Called after a paragraph was read.</summary>
    public void Place(Paragraph paragraph, Statement? top, bool hasOwnWords)
    {
        // A paragraph that begins with parts of what stands above leads nothing itself.
        if (top is null || !hasOwnWords || top.Membership is Membership.OfWhich or Membership.Closed)
        {
            return;
        }

        int depth = DepthOf(paragraph);
        _lastLead = paragraph.Level == 0 || _lastLead is null ? top : _lastLead;
        if (paragraph.Kind == ParagraphKind.Heading)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        _path.Add(new Entry(depth, top, false));
    }

    /// <summary>The statement that leads the list in which this paragraph stands.</summary>
    public (Statement? Parent, Membership Membership) Above(Paragraph paragraph)
    {
        int depth = DepthOf(paragraph);
        for (int i = _path.Count - 1; i >= 0; i--)
        {
            if (_path[i].Depth < depth && _path[i].Lead is { } lead)
            {
                return (lead, _path[i].IsDetail ? Membership.Closed : paragraph.Level > 0 ? Membership.Enumerated : Membership.Suggested);
            }
        }

        return (_sectionLead ?? _lastLead, Membership.Suggested);
    }

    private int DepthOf(Paragraph paragraph)
    {
        if (paragraph.Level > 0)
        {
            return paragraph.Level * 2;
        }

        if (paragraph.Kind == ParagraphKind.Heading)
        {
            return 1;
        }

        // An unnumbered paragraph stands half a level below the heading it follows, and ends the items that came before it.
        Entry? heading = _path.LastOrDefault(entry => entry.Lead is null || entry.IsDetail);
        return (heading?.Depth ?? 0) + 1;
    }
}
