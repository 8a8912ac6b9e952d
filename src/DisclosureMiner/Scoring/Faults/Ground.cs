using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>
/// Where the numbers of a truth stand in a document that was read, character by character. What the reader misread has no place here, so
/// nothing is planted there.
/// </summary>
internal sealed class Ground
{
    private readonly MinedDocument _mined;
    private readonly string? _source;
    private readonly TableMatch _match;
    private readonly QuoteFinder _quotes;
    private readonly Dictionary<int, PlacedText?> _digits = [];

    /// <summary>The ground of one document.</summary>
    /// <param name="truth">What is true of it.</param>
    /// <param name="mined">The document as mined.</param>
    /// <param name="source">The decoded text that its spans count in; null for a document of pages.</param>
    public Ground(GroundTruth truth, MinedDocument mined, string? source)
    {
        _mined = mined;
        _source = source;
        _quotes = new QuoteFinder(mined.Document, source);
        _match = TableMatch.Of(truth.Tables ?? [], [.. mined.Document?.Tables ?? []]);
    }

    /// <summary>The decoded text, or null for pages, of which only digits can be changed.</summary>
    public string? Source => _source;

    /// <summary>All blocks.</summary>
    public ImmutableArray<Block> Blocks => _mined.Document?.Blocks ?? [];

    /// <summary>The digits of a number, or null when they are not printed in one piece.</summary>
    public PlacedText? DigitsOf(Statement statement)
    {
        if (!_digits.TryGetValue(statement.Index, out PlacedText? digits))
        {
            digits = statement.Cell is { } cell ? DigitsOf(cell, statement.Digits) : DigitsOf(statement.Figure!, statement.Digits);
            _digits.Add(statement.Index, digits);
        }

        return digits;
    }

    /// <summary>The paragraph that prints a figure, and where in it the digits begin; null when it is not found.</summary>
    public (PlacedText Text, int Start)? ParagraphOf(Statement statement)
    {
        if (statement.Figure is not { } figure)
        {
            return null;
        }

        ImmutableArray<Place> places = [.. _quotes.Find(figure.Context).SelectMany(occurrence => occurrence)];
        Figure? read = _mined.Figures.FirstOrDefault(read =>
            PrintedText.IsSameFigure(figure.Text, read.Text) && places.Any(place => QuoteFinder.Touch(place, read.Place)));
        if (read is null || Blocks[read.Block] is not Paragraph { Content: var content })
        {
            return null;
        }

        for (int at = content.Text.IndexOf(statement.Digits, StringComparison.Ordinal); at >= 0; at = content.Text.IndexOf(statement.Digits, at + 1, StringComparison.Ordinal))
        {
            if (IsAlone(content.Text, at, statement.Digits.Length) && QuoteFinder.Touch(content.PlaceOf(at, at + statement.Digits.Length), read.Place))
            {
                return (content, at);
            }
        }

        return null;
    }

    /// <summary>The whole line of the source, or the whole row of the page's markup, that prints a row of a table; null when it cannot be told.</summary>
    public PlacedText? RowOf(int table, int row)
    {
        if (_source is null || _match.TableOf(table) is not { } actual || !_match.RowsOf(table).TryGetValue(row, out int line)
            || _match.Actual[actual].Grid[line].Any(cell => cell is null or { RowSpan: > 1 } or { ColumnSpan: > 1 }))
        {
            return null;
        }

        List<TextSpan> spans = [.. _match.Actual[actual].Grid[line].OfType<Cell>().Select(cell => cell.Place.Span).OfType<TextSpan>()];
        if (spans.Count == 0)
        {
            return null;
        }

        TextSpan all = spans.Aggregate((one, other) => one.Cover(other));
        (int start, int end) = _source.Contains("<tr", StringComparison.OrdinalIgnoreCase) ? Markup(all) : Line(all);
        return start < 0 || end < start ? null : PlacedText.FromSource(_source, start, end);
    }

    /// <summary>Whether the characters stand side by side, with no markup or line break between them.</summary>
    public static bool IsInOnePiece(PlacedText text) =>
        text.Offsets.IsEmpty || Enumerable.Range(1, Math.Max(0, text.Length - 1)).All(i => text.Offsets[i] == text.Offsets[i - 1] + 1);

    private PlacedText? DigitsOf(CellAddress address, string digits)
    {
        if (_match.CellOf(address.Table, address.Row, address.Column) is not (_, { Content: var content }))
        {
            return null;
        }

        int at = content.Text.IndexOf(digits, StringComparison.Ordinal);
        return at < 0 || !IsAlone(content.Text, at, digits.Length) ? null : InOnePiece(content.Slice(at, at + digits.Length));
    }

    private PlacedText? DigitsOf(TrueFigure figure, string digits) =>
        ParagraphOf(new Statement(-1, digits, new Printed(0, 0, Unit.None), "") { Figure = figure }) is ({ } paragraph, var start)
            ? InOnePiece(paragraph.Slice(start, start + digits.Length))
            : null;

    private static PlacedText? InOnePiece(PlacedText text) => IsInOnePiece(text) ? text : null;

    /// <summary>Whether no digit or point stands beside: 12 is not in 312.5.</summary>
    private static bool IsAlone(string text, int start, int length) =>
        (start == 0 || !IsOfNumber(text[start - 1])) && (start + length == text.Length || !IsOfNumber(text[start + length]));

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',';

    private (int Start, int End) Line(TextSpan span)
    {
        int start = span.Start == 0 ? 0 : _source!.LastIndexOf('\n', span.Start - 1) + 1;
        int end = _source!.IndexOf('\n', Math.Min(span.End, _source.Length - 1));
        return (start, end < 0 ? _source.Length : end + 1);
    }

    private (int Start, int End) Markup(TextSpan span)
    {
        int start = _source!.LastIndexOf("<tr", span.Start, StringComparison.OrdinalIgnoreCase);
        int end = _source.IndexOf("</tr>", span.End, StringComparison.OrdinalIgnoreCase);
        return start < 0 || end < 0 || _source.IndexOf("<tr", start + 1, end - start, StringComparison.OrdinalIgnoreCase) >= 0 ? (-1, -1) : (start, end + "</tr>".Length);
    }
}
