using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Pipelines;

/// <summary>The words that pipelines may use for the parts of a key.</summary>
internal static class KeyWords
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["flow"] = ["revenue", "expenditure"],
        ["fund"] = ["all", "fiscal", "general-public", "government-fund", "state-capital", "social-insurance", "special-account", "unit-funds"],
        ["component"] = ["total", "basic", "project", "personnel", "operating", "other-operating", "special-target"],
        ["phase"] = [.. FactWords.Phases.Keys],
        ["measure"] = [.. FactWords.Measures.Keys],
        ["classification"] = ["function", "economic"],
        ["lines"] = ["body", "project", "item"],
    };

    /// <summary>Complains about any of the keys that has a word which means nothing.</summary>
    public static void Check(Entry entry, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (entry.Find(key) is { } value && !Allowed[key].Contains(entry.File.TextOf(value), StringComparer.Ordinal))
            {
                throw entry.File.Expected(value, "one of " + string.Join(", ", Allowed[key]));
            }
        }
    }

    /// <summary>Complains about a <c>sets</c> mapping that sets something unknown; see <see cref="ColumnRole.Sets"/>.</summary>
    public static void CheckSets(Entry owner, SubjectCatalog subjects)
    {
        if (owner.Find("sets") is not { } node)
        {
            return;
        }

        Entry sets = owner.File.EntryOf(node);
        foreach (string key in Allowed.Keys)
        {
            Check(sets, key);
        }

        if (sets.Find("subject") is { } subject && !subjects.Has(owner.File.TextOf(subject)))
        {
            throw owner.File.Expected(subject, "the id of a subject");
        }

        if (sets.Find("year") is { } year && !int.TryParse(owner.File.TextOf(year), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            throw owner.File.Expected(year, "a distance to the fiscal year, such as 0 or -1");
        }

        sets.Close();
    }
}
