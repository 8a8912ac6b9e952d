using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-07: sentences of the prose end, and end once; quotes and brackets are paired. Headings, amounts, list items and cells end
/// without a full stop. One note for each kind of slip.
/// </summary>
internal static partial class Punctuation
{
    private const int ShortestSentence = 12;

    /// <summary>Whole amounts, for each that is cut, by which a text shows that its amounts have units.</summary>
    private const int FewestWhole = 4;

    private static readonly ImmutableArray<string> Rules = ["D-07"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        ImmutableArray<Paragraph> paragraphs = [.. inspection.Document.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Body)];
        ImmutableArray<Stretch> whole = [.. paragraphs.Select(paragraph => Stretch.Of(StretchKind.Sentence, paragraph.Content, paragraph)).OfType<Stretch>()];
        if (whole.IsEmpty)
        {
            yield break;
        }

        bool clean = true;
        foreach ((Bilingual what, string formula, List<Passage> passages) in new[]
        {
            (new Bilingual("标点重复", "doubled punctuation"), "。。", Doubled(whole)),
            (new Bilingual("引号或括号不成对", "unpaired quotes or brackets"), "“ ”", Unpaired(whole)),
            (new Bilingual("句末缺句号", "no full stop"), "。", Unended(whole, inspection)),
            (new Bilingual("句子中断", "a sentence breaks off"), "", BrokenOff(whole)),
        })
        {
            if (passages.Count > 0)
            {
                clean = false;
                yield return Worded.Broken(Rules, "punctuation", Severity.Note, formula, what, passages);
            }
        }

        List<Passage> empty = EmptyReasons(whole, inspection.Words["reason-heads"]);
        if (empty.Count > 0)
        {
            clean = false;
            yield return Worded.Broken([.. Rules, "N-15"], "missing-reason", Severity.Note, empty[0].Text, new Bilingual("原因未写", "the reason is empty"), empty);
        }

        if (clean)
        {
            yield return Worded.Holds(Rules, "punctuation", new Bilingual("标点未见异常", "nothing odd about the punctuation"));
        }
    }

    private static List<Passage> Doubled(ImmutableArray<Stretch> paragraphs) =>
        [.. paragraphs.SelectMany(paragraph => Twice().Matches(paragraph.Text), (paragraph, match) => paragraph.Passage(match.Index, match.Length))];

    /// <summary>A sentence of the form that gives its reason and then just stops, in a paragraph that the next one does not continue.</summary>
    private static List<Passage> Unended(ImmutableArray<Stretch> paragraphs, Inspection inspection)
    {
        var found = new List<Passage>();
        for (int i = 0; i < paragraphs.Length; i++)
        {
            string text = paragraphs[i].Text;
            string last = text[(text.LastIndexOf('。') + 1)..];
            bool hasReason = inspection.Words["reason-heads"].Any(head => last.Contains(head, StringComparison.Ordinal) && !last.EndsWith(head, StringComparison.Ordinal));
            bool isContinued = i + 1 < paragraphs.Length && paragraphs[i + 1].Block == paragraphs[i].Block + 1
                && inspection.Document.Blocks[paragraphs[i + 1].Block] is Paragraph { Level: 0 } && !paragraphs[i + 1].Text.Contains(':', StringComparison.Ordinal);
            if (hasReason && !isContinued && text.Length >= ShortestSentence && text[^1] is >= '\u4e00' and <= '\u9fff')
            {
                found.Add(paragraphs[i].Passage(text.Length - 1, 1));
            }
        }

        return found;
    }

    /// <summary>
    /// 执行数为15.00万。, 执行数为0.00。, 执行数为。: an amount that lost its unit, or a part of it, or all of itself, at the end of its sentence, in a text
    /// whose amounts have theirs.
    /// </summary>
    private static List<Passage> BrokenOff(ImmutableArray<Stretch> paragraphs)
    {
        List<Passage> found = [.. paragraphs.SelectMany(paragraph => CutAmount().Matches(paragraph.Text), (paragraph, match) => paragraph.Passage(match.Index, match.Length))];
        int whole = paragraphs.Sum(paragraph => WholeAmount().Count(paragraph.Text));
        return whole >= FewestWhole && whole >= found.Count * FewestWhole ? found : [];
    }

    private static List<Passage> EmptyReasons(ImmutableArray<Stretch> paragraphs, ImmutableArray<string> heads)
    {
        var found = new List<Passage>();
        foreach (Stretch paragraph in paragraphs)
        {
            foreach (Match end in End().Matches(paragraph.Text))
            {
                string? head = heads.Where(head => paragraph.Text.AsSpan(0, end.Index).EndsWith(head, StringComparison.Ordinal)).MaxBy(head => head.Length);
                if (head is not null)
                {
                    found.Add(paragraph.Passage(end.Index - head.Length, head.Length + end.Length));
                }
            }
        }

        return found;
    }

    /// <summary>What is opened in one paragraph and closed in the next was parted by a page.</summary>
    private static List<Passage> Unpaired(ImmutableArray<Stretch> paragraphs)
    {
        var found = new List<Passage>();
        for (int i = 0; i < paragraphs.Length; i++)
        {
            foreach ((char open, char close) in Pairs)
            {
                (int balance, int alone) = Balance(paragraphs[i], open, close);
                bool parted = balance > 0 ? Near(paragraphs, i + 1, open, close) == -balance : Near(paragraphs, i - 1, open, close) == -balance;
                if (balance != 0 && !parted)
                {
                    found.Add(paragraphs[i].PrintedPassage(alone, 1));
                    break;
                }
            }
        }

        return found;
    }

    private static readonly ImmutableArray<(char Open, char Close)> Pairs = [('“', '”'), ('(', ')'), ('《', '》'), ('[', ']'), ('「', '」')];

    private static int Near(ImmutableArray<Stretch> paragraphs, int i, char open, char close) =>
        i >= 0 && i < paragraphs.Length ? Balance(paragraphs[i], open, close).Balance : 0;

    /// <summary>
    /// Opened minus closed, and where the mark without a partner stands in the printed text: the first that closes nothing, or the last that is not
    /// closed. Quotes are told apart only as printed; the bracket of an enumerator (1） opens nowhere.
    /// </summary>
    private static (int Balance, int Alone) Balance(Stretch paragraph, char open, char close)
    {
        string text = open is '“' or '「' ? paragraph.Printed : LooseEnumerator().Replace(Folding.Fold(paragraph.Printed), loose => new string(' ', loose.Length));
        var opened = new Stack<int>();
        List<int> surplus = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == open)
            {
                opened.Push(i);
            }
            else if (text[i] == close && !opened.TryPop(out _))
            {
                surplus.Add(i);
            }
        }

        int balance = opened.Count - surplus.Count;
        return (balance, balance > 0 ? opened.Peek() : surplus is [var first, ..] ? first : 0);
    }

    [GeneratedRegex("[。;:、,]{2,}")]
    private static partial Regex Twice();

    [GeneratedRegex(@"(?:执行|预算|决算|安排)数?为(?:[0-9,]+\.[0-9]{2}万?)?。")]
    private static partial Regex CutAmount();

    [GeneratedRegex("[0-9][万亿]?元")]
    private static partial Regex WholeAmount();

    [GeneratedRegex("[。;]|$")]
    private static partial Regex End();

    [GeneratedRegex("(?<![(0-9a-zA-Z一二三四五六七八九十]\\s*)[0-9a-zA-Z一二三四五六七八九十]{1,3}\\s*\\)")]
    private static partial Regex LooseEnumerator();
}
