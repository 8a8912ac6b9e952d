using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Reports;

/// <summary>
/// Writes HTML. What stands in the holes of an interpolated string is text and is escaped, so that no printed word can become
/// markup; a text in two languages becomes two spans of which the page shows one.
/// </summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    // Beside what has a meaning in markup: what HTML does not allow, which a badly read file may hold.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        ['&', '<', '>', '"', '\'', '\ufffe', '\uffff', .. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n', '\r'])]);

    private readonly StringBuilder _piece = new();

    /// <summary>Writes the literal parts as they are and the holes as text.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;
        writer.Write(_piece);
        _piece.Clear();
    }

    /// <summary>Writes markup made elsewhere.</summary>
    public void Raw(string markup) => writer.Write(markup);

    private void Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var special)
        {
            _piece.Append(text[..special]);
            switch (text[special])
            {
                case '&':
                    _piece.Append("&amp;");
                    break;
                case '<':
                    _piece.Append("&lt;");
                    break;
                case '>':
                    _piece.Append("&gt;");
                    break;
                case '"':
                    _piece.Append("&quot;");
                    break;
                case '\'':
                    _piece.Append("&#39;");
                    break;
                default:
                    _piece.Append('\ufffd');
                    break;
            }

            text = text[(special + 1)..];
        }

        _piece.Append(text);
    }

    /// <summary>One piece of markup on its way.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly HtmlWriter _html;

        public Markup(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = literalLength + formattedCount;
            _html = html;
        }

        public void AppendLiteral(string markup) => _html._piece.Append(markup);

        public void AppendFormatted(string? text) => _html.Text(text);

        public void AppendFormatted(int number) => _html._piece.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(double number) => _html._piece.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

        public void AppendFormatted(Bilingual text)
        {
            if (text.Zh == text.En)
            {
                _html.Text(text.Zh);
                return;
            }

            _html._piece.Append("<span class=\"zh\" lang=\"zh\">");
            _html.Text(text.Zh);
            _html._piece.Append("</span><span class=\"en\" lang=\"en\">");
            _html.Text(text.En);
            _html._piece.Append("</span>");
        }
    }
}
