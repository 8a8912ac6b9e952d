using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>What a figure of the narrative says.</summary>
public enum FigureRole
{
    /// <summary>A sum of money.</summary>
    Amount,

    /// <summary>The difference between two amounts or counts, unsigned as printed; the direction word gives the sign.</summary>
    Change,

    /// <summary>A rate of growth or decline.</summary>
    Rate,

    /// <summary>A part in percent of a whole.</summary>
    Share,

    /// <summary>An outturn in percent of a budget.</summary>
    Completion,

    /// <summary>A number of things or persons.</summary>
    Count,

    /// <summary>A place of the form that was never filled in.</summary>
    Placeholder,

    /// <summary>A number that is no quantity of money: a year, date, code, ordinal, telephone number ...</summary>
    Other,
}

/// <summary>Which way a change goes.</summary>
public enum Direction
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>增加, 增长, 大于 ...</summary>
    Up,

    /// <summary>减少, 下降, 小于 ...</summary>
    Down,

    /// <summary>持平, 无变化, 一致 ...</summary>
    Flat,
}

/// <summary>A number (or an unfilled place for one) that the narrative states.</summary>
/// <param name="Id">The id within the document: <c>f</c> and a counter in reading order.</param>
/// <param name="Text">As printed, with its unit.</param>
/// <param name="Sentence">The sentence as printed.</param>
/// <param name="Start">Offset of <paramref name="Text"/> in the sentence, UTF-16 units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Section">The headings above it, outermost first.</param>
/// <param name="Block">Index of the block it stands in.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="SentencePlace">Where its sentence stands.</param>
/// <param name="Role">What it says.</param>
/// <param name="Printed">The number; null for a placeholder.</param>
/// <param name="Direction">Which way, when a direction word governs it.</param>
/// <param name="Subject">What it is about, as understood from the words, folded; empty when unknown.</param>
/// <param name="Period">The year and phase that the words give it, for people: 2024 预算.</param>
public sealed record Figure(
    string Id,
    string Text,
    string Sentence,
    int Start,
    int End,
    ImmutableArray<string> Section,
    int Block,
    Place Place,
    Place SentencePlace,
    FigureRole Role,
    Printed? Printed,
    Direction Direction,
    string Subject,
    string Period);
