namespace DisclosureMiner.Cli;

/// <summary>Text for places that are one line long.</summary>
internal static class Lines
{
    /// <summary>The text with every run of white space as one space.</summary>
    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The flat text, cut to that many characters.</summary>
    public static string Cut(string text, int longest)
    {
        string flat = Flat(text);
        return flat.Length <= longest ? flat : flat[..(longest - 1)] + "…";
    }
}
