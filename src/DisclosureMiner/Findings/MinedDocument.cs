using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>How the mining of a file ended.</summary>
public enum MiningStatus
{
    /// <summary>Read and checked.</summary>
    Mined,

    /// <summary>Something went wrong; the error says what.</summary>
    Failed,

    /// <summary>A kind of file that is not read.</summary>
    Unsupported,

    /// <summary>Only pictures of pages.</summary>
    NeedsOcr,

    /// <summary>A blank form.</summary>
    Template,
}

/// <summary>Why a file could not be mined: a stable code and a sentence that says what to do.</summary>
public sealed record MiningError(string Code, Bilingual Message);

/// <summary>What became of a figure or cell over all obligations it takes part in.</summary>
public enum FactVerdict
{
    /// <summary>Some obligation holds exactly, and it is no cause of a conflict.</summary>
    Verified,

    /// <summary>Obligations hold, but only through rounding.</summary>
    Rounding,

    /// <summary>It is the named cause of a conflict.</summary>
    Contradicted,

    /// <summary>Nothing decided it.</summary>
    Unchecked,
}

/// <summary>Everything that mining one file gave. Immutable; the outputs are written from it alone.</summary>
/// <param name="Id">First 16 hex digits of the SHA-256 of the bytes.</param>
/// <param name="Path">The path as given, relative, with forward slashes.</param>
/// <param name="Paths">All paths with the same bytes, sorted; the first is <paramref name="Path"/>.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="MediaType">text/plain, text/html, application/pdf ...</param>
/// <param name="Status">How it ended.</param>
/// <param name="Error">Why, when it did not end well.</param>
/// <param name="Document">The document as read, or null.</param>
/// <param name="Figures">All figures of the narrative in reading order.</param>
/// <param name="Facts">All facts, cells first, then figures, in reading order.</param>
/// <param name="Ledger">All obligations with verdicts.</param>
/// <param name="Discrepancies">What is reported, worst first, then in reading order.</param>
public sealed record MinedDocument(
    string Id,
    string Path,
    ImmutableArray<string> Paths,
    string Sha256,
    string MediaType,
    MiningStatus Status,
    MiningError? Error,
    Document? Document,
    ImmutableArray<Figure> Figures,
    ImmutableArray<Fact> Facts,
    ImmutableArray<Ruling> Ledger,
    ImmutableArray<Discrepancy> Discrepancies)
{
    /// <summary>The document as read at first, where another reading of a table was kept (the remarks say which); null where none was.</summary>
    public Document? FirstReading { get; init; }

    /// <summary>The form it was checked as; null when it was not checked.</summary>
    public FormOfDocument? Form { get; init; }

    /// <summary>For every fact id: its verdict, and the obligations it takes part in, in ledger order.</summary>
    public ImmutableDictionary<string, FactStanding> Standings { get; init; } = ImmutableDictionary<string, FactStanding>.Empty;

    /// <summary>What it can be compared with other documents by; null when nothing tells, and in a result that was stored.</summary>
    internal DocumentProfile? Profile { get; init; }

    /// <summary>The standing of a fact or figure; unchecked with no obligations when nothing touched it.</summary>
    public FactStanding StandingOf(string factId) => Standings.GetValueOrDefault(factId, FactStanding.None);
}

/// <summary>What became of one fact.</summary>
/// <param name="Verdict">The verdict over all its obligations.</param>
/// <param name="Obligations">Ids of the obligations it takes part in.</param>
/// <param name="Reason">A key of the wording when unchecked, else empty.</param>
public sealed record FactStanding(FactVerdict Verdict, ImmutableArray<string> Obligations, string Reason)
{
    /// <summary>A fact that no obligation touched.</summary>
    public static FactStanding None { get; } = new(FactVerdict.Unchecked, [], "no-obligation");
}
