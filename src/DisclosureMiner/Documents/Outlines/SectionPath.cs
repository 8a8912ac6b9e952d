using System.Collections.Immutable;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>
/// The headings that are open at a point of the document. Some forms number their chapters (第一部分, 一、); in others the
/// chapters are headings without number (名词解释) and the numbers are below them. The first heading decides.
/// </summary>
internal sealed class SectionPath
{
    private readonly List<(int Level, string Title)> _open = [];

    /// <summary>The open headings, outermost first.</summary>
    public ImmutableArray<string> Titles => [.. _open.Select(heading => heading.Title)];

    /// <summary>Closes what a numbered paragraph ends: the item 二、 ends the section （一） before it.</summary>
    public void Reach(int level)
    {
        int first = level == 0 ? -1 : _open.FindIndex(heading => heading.Level >= level);
        if (first >= 0)
        {
            _open.RemoveRange(first, _open.Count - first);
        }
    }

    /// <summary>Opens a heading; level 0 is a heading without number.</summary>
    public void Open(int level, string title)
    {
        if (level == 1 || (level == 0 && _open.Count > 0 && _open[0].Level == 0))
        {
            _open.Clear();
        }

        Reach(level);
        if (_open.Count > 1 || level == 0)
        {
            CloseUnnumbered();
        }

        _open.Add((level, title));
    }

    /// <summary>Closes the innermost heading if it has no number: the next table with a title of its own is no part of it.</summary>
    public void CloseUnnumbered()
    {
        if (_open.Count > 0 && _open[^1].Level == 0)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }
}
