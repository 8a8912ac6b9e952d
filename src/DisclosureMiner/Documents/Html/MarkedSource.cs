using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace DisclosureMiner.Documents.Html;

/// <summary>
/// A page in which every run of text is replaced by a mark that names it. The parser moves and joins text as the standard wants it, and
/// does not say where it stood; the marks say it, wherever they end up.
/// </summary>
internal sealed class MarkedSource
{
    // A private character and two digits to the base of 4096, all of which the parser takes for letters.
    private const char Mark = '\uE000';
    private const char Digit = '\u4E00';
    private const int Base = 4096;
    private const int MarkLength = 3;

    private readonly string _source;
    private readonly List<Run> _runs = [];

    private MarkedSource(string source, int shift)
    {
        _source = source;
        Shift = shift;
    }

    /// <summary>The page with its marks.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What is added to every offset: the page may be a part of a text.</summary>
    public int Shift { get; }

    /// <summary>Marks the text of a page.</summary>
    /// <param name="source">The page, or the stretch of markup.</param>
    /// <param name="shift">Where it begins in the decoded text.</param>
    public static MarkedSource Of(string source, int shift)
    {
        // The parser reads CR LF as one character, which would shift all that follows.
        var marked = new MarkedSource(source.Replace('\r', ' '), shift);
        marked.Read();
        return marked;
    }

    /// <summary>The offset in the decoded text of an offset in <see cref="Text"/>.</summary>
    public int OffsetOf(int marked)
    {
        int low = 0, high = _runs.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _runs[middle].Marked < marked ? (middle + 1, high) : (low, middle);
        }

        return Shift + (low == 0 ? marked : marked - _runs[low - 1].Marked - MarkLength + _runs[low - 1].End);
    }

    /// <summary>Gives the characters of a text of the parsed page one by one, with their offsets in the decoded text.</summary>
    /// <param name="text">Marks, and white space between them.</param>
    /// <param name="take">Takes a character and its offset; white space between marks has none (-1).</param>
    public void Expand(string text, Action<char, int> take)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == Mark && i + MarkLength <= text.Length && Index(text[i + 1], text[i + 2]) is >= 0 and int index && index < _runs.Count)
            {
                CharacterReferences.Expand(_source, _runs[index].Start, _runs[index].End, Shift, take);
                i += MarkLength - 1;
            }
            else if (text[i].IsSpaceCharacter())
            {
                take(text[i], -1);
            }
        }
    }

    /// <summary>The characters of a text of the parsed page.</summary>
    public string TextOf(string text)
    {
        var characters = new StringBuilder();
        Expand(text, (c, _) => characters.Append(c));
        return characters.ToString();
    }

    private static int Index(char high, char low) =>
        high is >= Digit and < (char)(Digit + Base) && low is >= Digit and < (char)(Digit + Base) ? ((high - Digit) * Base) + low - Digit : -1;

    private void Read()
    {
        using var text = new TextSource(_source);
        using var tokens = new HtmlTokenizer(text, HtmlEntityProvider.Resolver) { IsNotConsumingCharacterReferences = true };
        var marked = new StringBuilder(_source.Length);
        int last = 0;
        while (true)
        {
            ref var token = ref tokens.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile)
            {
                break;
            }

            if (token.Type == HtmlTokenType.StartTag)
            {
                tokens.State = StateBehind(token.Name.ToString());
            }
            else if (token.Type == HtmlTokenType.Character && token.HasContent && _runs.Count < Base * Base)
            {
                int start = token.Position.Position - 1;
                marked.Append(_source, last, start - last);
                last = start + token.Data.Length;
                _runs.Add(new Run(marked.Length, start, last));
                marked.Append(Mark).Append((char)(Digit + ((_runs.Count - 1) / Base))).Append((char)(Digit + ((_runs.Count - 1) % Base)));
            }
        }

        marked.Append(_source, last, _source.Length - last);
        Text = marked.ToString();
    }

    // What the parser tells the tokeniser of elements whose content is no markup.
    private static HtmlParseMode StateBehind(string tag) => tag switch
    {
        "title" or "textarea" => HtmlParseMode.RCData,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "script" => HtmlParseMode.Script,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    /// <summary>A run of text.</summary>
    /// <param name="Marked">Offset of its mark.</param>
    /// <param name="Start">Its first offset in the source.</param>
    /// <param name="End">The offset behind it.</param>
    private readonly record struct Run(int Marked, int Start, int End);
}
