namespace DisclosureMiner.Checks;

/// <summary>A text in both languages of the reports.</summary>
public sealed record Bilingual(string Zh, string En);
