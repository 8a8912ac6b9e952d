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
    ImmutableArray<string> Tags);

/// <summary>A whole that is known to be the sum of parts, whatever document states it: 三公 = 出国 + 公车 + 接待.</summary>
/// <param name="Id">Permanent id.</param>
/// <param name="Whole">Subject id.</param>
/// <param name="Parts">Subject ids; <c>a|b</c> where either may stand for the part.</param>
/// <param name="Required">Parts (as written in <paramref name="Parts"/>) that must be stated before a list counts as complete; the others count as nil.</param>
public sealed record Partition(string Id, string Whole, ImmutableArray<string> Parts, ImmutableArray<string> Required);

/// <summary>The pipeline's dictionary of subjects.</summary>
/// <param name="Subjects">All subjects.</param>
/// <param name="Partitions">Known wholes and parts.</param>
public sealed record SubjectCatalog(ImmutableArray<Subject> Subjects, ImmutableArray<Partition> Partitions);
