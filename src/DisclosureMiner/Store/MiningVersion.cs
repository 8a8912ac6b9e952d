namespace DisclosureMiner.Store;

/// <summary>
/// What a result depends on besides the bytes of its document. A stored result is good for as long as both stay the same.
/// </summary>
/// <param name="Reader">Stands for the program that read and checked.</param>
/// <param name="Rules">Stands for the pipeline: its words, tables and rules.</param>
public sealed record MiningVersion(string Reader, string Rules);
