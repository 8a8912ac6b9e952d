using System.Text;

namespace DisclosureMiner.Scoring;

/// <summary>How names of enumerations are written in files: lower case, words parted by hyphens.</summary>
internal static class FileWord
{
    /// <summary><c>NeedsOcr</c> becomes <c>needs-ocr</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (char c in value.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
