namespace DisclosureMiner.Facts;

/// <summary>The document that a fact comes from when it is compared with those of another one.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Name">What people call it: its title, with the body where the title does not name it.</param>
public sealed record FactSource(string Id, string Name);
