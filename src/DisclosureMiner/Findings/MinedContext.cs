using DisclosureMiner.Documents;

namespace DisclosureMiner.Findings;

/// <summary>What a cause needs to know of its document to be put into words.</summary>
/// <param name="Body">The publishing body, or empty when it is not known.</param>
/// <param name="Genre">department-budget, unit-budget, final-accounts ...</param>
/// <param name="Year">The fiscal year, or null.</param>
/// <param name="Document">The document as read.</param>
internal sealed record MinedContext(string Body, string Genre, int? Year, Document Document);
