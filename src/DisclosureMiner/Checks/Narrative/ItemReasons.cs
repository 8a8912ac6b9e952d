using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Checks.DocumentRules;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// N-37: in a list of subjects with their classes, the purpose and the reason of an item speak of that item. Two slips are clear: a reason that
/// is the change of the item itself and goes the other way (减少2.98%。主要原因是：宣传事务经费增加), and the name of another item where nearly all
/// items put their own. What else a reason says is the office's affair: many give the same one. A note for each kind of slip.
/// </summary>
internal sealed partial class ItemReasons(Vocabulary words, Duties duties)
{
    private const int FewestOwn = 3;
    private static readonly ImmutableArray<string> Rules = ["N-37"];

    private readonly ImmutableArray<(string Word, Direction Direction)> _directions =
    [
        .. words["change-up"].Select(word => (word, Direction.Up)),
        .. words["change-down"].Select(word => (word, Direction.Down)),
        .. words["flat"].Select(word => (word, Direction.Flat)),
    ];

    /// <summary>A clause that gives the purpose of an item, or the reason of its change.</summary>
    /// <param name="IsReason">Whether it is a reason.</param>
    /// <param name="Names">What the item may be called.</param>
    /// <param name="Said">What the clause speaks of, without a word of change behind it; empty when it says no more than that something has changed.</param>
    /// <param name="Before">Which way the item has changed; unknown for a purpose.</param>
    /// <param name="After">Which way the reason says that it has.</param>
    /// <param name="Words">The clause.</param>
    private sealed record Clause(bool IsReason, ImmutableArray<string> Names, ImmutableArray<string> Said, Direction Before, Direction After, Passage Words)
    {
        /// <summary>Whether it names its item, or nothing at all.</summary>
        public bool IsOwn => Said.Any(said => said.Length == 0 || Names.Contains(said));

        /// <summary>Whether it goes against the change of the item.</summary>
        public bool IsContrary => IsOwn && Before != Direction.None && After != Direction.None && Before != After;
    }

    /// <summary>Adds the obligations of the list.</summary>
    public void Check(Document document, IReadOnlyList<Statement> statements)
    {
        var clauses = new List<Clause>();
        foreach (Statement item in statements.Where(statement => statement.Path is { Names.Length: > 1 }).DistinctBy(statement => statement.Block))
        {
            if (document.Blocks[item.Block] is Paragraph { Kind: ParagraphKind.Body } paragraph)
            {
                clauses.AddRange(ClausesOf(new ParagraphText(paragraph), NamesOf(item.Path!)));
            }
        }

        List<Clause> contrary = clauses.FindAll(clause => clause.IsContrary);
        List<Clause> purposes = Copied(clauses.FindAll(clause => !clause.IsReason)), reasons = Copied(clauses.FindAll(clause => clause.IsReason));
        List<Clause> copied = clauses.FindAll(clause => purposes.Contains(clause) || reasons.Contains(clause));
        if (contrary.Count > 0)
        {
            duties.Add(Worded.Broken(Rules, "contrary-reason", Severity.Note, "", new Bilingual("所述原因与本项增减方向相反", "the reason goes against the change of its item"), contrary.Select(clause => clause.Words)));
        }

        if (copied.Count > 0)
        {
            duties.Add(Worded.Broken(Rules, "copied-reason", Severity.Note, "", new Bilingual("用途或原因写的是其他项目", "the purpose or reason is that of another item"), copied.Select(clause => clause.Words)));
        }

        if (contrary.Count + copied.Count == 0 && clauses.Exists(clause => clause.IsOwn))
        {
            duties.Add(Worded.Holds(Rules, "copied-reason", new Bilingual("所述用途和原因均为本项", "purposes and reasons are those of their items")));
        }
    }

    /// <summary>Clauses that name another item of the list, where most name their own.</summary>
    private static List<Clause> Copied(List<Clause> clauses)
    {
        int own = clauses.Count(clause => clause.Said.Any(clause.Names.Contains));
        HashSet<string> items = [.. clauses.SelectMany(clause => clause.Names)];
        return own < FewestOwn || own * 2 < clauses.Count ? [] : clauses.FindAll(clause => !clause.IsOwn && clause.Said.Any(items.Contains));
    }

    private IEnumerable<Clause> ClausesOf(ParagraphText text, ImmutableArray<string> names)
    {
        foreach ((_, int start, int end) in Behind(text.Text, words["purpose-heads"]))
        {
            yield return new Clause(false, names, [text.Text[start..end]], Direction.None, Direction.None, text.Quote(start, end));
        }

        foreach ((int head, int start, int end) in Behind(text.Text, words["reason-heads"]))
        {
            (string said, Direction after) = WithoutChange(text.Text[start..end]);
            ImmutableArray<string> forms = [said, .. words["reason-nouns"].Where(said.EndsWith).Select(noun => said[..^noun.Length])];
            Direction before = WithoutChange(Amount().Replace(text.Text[..head], "")).Direction;
            yield return new Clause(true, names, after == Direction.None ? [] : forms, before, after, text.Quote(start, end));
        }
    }

    /// <summary>The heads with the clauses behind them, up to the next stop.</summary>
    private static IEnumerable<(int Head, int Start, int End)> Behind(string text, ImmutableArray<string> heads)
    {
        for (int at = 0; at < text.Length;)
        {
            string? head = heads.Where(head => text.AsSpan(at).StartsWith(head, StringComparison.Ordinal)).MaxBy(head => head.Length);
            if (head is null)
            {
                at++;
                continue;
            }

            int start = at + head.Length + (text.AsSpan(at + head.Length).StartsWith(":", StringComparison.Ordinal) ? 1 : 0);
            int length = text.AsSpan(start).IndexOfAny("。;,");
            int end = length < 0 ? text.Length : start + length;
            if (end > start)
            {
                yield return (at, start, end);
            }

            at = end;
        }
    }

    private (string Said, Direction Direction) WithoutChange(string text)
    {
        (string word, Direction direction) = _directions
            .Where(change => text.EndsWith(change.Word, StringComparison.Ordinal))
            .DefaultIfEmpty((Word: "", Direction: Direction.None))
            .MaxBy(change => change.Word.Length);
        return (text[..^word.Length], direction);
    }

    /// <summary>信息化建设, 司法信息化建设, 公共安全支出司法信息化建设.</summary>
    private static ImmutableArray<string> NamesOf(SubjectPath path) =>
        [.. Enumerable.Range(0, path.Names.Length).Select(i => string.Concat(path.Names[i..]))];

    /// <summary>What may stand between the word of a change and the reason for it: 减少2.98%。 or 减少的.</summary>
    [GeneratedRegex(@"(?:[0-9.,]*(?:%|万元|亿元|元)?[。,;]?|的)$")]
    private static partial Regex Amount();
}
