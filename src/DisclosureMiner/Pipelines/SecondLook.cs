using DisclosureMiner.Documents;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads tables of a document in other ways than at first.</summary>
/// <param name="reading">What is known of the document.</param>
/// <param name="tables">Numbers of the tables.</param>
/// <returns>The reading with the other readings of these tables.</returns>
public delegate Reading SecondLook(Reading reading, IReadOnlyCollection<int> tables);
