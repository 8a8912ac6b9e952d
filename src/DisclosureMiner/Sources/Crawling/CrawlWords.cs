using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>By what pages are told that are no documents though the server says that all is well, and links to files.</summary>
/// <param name="ChallengePhrases">What a page says that asks for a proof of being human, or for scripts.</param>
/// <param name="ErrorTitles">Patterns of the titles of error pages.</param>
/// <param name="ErrorPhrases">What a short page says that stands in for one that is missing.</param>
/// <param name="Extensions">Extensions of files that are published with a page, without the dot, in lower case.</param>
public sealed record CrawlWords(
    ImmutableArray<string> ChallengePhrases,
    ImmutableArray<Regex> ErrorTitles,
    ImmutableArray<string> ErrorPhrases,
    FrozenSet<string> Extensions);
