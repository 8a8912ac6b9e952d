using DisclosureMiner.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>The strings that a page of a PDF shows, as codes, each code with the letter that it became.</summary>
internal sealed class ShownStrings
{
    private readonly Page _page;
    private readonly List<IGraphicsStateOperation> _operations;
    private readonly Dictionary<int, int> _operationOf;
    private readonly Dictionary<int, List<Letter>> _letters;
    private readonly Dictionary<int, IGraphicsStateOperation[]> _retyped = [];

    private ShownStrings(Page page, List<IGraphicsStateOperation> operations, Dictionary<int, int> operationOf, Dictionary<int, List<Letter>> letters)
    {
        _page = page;
        _operations = operations;
        _operationOf = operationOf;
        _letters = letters;
    }

    /// <summary>The strings of a page; null when letters and codes do not answer to each other one by one.</summary>
    public static ShownStrings? Of(Page page)
    {
        List<IGraphicsStateOperation> operations = [.. page.Operations];
        Dictionary<int, List<Letter>> letters = page.Letters.GroupBy(letter => letter.TextSequence).ToDictionary(group => group.Key, group => group.ToList());
        List<int> showing = [.. Enumerable.Range(0, operations.Count).Where(i => CodesOf(operations[i]) is not null)];

        // The sequence counts every operator that shows text, from 0 or from 1 on.
        foreach (int first in (int[])[0, 1])
        {
            var operationOf = Enumerable.Range(0, showing.Count).ToDictionary(i => i + first, i => showing[i]);
            if (letters.All(pair => operationOf.TryGetValue(pair.Key, out int operation) && CodesOf(operations[operation])!.Length == pair.Value.Count))
            {
                return new ShownStrings(page, operations, operationOf, letters);
            }
        }

        return null;
    }

    /// <summary>All operators of the page, with what was typed into them.</summary>
    public IEnumerable<IGraphicsStateOperation> Operations() =>
        _operations.SelectMany((operation, i) => _retyped.TryGetValue(i, out IGraphicsStateOperation[]? typed) ? typed : [operation]);

    /// <summary>Puts other digits into the operator that shows some; false when it cannot, or has been done to the same operator.</summary>
    public bool Retype(Edit edit)
    {
        List<Letter> shown = [.. edit.Old.Regions.Select(LetterAt).OfType<Letter>()];
        if (shown.Count != edit.Old.Length || shown.DistinctBy(letter => letter.TextSequence).Count() != 1)
        {
            return false;
        }

        int sequence = shown[0].TextSequence;
        List<Letter> all = _letters[sequence];
        int start = all.IndexOf(shown[0]), end = start + shown.Count;
        List<(byte Code, double Width)?> glyphs = [.. edit.New.Select(c => GlyphOf(c, shown[0].FontName))];
        if (start < 0 || !all.Skip(start).Take(shown.Count).SequenceEqual(shown) || glyphs.Contains(null))
        {
            return false;
        }

        // A longer number is set narrower, so that it runs neither over its cell nor into the next word.
        double room = shown.Sum(WidthOf), needed = shown[0].PointSize * glyphs.Sum(glyph => glyph!.Value.Width);
        double scale = needed > room ? Math.Floor(100 * room / needed) : 100;
        int operation = _operationOf[sequence];
        return _retyped.TryAdd(operation,
        [
            Part(_operations[operation], 0, start),
            new SetHorizontalScaling(scale),
            new ShowText((byte[])[.. glyphs.Select(glyph => glyph!.Value.Code)]),
            new SetHorizontalScaling(100),
            Part(_operations[operation], end, int.MaxValue),
        ]);
    }

    /// <summary>What an operator shows between two codes, with the distances before and behind each.</summary>
    private static ShowTextsWithPositioning Part(IGraphicsStateOperation operation, int from, int to)
    {
        var part = new List<IToken>();
        int at = 0;
        foreach (IToken token in operation is ShowTextsWithPositioning several ? several.Array : [new HexToken(Convert.ToHexString(CodesOf(operation)!))])
        {
            if (CodesOf(token) is { } codes)
            {
                part.Add(new HexToken(Convert.ToHexString(codes[Math.Clamp(from - at, 0, codes.Length)..Math.Clamp(to - at, 0, codes.Length)])));
                at += codes.Length;
            }
            else if (at >= from && at <= to)
            {
                part.Add(token);
            }
        }

        return new ShowTextsWithPositioning(part);
    }

    private Letter? LetterAt(Region region)
    {
        double x = (region.Box.X0 + region.Box.X1) / 2, y = _page.Height - ((region.Box.Y0 + region.Box.Y1) / 2);
        return _page.Letters.FirstOrDefault(letter => letter.GlyphRectangleLoose is var box && box.Left <= x && x <= box.Right && box.Bottom <= y && y <= box.Top);
    }

    /// <summary>The code of a character in a font of the page, and its width for one point of size; null when the page does not show it.</summary>
    private (byte Code, double Width)? GlyphOf(char digit, string? font)
    {
        foreach ((int sequence, List<Letter> letters) in _letters)
        {
            int at = letters.FindIndex(letter => letter.FontName == font && letter.Value == digit.ToString());
            if (at >= 0)
            {
                return (CodesOf(_operations[_operationOf[sequence]])![at], WidthOf(letters[at]) / letters[at].PointSize);
            }
        }

        return null;
    }

    private static double WidthOf(Letter letter) => Math.Abs(letter.EndBaseLine.X - letter.StartBaseLine.X);

    private static byte[]? CodesOf(IGraphicsStateOperation operation) => operation switch
    {
        ShowText { Text: { } text } => OtherEncodings.StringAsLatin1Bytes(text),
        ShowText show => show.Bytes.ToArray(),
        ShowTextsWithPositioning several => [.. several.Array.SelectMany(token => CodesOf(token) ?? [])],
        _ => null,
    };

    private static byte[]? CodesOf(IToken token) => token switch
    {
        HexToken hex => hex.Bytes.ToArray(),
        StringToken text => text.GetBytes(),
        _ => null,
    };
}
