namespace DisclosureMiner.Checks;

/// <summary>The languages of messages and reports.</summary>
public enum Language
{
    /// <summary>Simplified Chinese.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}

/// <summary>A text in both languages of the reports.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;
}
