using System.Collections.Immutable;

namespace DisclosureMiner.Facts;

/// <summary>Something that money is raised from or spent on, under all the names it goes by.</summary>
/// <param name="Id">Permanent id: <c>revenue-total</c>, <c>three-public-reception</c>; or a subject code: <c>208</c>, <c>30201</c>.</param>
/// <param name="Flow">revenue, expenditure, or empty for either.</param>
/// <param name="Fund">The fund it belongs to when its name says so, else empty.</param>
/// <param name="Component">basic, project, personnel, operating ... when its name says so, else empty.</param>
/// <param name="Labels">Folded labels of table lines and columns (whole label), the official one first.</param>
/// <param name="Phrases">Folded names used in prose (longest wins); labels count as phrases too.</param>
/// <param name="Former">Names that were official before; a use of one is a note (D-06).</param>
/// <param name="Tags">Groups it belongs to, for rules: <c>revenue-source</c>, <c>function-class</c>.</param>
public sealed record Subject(
    string Id,
    string Flow,
    string Fund,
    string Component,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Phrases,
    ImmutableArray<string> Former,
    ImmutableArray<string> Tags)
{
    /// <summary>
    /// Labels that mean it only below a line of another subject: 一般公共预算拨款 is income of the year, or under 上年结转 money
    /// that was carried in.
    /// </summary>
    public ImmutableArray<LabelsBelow> Below { get; init; } = [];

    /// <summary>
    /// Ids of the subjects whose cells print it where no line has its name: 一般公共预算支出 is the total of the table of that fund.
    /// </summary>
    public ImmutableArray<string> PrintedAs { get; init; } = [];
}

/// <summary>Labels that a subject has only below a line of another subject.</summary>
/// <param name="Subject">Id of the subject of the line above.</param>
/// <param name="Labels">Folded labels.</param>
public sealed record LabelsBelow(string Subject, ImmutableArray<string> Labels);

/// <summary>A whole that is known to be the sum of parts, whatever document states it: 三公 = 出国 + 公车 + 接待.</summary>
/// <param name="Id">Permanent id.</param>
/// <param name="Whole">Subject id.</param>
/// <param name="Parts">Subject ids; <c>a|b</c> where either may stand for the part.</param>
/// <param name="Required">Parts (as written in <paramref name="Parts"/>) that must be stated before a list counts as complete; the others count as nil.</param>
/// <param name="Rule">The catalogue id that a list of these parts counts for besides the general ones, or empty: N-23.</param>
public sealed record Partition(string Id, string Whole, ImmutableArray<string> Parts, ImmutableArray<string> Required, string Rule = "");

/// <summary>The pipeline's dictionary of subjects.</summary>
/// <param name="Subjects">All subjects.</param>
/// <param name="Partitions">Known wholes and parts.</param>
public sealed record SubjectCatalog(ImmutableArray<Subject> Subjects, ImmutableArray<Partition> Partitions)
{
    private readonly Dictionary<string, Subject> _byId = Subjects.ToDictionary(subject => subject.Id, StringComparer.Ordinal);

    private readonly Lazy<ILookup<string, Subject>> _byLabel = new(() => Subjects
        .SelectMany(subject => subject.Labels.Concat(subject.Former), (subject, label) => (label, subject))
        .ToLookup(pair => pair.label, pair => pair.subject, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, (Subject Subject, string Above)>> _byLabelBelow = new(() => Subjects
        .SelectMany(subject => subject.Below.SelectMany(below => below.Labels, (below, label) => (label, subject, below.Subject)))
        .ToLookup(entry => entry.label, entry => (entry.subject, entry.Subject), StringComparer.Ordinal));

    /// <summary>The subject of that id.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such subject.</exception>
    public Subject this[string id] => _byId[id];

    /// <summary>Whether the catalogue has the subject.</summary>
    public bool Has(string id) => _byId.ContainsKey(id);

    /// <summary>The subject of that id, or null.</summary>
    public Subject? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>All subjects that have the folded label now or had it before, in the catalogue's order.</summary>
    public IEnumerable<Subject> Labelled(string label) => _byLabel.Value[label];

    /// <summary>All subjects that the folded label means only below a line of another subject, with the id of that one.</summary>
    public IEnumerable<(Subject Subject, string Above)> LabelledBelow(string label) => _byLabelBelow.Value[label];
}
