using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Tables;

/// <summary>Reads subject codes: in one column, split over 类, 款 and 项, or glued to the name.</summary>
internal static partial class SubjectCodes
{
    /// <summary>Joins the pieces of a code. A piece of one digit behind the first lost its zero on the way through a spreadsheet.</summary>
    public static string Join(IReadOnlyList<string> pieces, out bool padded)
    {
        padded = false;
        string code = "";
        foreach (string piece in pieces.Select(piece => piece.Trim('[', ']', '(', ')')))
        {
            if (piece.Length == 0 || !piece.All(char.IsAsciiDigit))
            {
                continue;
            }

            if (code.Length == 0 || (piece.Length > code.Length && piece.StartsWith(code, StringComparison.Ordinal)))
            {
                code = piece;
            }
            else if (piece.Length <= 2)
            {
                padded |= piece.Length == 1;
                code += piece.PadLeft(2, '0');
            }
        }

        return code;
    }

    /// <summary>Parts a code from the name behind it; the code is empty when there is none.</summary>
    public static (string Code, string Name) Split(string label)
    {
        Match match = Glued().Match(label);
        return match.Success ? (match.Groups["code"].Value, match.Groups["name"].Value) : ("", label);
    }

    // 100人以上 and 2024年 are no codes.
    [GeneratedRegex(@"^[\[(]?(?<code>[1-5]\d{2}|[1-5]\d{4}|[1-5]\d{6})[\])]?[-_]?(?<name>[\u4e00-\u9fff""(][^\d]*)$(?<!^\d{3}[人个年户元万亿辆].*)")]
    private static partial Regex Glued();
}
