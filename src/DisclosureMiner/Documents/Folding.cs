using System.Text;

namespace DisclosureMiner.Documents;

/// <summary>
/// Folds printed text to one form for comparing: full-width letters, digits and punctuation to half-width, traditional to
/// simplified characters, one kind of bracket, dash and quote. One character becomes one character, so offsets are kept.
/// </summary>
public static class Folding
{
    private static readonly char[] Table = BuildTable();

    /// <summary>The folded form of one character.</summary>
    public static char Fold(char c) => Table[c];

    /// <summary>The folded form of a text, of the same length.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            span[i] = Table[source[i]];
        }
    });

    /// <summary>A label: folded, and without any white space (收 入 总 计 becomes 收入总计).</summary>
    public static string Label(string text)
    {
        var label = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char folded = Table[c];
            if (!char.IsWhiteSpace(folded) && folded != '\u200b' && folded != '\ufeff')
            {
                label.Append(folded);
            }
        }

        return label.ToString();
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (char)i;
        }

        // Full-width ASCII forms stand 0xFEE0 above ASCII.
        for (int i = 0xFF01; i <= 0xFF5E; i++)
        {
            table[i] = (char)(i - 0xFEE0);
        }

        foreach ((string from, char to) in new[]
        {
            ("\u3000\u00a0\u2002\u2003\u2009\u202f", ' '),
            ("“”„‟〝〞「」『』", '"'),
            ("‘’", '\''),
            ("﹣−–‐‑⁻", '-'),
            ("﹪", '%'),
            ("﹙︵", '('),
            ("﹚︶", ')'),
            ("〔【［", '['),
            ("〕】］", ']'),
            ("﹐", ','),
            ("﹒", '.'),
            ("﹢", '+'),
            ("﹕︰", ':'),
            ("｡", '。'),
            ("•・", '·'),
        })
        {
            foreach (char c in from)
            {
                table[c] = to;
            }
        }

        string pairs = Characters.TraditionalToSimplified;
        for (int i = 0; i + 1 < pairs.Length; i += 2)
        {
            table[pairs[i]] = pairs[i + 1];
        }

        return table;
    }
}
