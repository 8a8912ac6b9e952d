using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>Decisions in a line.</summary>
internal static class ReviewText
{
    /// <summary>How things stand; since when, where values have changed.</summary>
    public static string Of(Screen screen, Review review)
    {
        string state = screen.Say(review.State.InWords());
        return review.State == ReviewState.Reopened ? $"{state} {review.Last!.WhenText}" : state;
    }

    /// <summary>What was decided, by whom and why.</summary>
    public static string Of(Screen screen, Decision decision) =>
        $"{screen.Say(decision.State.InWords())}  {Lines.Flat(decision.By)}{screen.Texts.Colon}{Lines.Flat(decision.Because)}";
}
