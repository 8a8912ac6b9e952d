using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Tokens;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>
/// Prints other digits in a PDF: changes the codes of the operators that show them and appends the changed content streams as an incremental
/// update (ISO 32000-1, 7.5.6). It knows files with a plain cross-reference table, fonts of one byte a code, and text that is not in forms.
/// </summary>
internal static partial class PdfTyping
{
    /// <summary>The changed file; null when the file is of another make, or a font has no glyph for a digit.</summary>
    public static byte[]? Type(ReadOnlyMemory<byte> bytes, IEnumerable<Edit> edits)
    {
        byte[] file = bytes.ToArray();
        var streams = new SortedDictionary<long, byte[]>();
        try
        {
            using PdfDocument pdf = PdfDocument.Open(file);
            foreach (IGrouping<int, Edit> page in edits.GroupBy(edit => edit.Old.Regions[0].Page))
            {
                Page content = pdf.GetPage(page.Key);
                if (ContentStreams(content) is not { Count: > 0 } references || Retyped(content, [.. page]) is not { } retyped)
                {
                    return null;
                }

                // The first stream holds all of the page, the others nothing.
                foreach (long reference in references)
                {
                    streams[reference] = [];
                }

                streams[references[0]] = retyped;
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The library throws exceptions of every kind.
            return null;
        }

        return WithUpdate(file, streams);
    }

    private static List<long>? ContentStreams(Page page) =>
        !page.Dictionary.TryGet(NameToken.Contents, out IToken? contents) ? null
        : contents is IndirectReferenceToken one ? [one.Data.ObjectNumber]
        : contents is ArrayToken array && array.Data.All(item => item is IndirectReferenceToken)
            ? [.. array.Data.Cast<IndirectReferenceToken>().Select(item => item.Data.ObjectNumber)]
            : null;

    private static byte[]? Retyped(Page page, Edit[] edits)
    {
        var strings = ShownStrings.Of(page);
        if (strings is null || edits.Any(edit => !strings.Retype(edit)))
        {
            return null;
        }

        using var content = new MemoryStream();
        foreach (IGraphicsStateOperation operation in strings.Operations)
        {
            operation.Write(content);
        }

        return content.ToArray();
    }

    private static byte[]? WithUpdate(byte[] file, SortedDictionary<long, byte[]> streams)
    {
        string text = Encoding.Latin1.GetString(file);
        Match end = LastTable().Match(text);
        Match trailer = Trailer().Match(text);
        if (!end.Success || !trailer.Success)
        {
            return null;
        }

        using var updated = new MemoryStream();
        updated.Write(file);
        Write(updated, "\n");
        var offsets = new SortedDictionary<long, long>();
        foreach ((long number, byte[] stream) in streams)
        {
            offsets[number] = updated.Position;
            Write(updated, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<</Length {stream.Length}>>\nstream\n"));
            updated.Write(stream);
            Write(updated, "\nendstream\nendobj\n");
        }

        long table = updated.Position;
        Write(updated, "xref\n");
        foreach ((long number, long offset) in offsets)
        {
            Write(updated, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        }

        Write(updated, string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<<{trailer.Groups["entries"].Value}/Prev {end.Groups["offset"].Value}>>\nstartxref\n{table}\n%%EOF\n"));
        return updated.ToArray();
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"startxref\s+(?<offset>\d+)\s+%%EOF", RegexOptions.RightToLeft)]
    private static partial Regex LastTable();

    [GeneratedRegex(@"trailer\s*<<(?<entries>(?:[^<>]|<[0-9A-Fa-f]*>)*)>>", RegexOptions.RightToLeft)]
    private static partial Regex Trailer();

    /// <summary>The strings that a page shows, as codes, each code with the letter that it became.</summary>
    private sealed class ShownStrings
    {
        private readonly Page _page;
        private readonly Dictionary<int, int> _operationOf;
        private readonly Dictionary<int, List<Letter>> _letters;

        private ShownStrings(Page page, List<IGraphicsStateOperation> operations, Dictionary<int, int> operationOf, Dictionary<int, List<Letter>> letters)
        {
            _page = page;
            Operations = operations;
            _operationOf = operationOf;
            _letters = letters;
        }

        public List<IGraphicsStateOperation> Operations { get; }

        /// <summary>The strings of a page; null when letters and codes do not answer to each other one by one.</summary>
        public static ShownStrings? Of(Page page)
        {
            List<IGraphicsStateOperation> operations = [.. page.Operations];
            Dictionary<int, List<Letter>> letters = page.Letters.GroupBy(letter => letter.TextSequence).ToDictionary(group => group.Key, group => group.ToList());
            List<int> showing = [.. Enumerable.Range(0, operations.Count).Where(i => CodesOf(operations[i]) is not null)];

            // The sequence counts every operator that shows text, from 1 or from 0 on.
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

        /// <summary>Puts other digits into the operator that shows some; false when it cannot.</summary>
        public bool Retype(Edit edit)
        {
            List<Letter> shown = [.. edit.Old.Regions.Select(LetterAt).OfType<Letter>()];
            if (shown.Count != edit.Old.Length || shown.DistinctBy(letter => letter.TextSequence).Count() != 1)
            {
                return false;
            }

            int sequence = shown[0].TextSequence;
            List<Letter> all = _letters[sequence];
            int start = all.IndexOf(shown[0]);
            if (start < 0 || !all.Skip(start).Take(shown.Count).SequenceEqual(shown) || edit.New.Select(c => CodeOf(c, shown[0].FontName)).ToList() is not { } codes || codes.Contains(null))
            {
                return false;
            }

            int operation = _operationOf[sequence];
            Operations[operation] = Operations[operation] is ShowTextsWithPositioning several
                ? new ShowTextsWithPositioning(Spliced(several.Array, start, shown.Count, [.. codes.Select(code => code!.Value)]))
                : new ShowText((byte[])[.. CodesOf(Operations[operation])![..start], .. codes.Select(code => code!.Value), .. CodesOf(Operations[operation])![(start + shown.Count)..]]);
            return true;
        }

        /// <summary>The strings with other codes in one stretch; the distances between strings stay.</summary>
        private static List<IToken> Spliced(IReadOnlyList<IToken> tokens, int start, int count, byte[] codes)
        {
            var spliced = new List<IToken>();
            int at = 0;
            foreach (IToken token in tokens)
            {
                if (CodesOf(token) is not { } old)
                {
                    spliced.Add(token);
                    continue;
                }

                int from = Math.Clamp(start - at, 0, old.Length), to = Math.Clamp(start + count - at, 0, old.Length);
                bool isFirst = start >= at && start < at + old.Length;
                byte[] now = [.. old[..from], .. isFirst ? codes : [], .. old[to..]];
                spliced.Add(new HexToken(Convert.ToHexString(now).AsSpan()));
                at += old.Length;
            }

            return spliced;
        }

        private Letter? LetterAt(Region region)
        {
            double x = (region.Box.X0 + region.Box.X1) / 2, y = _page.Height - ((region.Box.Y0 + region.Box.Y1) / 2);
            return _page.Letters.FirstOrDefault(letter => letter.GlyphRectangleLoose is var box && box.Left <= x && x <= box.Right && box.Bottom <= y && y <= box.Top);
        }

        private byte? CodeOf(char digit, string? font)
        {
            foreach ((int sequence, List<Letter> letters) in _letters)
            {
                int at = letters.FindIndex(letter => letter.FontName == font && letter.Value == digit.ToString());
                if (at >= 0 && CodesOf(Operations[_operationOf[sequence]]) is { } codes && codes.Length == letters.Count)
                {
                    return codes[at];
                }
            }

            return null;
        }

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
}
