using System.Collections.Immutable;

namespace DisclosureMiner.Store;

/// <summary>
/// Everything that is kept of a mined document: what the outputs are written from, whether it was mined just now or by an
/// earlier run.
/// </summary>
/// <param name="Path">The first of <paramref name="Paths"/>.</param>
/// <param name="Paths">All paths with these bytes, relative, with forward slashes, in ordinal order.</param>
/// <param name="Document">What it is and how it ended.</param>
/// <param name="Tables">In reading order.</param>
/// <param name="Figures">In reading order.</param>
/// <param name="Checks">The ledger.</param>
/// <param name="Facts">The bound facts, cells first, then figures, in reading order.</param>
/// <param name="Discrepancies">Worst first, then in reading order.</param>
public sealed record StoredDocument(
    string Path,
    ImmutableArray<string> Paths,
    DocumentRecord Document,
    ImmutableArray<TableRecord> Tables,
    ImmutableArray<FigureRecord> Figures,
    ImmutableArray<CheckRecord> Checks,
    ImmutableArray<FactRecord> Facts,
    ImmutableArray<DiscrepancyRecord> Discrepancies);
