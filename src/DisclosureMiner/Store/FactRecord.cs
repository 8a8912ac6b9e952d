using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>A line of facts.jsonl: a number bound to what it is about. Null means "not said" wherever nothing else is written.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Id">The id within the document: <c>t3.r5.c2</c> for a cell (counted from 1), <c>f7</c> for a figure.</param>
/// <param name="Body">The body that the number is about.</param>
/// <param name="BodyCode">Its code in the register.</param>
/// <param name="Parent">The body above it in the register.</param>
/// <param name="Region">Its region in the register.</param>
/// <param name="FiscalYear">The year that the number is about.</param>
/// <param name="Genre">The document's genre.</param>
/// <param name="Phase">budget, opening-budget, adjusted-budget, estimated-outturn or final.</param>
/// <param name="Scope">The fund: all, fiscal, general-public, government-fund, state-capital ...</param>
/// <param name="Flow">revenue or expenditure.</param>
/// <param name="Subject">The subject of the key: a code, the id of a named line, or folded words.</param>
/// <param name="Code">The subject code, digits only.</param>
/// <param name="Label">The words that name it in the document.</param>
/// <param name="Component">total, basic, project, personnel, operating ...</param>
/// <param name="Measure">amount, change, rate, share, completion or count.</param>
/// <param name="Value">The signed number in <paramref name="Unit"/> with its printed decimals.</param>
/// <param name="Missing">Why there is no value: <c>blank</c>, <c>not-disclosed</c> or <c>unreadable</c>; null when there is one.</param>
/// <param name="Unit">The printed unit.</param>
/// <param name="Yuan">The same in 元; null when it is no money.</param>
/// <param name="Verdict">What became of it over all its obligations.</param>
/// <param name="Page">The physical page, from 1.</param>
/// <param name="Box">Its first box on that page; null in text and HTML.</param>
/// <param name="Span">Its span in text and HTML; null on pages.</param>
public sealed record FactRecord(
    string Document,
    string Id,
    string? Body,
    string? BodyCode,
    string? Parent,
    string? Region,
    int? FiscalYear,
    string? Genre,
    Phase? Phase,
    string? Scope,
    string? Flow,
    string? Subject,
    string? Code,
    string? Label,
    string? Component,
    Measure Measure,
    string? Value,
    string? Missing,
    string? Unit,
    string? Yuan,
    FactVerdict Verdict,
    int Page,
    Box? Box,
    TextSpan? Span);
