namespace DisclosureMiner.Documents;

/// <summary>A file that a page offers for download.</summary>
/// <param name="Name">The text of its link, or its file name where the link has none.</param>
/// <param name="Href">Where it is, as the page writes it.</param>
/// <param name="Place">Where the link stands.</param>
public sealed record Attachment(string Name, string Href, Place Place);
