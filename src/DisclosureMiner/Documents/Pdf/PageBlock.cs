using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>A row of text or a table on one page.</summary>
/// <param name="Page">Physical page.</param>
/// <param name="Box">Where it stands.</param>
internal abstract record PageBlock(int Page, Box Box);

/// <summary>A row of text in a column of print.</summary>
/// <param name="Row">The text.</param>
/// <param name="Left">Where full lines of this column of print begin.</param>
/// <param name="Right">Where they end.</param>
internal sealed record RowBlock(TextRow Row, double Left, double Right) : PageBlock(Row.Page, Row.Box);

/// <summary>A table, or the part of one that stands on this page.</summary>
/// <param name="Page">Physical page.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Table">Its cells.</param>
/// <param name="Borders">Where its columns begin and end, left to right: one more than there are columns.</param>
internal sealed record TableBlock(int Page, Box Box, RawTable Table, ImmutableArray<double> Borders) : PageBlock(Page, Box);
