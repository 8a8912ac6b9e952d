namespace DisclosureMiner.Server.Web;

/// <summary>The name of a file that somebody sent: without folders and without what a file system or a page would stumble over.</summary>
internal static class UploadName
{
    private const int Longest = 200;

    /// <exception cref="BadHttpRequestException">Nothing is left of it.</exception>
    public static string Of(string? given)
    {
        string last = (given ?? "").Split('/', '\\')[^1];
        string name = string.Concat(last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim(' ', '.');

        // The end says what it is.
        name = name.Length <= Longest ? name : name[^Longest..];
        return name.Length > 0 ? name : throw Asked.Bad("Say what the file is called: POST /api/v1/documents?name=budget.pdf");
    }
}
