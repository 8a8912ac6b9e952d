using System.Collections.Immutable;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Findings;

/// <summary>The form that a document was checked as.</summary>
/// <param name="Id">Id of the form in the pipeline.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Reason">Why it was chosen.</param>
/// <param name="Core">Ids of the rules that must be decided before the document counts as clean; none when nothing is expected of it.</param>
public sealed record FormOfDocument(string Id, Bilingual Name, Bilingual Reason, ImmutableArray<string> Core);
