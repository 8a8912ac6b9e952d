using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>What the parts of a list say.</summary>
internal static class ListParts
{
    /// <summary>The share that a part states of its whole, or null.</summary>
    public static Claim? ShareOf(Statement part) => part.Claims.Find(claim => claim is { Role: FigureRole.Share, Fact.Printed: not null });

    /// <summary>The part's amount for the period of a total, of the same dimension; null when it gives none.</summary>
    public static Fact? At(Statement part, Mention total)
    {
        Fact? fact = part.MentionFor(total.Period)?.Fact;
        bool comparable = fact?.Printed is { } printed && printed.Unit.Dimension == total.Fact.Printed!.Unit.Dimension
            && (printed.Unit.Dimension != Dimension.Count || printed.Unit == total.Fact.Printed.Unit)
            && (printed.Unit.Dimension != Dimension.None);
        return comparable ? fact : null;
    }

    /// <summary>Whether a part is one of these subjects, by its own name or by the name it has under its whole (购置费).</summary>
    public static bool Names(this SubjectCatalog subjects, Statement part, string alternatives)
    {
        string[] ids = alternatives.Split('|');
        return part.Subjects.Any(subject => ids.Contains(subject.Id, StringComparer.Ordinal))
            || (part.Parent is { } above && subjects.LabelledBelow(part.Words).Any(named =>
                ids.Contains(named.Subject.Id, StringComparer.Ordinal) && above.Subjects.Any(whole => whole.Id == named.Above)));
    }
}
