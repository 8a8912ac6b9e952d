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

        (int border, bool stops) = Border(start, end, current);
        for (int at = start; at < border; at++)
        {
            ReadOnlySpan<char> rest = text.Text.AsSpan(at, border - at);
            at += Math.Max(0, (Compared(at, rest, border == text.Text.Length || stops, current) ?? Flat(start, at, rest, current, based) ?? 1) - 1);
        }
    }

    /// <summary>
    /// How far the words speak of the statement: to the full stop, and over it where the next sentence only goes on
    /// (…1.35万元。与2023年预算持平; …支出决算为12万元。决算数大于预算数的主要原因…).
    /// </summary>
    private (int Border, bool Stops) Border(int start, int end, Statement current)
    {
        int stop = text.Text.IndexOf('。', start, end - start);
        if (stop < 0 || stop + 1 == end || !GoesOn(text.Text.AsSpan(stop + 1, end - stop - 1), current))
        {
            return stop < 0 ? (end, false) : (stop, true);
        }

        int next = text.Text.IndexOf('。', stop + 1, end - stop - 1);
        return next < 0 ? (end, false) : (next, true);
    }

    private bool GoesOn(ReadOnlySpan<char> sentence, Statement current)
    {
        string clause = sentence[..(sentence.IndexOfAny("。;") is var stop and >= 0 ? stop : sentence.Length)].ToString();
        if (NumberLexer.StartsWithAny(clause, lexicon["outturn-heads"]) is not null)
        {
            return true;
        }

        // 比上年持平，主要原因是公务接待费保持不变: the reason comes after the outcome.
        string head = clause.Split(',')[0];
        clause = lexicon.Find(head, "flat") is null ? clause : head;

        // 与上年相比，公务接待费持平: what stands between the comparison and its outcome must not be something else.
        if (lexicon.ComparisonIn(clause) is not { Match: { Index: 0 } match } || lexicon.Find(clause, "flat") is not { } flat)
        {
            return false;
        }

        string between = lexicon.SubjectIn(Clause.StripEnd(clause[Math.Min(match.Length, flat.Index)..flat.Index].Trim(','), lexicon["about"]));
        return between.Length == 0 || current.Words.EndsWith(between, StringComparison.Ordinal);
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
        bool told = lexicon.ComparisonIn(whole) is not null || (before.Length <= LongestBareFlat && !IsLikeSomething(before));
        if (!before.Contains(';', StringComparison.Ordinal) && told)
        {
            bool loose = lexicon["about"].Any(about => before.EndsWith(about, StringComparison.Ordinal));
            Period? period = based(Clause.Cut(text.Text, start, at + word.Length));
            current.Claims.Add(new Claim(null, FigureRole.Change, Direction.Flat, period, "", loose, text.Quote(at, at + word.Length)));
        }

        return word.Length;
    }

    /// <summary>与公用经费口径相同: like something else, and not like another period.</summary>
    private bool IsLikeSomething(string before) =>
        NumberLexer.StartsWithAny(before.AsSpan(before.LastIndexOfAny([',', ';', '(']) + 1), lexicon["comparison-with"]) is not null;

    /// <summary>决算数大于预算数, without saying by how much.</summary>
    private int? Compared(int at, ReadOnlySpan<char> rest, bool endsFreely, Statement current)
    {
        foreach ((string list, Direction direction) in new[] { ("compare-up", Direction.Up), ("compare-down", Direction.Down), ("compare-equal", Direction.Flat) })
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
