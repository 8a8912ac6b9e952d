using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Every text for people, in Chinese and English, from the embedded <c>wording.yaml</c>. Loaded at the first use.</summary>
public static class Wording
{
    /// <summary>The name of a verdict of the ledger.</summary>
    public static Bilingual Of(Verdict verdict) => Text("verdicts/" + Kebab(verdict.ToString()));

    /// <summary>The name of a verdict over one number.</summary>
    public static Bilingual Of(FactVerdict verdict) => Text("fact-verdicts/" + Kebab(verdict.ToString()));

    /// <summary>The name of a severity.</summary>
    public static Bilingual Of(Severity severity) => Text("severities/" + Kebab(severity.ToString()));

    /// <summary>How sure a cause is, in words.</summary>
    public static Bilingual Of(Certainty certainty) => Text("certainties/" + Kebab(certainty.ToString()));

    /// <summary>The name of a figure's role.</summary>
    public static Bilingual Of(FigureRole role) => Text("roles/" + Kebab(role.ToString()));

    /// <summary>The name of a status.</summary>
    public static Bilingual Of(MiningStatus status) => Text("statuses/" + Kebab(status.ToString()));

    /// <summary>Whether a document is clean.</summary>
    public static Bilingual Of(CleanVerdict verdict) => Text("clean/" + Kebab(verdict.ToString()));

    /// <summary>The name of a genre (<c>department-budget</c> ...); the genre itself when it is unknown.</summary>
    public static Bilingual Genre(string genre) => Find("genres/" + genre) ?? new Bilingual(genre, genre);

    /// <summary>What a file is, by its media type.</summary>
    public static Bilingual Format(string mediaType) =>
        Find("formats/" + mediaType.Replace('/', '-'))
        ?? Text(mediaType.StartsWith("image/", StringComparison.Ordinal) ? "formats/image" : "formats/other");

    /// <summary>The number of a page.</summary>
    public static Bilingual Page(int page) => Fill("pieces/page", "page", page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Why something was not checked or not decided; a general text that names the code when it is unknown.</summary>
    public static Bilingual Reason(string code) =>
        Find("reasons/" + code) ?? Fill("reasons/generic", new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = code });

    /// <summary>What people may have done, with the hypothesis's arguments put in; a general text when its code is unknown.</summary>
    public static Bilingual Of(Hypothesis hypothesis)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = hypothesis.Code };
        for (int i = 0; i < hypothesis.Arguments.Length; i++)
        {
            places[i.ToString(CultureInfo.InvariantCulture)] = hypothesis.Arguments[i];
        }

        string key = "hypotheses/" + hypothesis.Code;
        return Fill(Find(key) is null ? "hypotheses/generic" : key, places);
    }

    /// <summary>
    /// The family of a rule by its id: what stands before the number, with the numbers of tables taken off (B1-01: B, BX-04: BX).
    /// </summary>
    public static string FamilyOf(string rule) => rule.Split('-')[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>The name of a family of rules; the family itself when it is unknown.</summary>
    public static Bilingual Family(string family) => Find("families/" + family) ?? new Bilingual(family, family);

    /// <summary>Whether there is a text of that key.</summary>
    internal static bool Has(string key) => Find(key) is not null;

    /// <summary>The text of that key, its places unfilled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    internal static Bilingual Text(string key) => Find(key) ?? throw new KeyNotFoundException($"wording.yaml has no text '{key}'.");

    /// <summary>The text of that key with the same places filled in both languages.</summary>
    internal static Bilingual Fill(string key, IReadOnlyDictionary<string, string> places)
    {
        Bilingual text = Text(key);
        return new Bilingual(WordingTemplate.Fill(text.Zh, places), WordingTemplate.Fill(text.En, places));
    }

    /// <summary>The text of that key with one place filled.</summary>
    internal static Bilingual Fill(string key, string place, string value) =>
        Fill(key, new Dictionary<string, string>(StringComparer.Ordinal) { [place] = value });

    /// <summary><c>DecisionConflict</c> becomes <c>decision-conflict</c>.</summary>
    internal static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static Bilingual? Find(string key) => WordingFile.Texts.GetValueOrDefault(key);
}
