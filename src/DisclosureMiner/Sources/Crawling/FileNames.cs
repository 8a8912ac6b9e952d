using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>Names what came: as the server says, else as the address or the link does.</summary>
internal static partial class FileNames
{
    private const int Longest = 150;

    /// <summary>The name of a file, without any folder.</summary>
    public static string Of(FetchResult result, string linkText)
    {
        string stated = Stated(result.Header("content-disposition") ?? "");
        string path = Uri.UnescapeDataString(result.FinalAddress.AbsolutePath);
        string last = path[(path.LastIndexOf('/') + 1)..];
        string name = stated.Length > 0 ? stated
            : Extension().IsMatch(last) && !Program().IsMatch(last) ? last
            : Extension().IsMatch(linkText) ? linkText
            : last.Length > 0 ? last : "index.html";
        string bare = Unfit().Replace(name[(name.LastIndexOfAny(['/', '\\']) + 1)..], "_").Trim(' ', '.');
        return bare.Length == 0 ? "file" : bare.Length <= Longest ? bare : bare[^Longest..];
    }

    private static string Stated(string header)
    {
        Match extended = Extended().Match(header);
        if (extended.Success)
        {
            return Uri.UnescapeDataString(extended.Groups["name"].Value);
        }

        // Servers write the plain form in UTF-8 or GB 18030, bare or with escapes; headers arrive with one character for each byte.
        string plain = Plain().Match(header).Groups["name"].Value;
        DecodedText decoded = plain.Any(c => c > 0xFF) ? DecodedText.NotText : TextDecoding.Decode(Encoding.Latin1.GetBytes(plain));
        return Uri.UnescapeDataString(decoded.IsText ? decoded.Text : plain);
    }

    [GeneratedRegex(@"filename\*\s*=\s*utf-8'[^']*'(?<name>[^;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Extended();

    [GeneratedRegex("filename\\s*=\\s*\"?(?<name>[^\";]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\.[A-Za-z0-9]{2,5}$")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\.(?:jsp|do|action|aspx?|php|ashx)$", RegexOptions.IgnoreCase)]
    private static partial Regex Program();

    [GeneratedRegex("[\\x00-\\x1F<>:\"/\\\\|?*]")]
    private static partial Regex Unfit();
}
