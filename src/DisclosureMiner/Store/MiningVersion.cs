namespace DisclosureMiner.Store;

/// <summary>What a result depends on besides the bytes of its document. What is stored is good for as long as that stays the same.</summary>
/// <param name="Reading">Stands for the program that reads and for what its readers know: words, kinds of tables, units.</param>
/// <param name="Checks">Stands for the program and all of the pipeline, its rules too.</param>
public sealed record MiningVersion(string Reading, string Checks);
