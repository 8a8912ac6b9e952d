using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Documents;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>The documents that one is compared with, by their ids, in an order that does not depend on who came first.</summary>
/// <param name="Before">Of the same body and kind, the year before.</param>
/// <param name="Budgets">For a final account, the budgets of its year.</param>
/// <param name="Units">
/// For a department, the units that it lists, else those that a register has below it, each with the id of its document, or null and why it may have none.
/// </param>
/// <param name="Version">The version before this one, or null.</param>
/// <param name="Sharing">An unrelated one with a row of numbers in common, or null.</param>
/// <param name="Publication">What else belongs to the publication that it is a part of.</param>
internal sealed record AcrossPlan(
    ImmutableArray<string> Before,
    ImmutableArray<string> Budgets,
    ImmutableArray<(string Name, string? Id, string Absence)> Units,
    string? Version,
    string? Sharing,
    PublicationPlan Publication)
{
    /// <summary>Whether there is anything to compare with.</summary>
    public bool IsEmpty => Before.IsEmpty && Budgets.IsEmpty && Units.IsEmpty && Version is null && Sharing is null && Publication.Others.IsEmpty;

    /// <summary>Stands for all of it; empty when there is nothing to compare with.</summary>
    public string Signature => IsEmpty ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '|',
        string.Join(',', Before),
        string.Join(',', Budgets),
        string.Join(',', Units.Select(unit => $"{unit.Name}={unit.Id}{(unit.Id is null && unit.Absence != UnitPartner.Unknown ? "!" + unit.Absence : "")}")),
        Version,
        Sharing,
        string.Join(',', Publication.Others) + (Publication.IsToldHere ? "!" : "")))))[..16];
}

/// <summary>Finds for each document those to compare it with. Takes time in proportion to the number of documents.</summary>
internal sealed class AcrossPlans
{
    // Of a document that was issued again and again, the last ones tell enough.
    private const int MostVersions = 3;

    // Names of units are looked up by their ends, for a department may leave out the place before them. Shorter ends would not find more,
    // and half of all units end in 服务中心.
    private const int Ending = BodyNames.LeastCommon;

    private readonly BodyNames _bodies;
    private readonly Vocabulary _words;
    private readonly RegisteredBodies _registered;
    private readonly PublicationPlans _publications;
    private readonly Dictionary<string, ProfiledDocument> _byId;
    private readonly ILookup<(string Body, string Family, bool IsUnit, int Year), ProfiledDocument> _byBody;
    private readonly ILookup<(string Ending, string Family, int Year), ProfiledDocument> _units;
    private readonly ILookup<string, string> _rowsOf;
    private readonly ILookup<string, string> _documentsOf;

    public AcrossPlans(
        ImmutableArray<ProfiledDocument> documents,
        ImmutableArray<(string Row, string Document)> sharedRows,
        ImmutableArray<PublicationPart> parts,
        Vocabulary words,
        Register? register = null)
    {
        _words = words;
        _bodies = new BodyNames(words);
        _registered = new RegisteredBodies(register, documents);
        ProfiledDocument[] ordered =
        [
            .. documents.OrderBy(document => document.Path is not null)
                .ThenBy(document => document.Path, StringComparer.Ordinal)
                .ThenBy(document => document.Id, StringComparer.Ordinal),
        ];
        _byId = ordered.ToDictionary(document => document.Id, StringComparer.Ordinal);
        _publications = new PublicationPlans(parts, _byId, _bodies, _registered);
        _byBody = ordered.ToLookup(document => Key(document, document.Profile.Family, document.Profile.Year));
        _units = ordered.Where(document => document is { Profile.IsUnit: true, Path: not null })
            .ToLookup(document => (End(document.Profile.Body), document.Profile.Family, document.Profile.Year));
        _rowsOf = sharedRows.ToLookup(row => row.Document, row => row.Row, StringComparer.Ordinal);
        _documentsOf = sharedRows.ToLookup(row => row.Row, row => row.Document, StringComparer.Ordinal);
    }

