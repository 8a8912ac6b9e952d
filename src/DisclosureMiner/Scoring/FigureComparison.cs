using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring;

/// <summary>Compares the figures of a truth with those that were read.</summary>
internal static class FigureComparison
{
    public static FigureScore Compare(ImmutableArray<TrueFigure> expected, MinedDocument mined, MatchedFacts facts, QuoteFinder quotes)
    {
        var rulings = mined.Ledger.Where(ruling => ruling.IsDecided).ToDictionary(ruling => ruling.Obligation.Id, StringComparer.Ordinal);
        var free = mined.Figures.ToList();
        FigureScore score = FigureScore.Empty;
        foreach (TrueFigure truth in expected)
        {
            Figure? figure = FindFigure(truth, free, quotes);
            if (figure is not null)
            {
                free.Remove(figure);
            }

            FactStanding standing = figure is null ? FactStanding.None : mined.StandingOf(figure.Id);
            IEnumerable<string> rules = standing.Obligations
                .SelectMany(id => rulings.TryGetValue(id, out var ruling) ? ruling.Obligation.Rules : [])
                .Distinct(StringComparer.Ordinal);
            score += CompareOne(truth, figure, standing, facts, [.. rules]);
        }

        return score with { Unlisted = free.Count(figure => figure.Role != FigureRole.Other) };
    }

    private static Figure? FindFigure(TrueFigure truth, List<Figure> free, QuoteFinder quotes)
    {
        ImmutableArray<Place> places = [.. quotes.Find(truth.Context).SelectMany(occurrence => occurrence)];
        string text = PrintedText.Bare(truth.Text);
        return free
            .Where(figure => IsSame(truth, figure) && places.Any(place => QuoteFinder.Touch(place, figure.Place)))
            .OrderBy(figure => PrintedText.Bare(figure.Text) == text ? 0 : 1)
            .FirstOrDefault();
    }

    private static bool IsSame(TrueFigure truth, Figure figure) =>
        PrintedText.IsSameFigure(truth.Text, figure.Text)
        || (truth.Role == FigureRole.Placeholder && figure.Role == FigureRole.Placeholder);

    private static FigureScore CompareOne(TrueFigure truth, Figure? figure, FactStanding standing, MatchedFacts facts, ImmutableArray<string> rules)
    {
        string where = FormattableString.Invariant($"line {truth.Line}, {truth.Section}: {truth.Context}");
        bool holds = truth.Verdict is { } expected && IsHeld(expected);
        var score = FigureScore.Empty with
        {
            Found = default(Tally).And(figure is not null),
            Text = default(Tally).And(figure is not null && PrintedText.Bare(figure.Text) == PrintedText.Bare(truth.Text)),
            Role = default(Tally).And(figure is not null && figure.Role == truth.Role),
            Verdict = truth.Verdict is null ? default : default(Tally).And(figure is not null && standing.Verdict == truth.Verdict),
            Held = holds ? default(Tally).And(IsHeld(standing.Verdict)) : default,
            Rules = truth.HeldBy.IsEmpty ? default : default(Tally).And(truth.HeldBy.Intersect(rules, StringComparer.Ordinal).Any()),
            Bindings = truth.Cells.IsEmpty ? default : default(Tally).And(figure is not null && facts.IsBound(figure, truth)),
            CoveredByRole = IsNumber(truth.Role)
                ? FigureScore.Empty.CoveredByRole.Add(truth.Role, default(Tally).And(figure is not null && facts.IsCovered(figure)))
                : FigureScore.Empty.CoveredByRole,
            Bounded = IsNumber(truth.Role) ? default(Tally).And(figure is not null && facts.IsBounded(figure)) : default,
        };
        if (figure is null)
        {
            return score with { Misses = [new Miss(where, "figure", truth.Text, "")] };
        }

        var misses = ImmutableArray.CreateBuilder<Miss>();
        void Note(Tally tally, string what, string want, string got)
        {
            if (tally.Right < tally.Total)
            {
                misses.Add(new Miss(where, what, want, got));
            }
        }

        Note(score.Text, "text", truth.Text, figure.Text);
        Note(score.Role, "role", FileWord.Of(truth.Role), FileWord.Of(figure.Role));
        Note(score.Verdict, "verdict", truth.Verdict is { } verdict ? FileWord.Of(verdict) : "", $"{FileWord.Of(standing.Verdict)} {standing.Reason}".TrimEnd());
        Note(score.Rules, "rules", string.Join(", ", truth.HeldBy), string.Join(", ", rules));
        if (truth.Verdict is null)
        {
            Note(score.Covered, "held", FileWord.Of(truth.Role), standing.Reason);
        }

        Note(score.Bindings, "cell", string.Join(", ", truth.Cells.Select(cell => cell.Name)), facts.TiesOf(figure));
        return score with { Misses = misses.ToImmutable() };
    }

    private static bool IsNumber(FigureRole role) => role is not (FigureRole.Placeholder or FigureRole.Other);

    private static bool IsHeld(FactVerdict verdict) => verdict is FactVerdict.Verified or FactVerdict.Rounding;
}
