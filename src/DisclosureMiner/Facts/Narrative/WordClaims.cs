using System.Collections.Immutable;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Claims that no number makes: 持平 and its kin, 大于预算数, and places that were never filled in.</summary>
internal sealed class WordClaims(Lexicon lexicon, ParagraphText text, NarrativeReader owner)
{
    private readonly ImmutableArray<Placeholder> _unfilled = Placeholders.Find(text.Text, lexicon.Words);

    /// <summary>Adds the claims between two numbers to the statement before them.</summary>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <param name="current">The statement before it, or null.</param>
    /// <param name="based">Tells what a stretch of words compares with.</param>
    public void Add(int start, int end, Statement? current, Func<Clause, Period?> based)
    {
        Unfilled(start, end, current, based);
        if (current is null)
        {
            return;
        }

        // Behind a full stop something else may be spoken of.
        int stop = text.Text.IndexOf('。', start, end - start);
        int border = stop < 0 ? end : stop;
        for (int at = start; at < border; at++)
        {
            ReadOnlySpan<char> rest = text.Text.AsSpan(at, border - at);
            at += Math.Max(0, (Flat(start, at, rest, current, based) ?? Compared(at, rest, border == text.Text.Length || stop >= 0, current) ?? 1) - 1);
        }
    }

    private void Unfilled(int start, int end, Statement? current, Func<Clause, Period?> based)
    {
        foreach (Placeholder place in _unfilled.Where(place => place.Start >= start && place.Start < end))
        {
            Figure figure = owner.AddFigure(text, place.Start, place.End, FigureRole.Placeholder, null, Direction.None, current?.Words ?? "", "");
            if (current is not null && !text.Text.AsSpan(start, place.Start - start).Contains('。'))
            {
                Period? period = based(Clause.Cut(text.Text, start, place.Start));
                current.Claims.Add(new Claim(null, FigureRole.Placeholder, Direction.None, period, "", false, text.Quote(place.Start, place.End), figure));
            }
        }
    }

    private int? Flat(int start, int at, ReadOnlySpan<char> rest, Statement current, Func<Clause, Period?> based)
    {
        if (NumberLexer.StartsWithAny(rest, lexicon["flat"]) is not { } word)
        {
            return null;
        }

        string before = text.Text[start..at];
        string whole = text.Text[start..(at + word.Length)];
        bool told = lexicon.ComparisonIn(whole) is not null || before.Length <= LongestBareFlat;
        if (!before.Contains(';', StringComparison.Ordinal) && told)
        {
            bool loose = lexicon["about"].Any(about => before.EndsWith(about, StringComparison.Ordinal));
            Period? period = based(Clause.Cut(text.Text, start, at + word.Length));
            current.Claims.Add(new Claim(null, FigureRole.Change, Direction.Flat, period, "", loose, text.Quote(at, at + word.Length)));
        }

        return word.Length;
    }

    /// <summary>决算数大于预算数, without saying by how much.</summary>
    private int? Compared(int at, ReadOnlySpan<char> rest, bool endsFreely, Statement current)
    {
        foreach ((string list, Direction direction) in new[] { ("compare-up", Direction.Up), ("compare-down", Direction.Down) })
        {
            if (NumberLexer.StartsWithAny(rest, lexicon[list]) is { } word && (word.Length < rest.Length || endsFreely))
            {
                current.Claims.Add(new Claim(null, FigureRole.Other, direction, null, "", false, text.Quote(at, at + word.Length)));
                return word.Length;
            }
        }

        return null;
    }

    /// <summary>A flat word without a comparison counts only right behind its number (均无变化).</summary>
    private const int LongestBareFlat = 8;
}
