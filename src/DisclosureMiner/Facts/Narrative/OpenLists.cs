namespace DisclosureMiner.Facts.Narrative;

/// <summary>The lists that are open at a point of a paragraph, the innermost on top: 其中…, in brackets, 由…组成.</summary>
internal sealed class OpenLists(Lexicon lexicon)
{
    private readonly Stack<(Statement? Parent, Membership Membership, bool InBracket)> _outer = new();

    /// <summary>The whole whose parts are being listed, or null.</summary>
    public Statement? Parent { get; private set; }

    private bool _inBracket;

    /// <summary>How the parts belong to it.</summary>
    public Membership Membership { get; private set; }

    /// <summary>A full stop ends all lists.</summary>
    public void EndSentence()
    {
        _outer.Clear();
        (Parent, Membership, _inBracket) = (null, Membership.None, false);
    }

    /// <summary>A semicolon ends a list inside a list, and goes on with the outer one.</summary>
    /// <param name="enumerates">Whether lesser marks part what is listed, so that no list goes on.</param>
    public void EndClause(bool enumerates)
    {
        // （其中购置费0万元；运行费4万元）: inside brackets it parts what is listed there.
        if (_outer.Count > 0 && !_inBracket && (enumerates || _outer.Peek().Parent is not null))
        {
            Pop();
        }
    }

    /// <summary>A closing bracket ends the list that stands in it.</summary>
    public void Close(string gap)
    {
        if (gap.Contains('(', StringComparison.Ordinal))
        {
            return;
        }

        for (int closing = gap.Count(c => c == ')'); closing > 0 && _outer.Count > 0 && Membership == Membership.Closed; closing--)
        {
            Pop();
        }
    }

    /// <summary>由甲1亿元、乙2亿元组成，…: the list ends with its verb, and what follows speaks of the whole, which is given; else null.</summary>
    public Statement? End(ReadOnlySpan<char> behind)
    {
        if (_outer.Count == 0 || NumberLexer.StartsWithAny(behind, lexicon["list-end"]) is null)
        {
            return null;
        }

        Statement? whole = Parent;
        Pop();
        return whole;
    }

    /// <summary>Whether the words before a number open a list.</summary>
    public bool AreOpenedBy(Clause clause) => lexicon.Has(clause.Gap, "list-of-which") || lexicon.Has(clause.Gap, "list-closed");

    /// <summary>Opens a list when the words before a number do.</summary>
    /// <param name="clause">The words.</param>
    /// <param name="current">The statement before them, or null.</param>
    /// <param name="top">The statement that leads the paragraph, or null.</param>
    /// <param name="above">The statement that leads the list in which the paragraph stands, or null.</param>
    /// <param name="fits">Whether a statement can be the whole of what the number behind the words counts.</param>
    /// <returns>Whether one was opened.</returns>
    public bool Open(Clause clause, Statement? current, Statement? top, Statement? above, Func<Statement, bool> fits)
    {
        // A list word before a semicolon (包括燃料、维修等开支；) has nothing to do with the number behind it.
        string gap = clause.Gap[(clause.Gap.LastIndexOf(';') + 1)..];
        var closed = lexicon.Find(gap, "list-closed");
        if (closed is { } end && lexicon["list-end"].Contains(end.Word) && gap.AsSpan(end.Index + end.Word.Length).StartsWith("。"))
        {
            // 由局本部和下属2家单位组成。列入预算的单位共3家: the verb ends its sentence and what was listed.
            closed = null;
        }

        var open = lexicon.Find(gap, "list-of-which");
        bool inBracket = clause.OpensBracket && current is not null && gap.StartsWith('(');
        bool byHead = NumberLexer.StartsWithAny(clause.Tail, lexicon["list-head"]) is not null;
        if (closed is null && open is null && !inBracket && !byHead)
        {
            return false;
        }

        if (closed is { Word: var word } && lexicon["respectively"].Contains(word) && !gap.Contains(':', StringComparison.Ordinal))
        {
            // "货物、工程分别为1和2" names several amounts; it opens no list.
            return false;
        }

        // 。其中 goes back to the head of the paragraph; ，其中 to what stands before it.
        int at = Math.Max(closed?.Index ?? -1, open?.Index ?? -1);
        int sentenceEnd = gap.LastIndexOf('。');
        Statement? parent = sentenceEnd >= 0 && at > sentenceEnd ? top : current ?? above;
        if (parent is not null && !fits(parent) && current is not null && fits(current))
        {
            // 项目4个，涉及资金598万元。其中：甲418万元…: parts of money are parts of money.
            parent = current;
        }

        if (parent is null || ReferenceEquals(parent, Parent))
        {
            return false;
        }

        _outer.Push((Parent, Membership, _inBracket));
        (Parent, Membership, _inBracket) = (parent, inBracket || byHead || (closed?.Index ?? -1) > (open?.Index ?? -1) ? Membership.Closed : Membership.OfWhich, inBracket);
        return true;
    }

    /// <summary>Opens a list of some parts of a whole that the words name.</summary>
    public void OpenUnder(Statement whole)
    {
        _outer.Push((Parent, Membership, _inBracket));
        (Parent, Membership, _inBracket) = (whole, Membership.OfWhich, false);
    }

    private void Pop() => (Parent, Membership, _inBracket) = _outer.Pop();
}
