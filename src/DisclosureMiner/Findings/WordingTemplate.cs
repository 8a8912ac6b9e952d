using System.Text;

namespace DisclosureMiner.Findings;

/// <summary>
/// Fills the places of a text: <c>{name}</c> becomes the place's value; what stands between <c>[[</c> and <c>]]</c> is left out when
/// a place inside it is empty or unknown.
/// </summary>
internal static class WordingTemplate
{
    public static string Fill(string template, IReadOnlyDictionary<string, string> places)
    {
        var text = new StringBuilder(template.Length * 2);
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf("[[", at, StringComparison.Ordinal);
            if (open < 0)
            {
                Append(text, template.AsSpan(at), places);
                break;
            }

            Append(text, template.AsSpan(at, open - at), places);
            int close = template.IndexOf("]]", open, StringComparison.Ordinal);
            int before = text.Length;
            if (!Append(text, template.AsSpan(open + 2, close - open - 2), places))
            {
                text.Length = before;
            }

            at = close + 2;
        }

        return text.ToString();
    }

    /// <summary>The names of the places in a text.</summary>
    public static IEnumerable<string> PlacesOf(string template)
    {
        for (int open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
        {
            yield return template[(open + 1)..template.IndexOf('}', open)];
        }
    }

    private static bool Append(StringBuilder text, ReadOnlySpan<char> piece, IReadOnlyDictionary<string, string> places)
    {
        bool complete = true;
        while (piece.IndexOf('{') is >= 0 and var open)
        {
            int close = piece.IndexOf('}');
            text.Append(piece[..open]);
            if (places.TryGetValue(piece[(open + 1)..close].ToString(), out string? value) && value.Length > 0)
            {
                text.Append(value);
            }
            else
            {
                complete = false;
            }

            piece = piece[(close + 1)..];
        }

        text.Append(piece);
        return complete;
    }
}
