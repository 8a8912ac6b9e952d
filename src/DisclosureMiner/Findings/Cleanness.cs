using System.Collections.Immutable;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Findings;

/// <summary>Whether a document may be called free of errors.</summary>
public enum CleanVerdict
{
    /// <summary>No error, no warning, and all that its form has at its core was decided.</summary>
    Clean,

    /// <summary>It has errors or warnings.</summary>
    NotClean,

    /// <summary>Nothing was found, but too little was decided to say so.</summary>
    Undecided,
}

/// <summary>Whether a document is clean, and what of its core was not decided.</summary>
/// <param name="Verdict">What may be said.</param>
/// <param name="Missing">Ids of core rules that made no obligation, or one that could not be decided, in the form's order.</param>
public sealed record Cleanness(CleanVerdict Verdict, ImmutableArray<string> Missing)
{
    /// <summary>Judges a document; one of which its form expects nothing is never clean, for nobody knows what should have been decided.</summary>
    public static Cleanness Of(MinedDocument mined)
    {
        ArgumentNullException.ThrowIfNull(mined);
        ImmutableArray<string> core = mined.Form?.Core ?? [];
        HashSet<string> decided = [], open = [];
        foreach (Ruling ruling in mined.Ledger)
        {
            (ruling.IsDecided ? decided : open).UnionWith(ruling.Obligation.Rules);
        }

        ImmutableArray<string> missing = [.. core.Where(rule => open.Contains(rule) || !decided.Contains(rule))];
        bool isGrave = mined.Discrepancies.Any(found => found.Severity > Severity.Note);
        CleanVerdict verdict = isGrave ? CleanVerdict.NotClean : core.IsEmpty || !missing.IsEmpty ? CleanVerdict.Undecided : CleanVerdict.Clean;
        return new Cleanness(verdict, missing);
    }
}
