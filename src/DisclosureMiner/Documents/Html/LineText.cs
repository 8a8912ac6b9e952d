using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Html;

/// <summary>
/// Puts the characters of a line together and collapses their white space as a browser does. Spaces that do not break and full-width ones
/// are print and stay.
/// </summary>
internal sealed partial class LineText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];
    private readonly List<int> _lineEnds = [];
    private bool _space;
    private bool _lineEnd;
    private bool _break;

    /// <summary>Whether nothing is printed yet.</summary>
    public bool IsBlank { get; private set; } = true;

    /// <summary>The last character, or a space when there is none.</summary>
    public char Last => _text.Length == 0 ? ' ' : _text[^1];

    /// <summary>
    /// Whether the source breaks its line behind an entry of a contents page: a program that took a page over from print made one
    /// paragraph of them.
    /// </summary>
    public bool EndsEntry => _lineEnd && _text.Length > 0 && char.IsAsciiDigit(_text[^1]) && Entry().IsMatch(_text.ToString());

    /// <summary>Adds a character.</summary>
    /// <param name="c">The character.</param>
    /// <param name="offset">Its offset, -1 for white space whose offset does not matter.</param>
    public void Add(char c, int offset)
    {
        if (c is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            _space = true;
            _lineEnd |= c == '\n';
        }
        else if (c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD'))
        {
            Space(c);
            _text.Append(c);
            _offsets.Add(offset);
            IsBlank &= char.IsWhiteSpace(c);
        }
    }

    /// <summary>Adds white space that a break within a cell stands for.</summary>
    public void Break() => _space = _break = true;

    /// <summary>The line, with white space around it; what follows begins a new one.</summary>
    public PlacedText Take() => Take(out _);

    /// <summary>The line, with white space around it; what follows begins a new one.</summary>
    /// <param name="lineEnds">Where the source ended its lines within it: the indexes of what stands first behind them.</param>
    public PlacedText Take(out ImmutableArray<int> lineEnds)
    {
        PlacedText line = PlacedText.FromOffsets(_text.ToString(), [.. _offsets]);
        lineEnds = [.. _lineEnds];
        _text.Clear();
        _offsets.Clear();
        _lineEnds.Clear();
        (_space, _lineEnd, _break, IsBlank) = (false, false, false, true);
        return line;
    }

    // A line end of the source between two Chinese characters parts nothing.
    private void Space(char next)
    {
        if (_space && _text.Length > 0)
        {
            bool parts = _break || !_lineEnd || _text[^1] < 0x2E80 || next < 0x2E80;
            if (parts)
            {
                _text.Append(' ');
                _offsets.Add(_offsets[^1] + 1);
            }

            if (_lineEnd && !_break)
            {
                _lineEnds.Add(_text.Length);
            }
        }

        (_space, _lineEnd, _break) = (false, false, false);
    }

    [GeneratedRegex(@"(?:[.．·•]{4,}|…{2,}|(?:\s[.．·…]){4,})\s*[-(]?\d{1,3}$")]
    private static partial Regex Entry();
}
