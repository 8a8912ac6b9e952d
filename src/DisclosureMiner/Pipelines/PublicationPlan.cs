using System.Collections.Immutable;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Documents;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>What belongs to a publication beside one of its documents.</summary>
/// <param name="Others">The other documents about the same body and year, the page before its attachments.</param>
/// <param name="IsToldHere">Whether what the publication lacks is told in this document: the first of one that is mined whole.</param>
internal sealed record PublicationPlan(ImmutableArray<string> Others, bool IsToldHere)
{
    /// <summary>The document is a publication by itself.</summary>
    public static PublicationPlan Alone { get; } = new([], false);
}

/// <summary>Finds for each document what was published together with it: the page that it is attached to, the attachments of a page.</summary>
internal sealed class PublicationPlans
{
    // A page with more is a list of publications, whatever it was taken for.
    private const int MostParts = 20;

    private readonly IReadOnlyDictionary<string, ProfiledDocument> _profiled;
    private readonly BodyNames _bodies;
    private readonly RegisteredBodies _registered;
    private readonly Dictionary<string, ImmutableArray<PublicationPart>> _partsOf = new(StringComparer.Ordinal);

    /// <param name="parts">The files of all publications, publication by publication.</param>
    /// <param name="profiled">Documents that can be compared, by id.</param>
    /// <param name="bodies">Tells names that mean the same body.</param>
    /// <param name="registered">The bodies of a register.</param>
    public PublicationPlans(
        ImmutableArray<PublicationPart> parts, IReadOnlyDictionary<string, ProfiledDocument> profiled, BodyNames bodies, RegisteredBodies registered)
    {
        _profiled = profiled;
        _bodies = bodies;
        _registered = registered;
        foreach (IGrouping<string, PublicationPart> publication in parts.GroupBy(part => part.Publication, StringComparer.Ordinal))
        {
            ImmutableArray<PublicationPart> all = [.. publication];
            if (all.Length is > 1 and <= MostParts)
            {
                foreach (string document in all.Select(part => part.Document).OfType<string>())
                {
                    // The first of several publications: the order is that of their addresses.
                    _partsOf.TryAdd(document, all);
                }
            }
        }
    }

    /// <summary>What was published together with a document.</summary>
    public PublicationPlan Of(ProfiledDocument document)
    {
        if (!_partsOf.TryGetValue(document.Id, out ImmutableArray<PublicationPart> parts))
        {
            return PublicationPlan.Alone;
        }

        PublicationPart[] about = [.. parts.Where(part => part.Document is not null && IsAbout(part, document))];
        return new PublicationPlan(
            [.. about.Select(part => part.Document!).Where(id => id != document.Id).Distinct(StringComparer.Ordinal)],
            about.Length == parts.Length && about[0].Document == document.Id);
    }

    /// <summary>Whether a part may be about the body and year of the document. Tables may say neither.</summary>
    private bool IsAbout(PublicationPart part, ProfiledDocument document)
    {
        if (_profiled.TryGetValue(part.Document!, out ProfiledDocument? other))
        {
            return other.Profile.Family == document.Profile.Family
                && other.Profile.Year == document.Profile.Year
                && _registered.NameOf(other) == _registered.NameOf(document);
        }

        return (part.Year is null || part.Year == document.Profile.Year)
            && (part.Organisation.Length == 0 || _bodies.Core(Folding.Label(part.Organisation)) == document.Profile.Body);
    }
}