    /// <summary>What to compare a document with.</summary>
    public AcrossPlan Of(ProfiledDocument document)
    {
        DocumentProfile profile = document.Profile;
        PublicationPlan publication = _publications.Of(document);
        return new AcrossPlan(
            Located(Key(document, profile.Family, profile.Year - 1)),
            profile.Family == "final-accounts" ? Located(Key(document, "budget", profile.Year)) : [],
            UnitsOf(document),
            _byBody[Key(document, profile.Family, profile.Year)].TakeWhile(other => other.Id != document.Id)
                .LastOrDefault(other => !publication.Others.Contains(other.Id))?.Id,
            SharingWith(document),
            publication);
    }

    private (string, string, bool, int) Key(ProfiledDocument document, string family, int year) =>
        (_registered.NameOf(document), family, _registered.IsUnit(document), year);

    private static string End(string body) => body.Length <= Ending ? body : body[^Ending..];

    private ImmutableArray<string> Located((string, string, bool, int) key) =>
        [.. _byBody[key].Where(other => other.Path is not null).Select(other => other.Id).TakeLast(MostVersions)];

    /// <summary>The units, when at least one of them has a document here; else nothing can be said.</summary>
    private ImmutableArray<(string, string?, string)> UnitsOf(ProfiledDocument department)
    {
        ImmutableArray<(string, string?, string)> units = department.Profile.Units switch
        {
            { Length: >= 2 } listed => [.. listed.Select(name => ListedUnit(name, department))],
            { Length: 0 } => [.. _registered.UnitsOf(department).Select(unit => RegisteredUnit(unit, department))],
            _ => [],
        };
        return units.Any(unit => unit.Item2 is not null) ? units : [];
    }

    private (string, string?, string) ListedUnit(string name, ProfiledDocument department)
    {
        if (_registered.UnitNamed(name, department) is not { } unit)
        {
            return (name, UnitOf(name, department)?.Id, _registered.Absence(null, department));
        }

        (_, string? id, string absence) = RegisteredUnit(unit, department);
        return (name, id ?? UnitOf(name, department)?.Id, absence);
    }

    private (string, string?, string) RegisteredUnit(RegisterBody unit, ProfiledDocument department)
    {
        DocumentProfile profile = department.Profile;
        ProfiledDocument? document = _byBody[(RegisteredBodies.NameOf(unit), profile.Family, true, profile.Year)].FirstOrDefault(document => document.Path is not null);
        return (Folding.Label(unit.Name), document?.Id, _registered.Absence(unit, department));
    }

    private ProfiledDocument? UnitOf(string name, ProfiledDocument department) => new[] { End(_bodies.Core(name)), End(department.Profile.Body) }
        .Distinct(StringComparer.Ordinal)
        .SelectMany(ending => _units[(ending, department.Profile.Family, department.Profile.Year)])
        .FirstOrDefault(unit => _bodies.Means(name, department.Profile.Body, unit.Profile.Body) && _registered.MayBeBelow(unit, department));

    private string? SharingWith(ProfiledDocument document) => _rowsOf[document.Id]
        .SelectMany(row => _documentsOf[row])
        .Select(id => _byId.GetValueOrDefault(id))
        .OfType<ProfiledDocument>()
        .Where(other => other.Path is not null && Precedes(other, document) && !BodyNames.AreRelated(other.Profile, document.Profile, _words)
            && !_registered.AreRelated(other, document))
        .OrderBy(other => other.Id, StringComparer.Ordinal)
        .FirstOrDefault()?.Id;

    // Told once, in the later of the two.
    private static bool Precedes(ProfiledDocument one, ProfiledDocument other) =>
        (one.Profile.Year, one.Id).CompareTo((other.Profile.Year, other.Id)) < 0;
}
