using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Across;

/// <summary>What must be known of a document to find those that it can be compared with, without opening it.</summary>
/// <param name="Body">The publishing body, folded, without the words that say "the body itself" (本级).</param>
/// <param name="Family">budget, final-accounts, three-public or three-public-final; documents of other genres have no profile.</param>
/// <param name="IsUnit">Whether it speaks of a single unit and not of a department with all its units.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Units">The units that a department says it consists of, folded as printed; empty when it does not list them all.</param>
/// <param name="NumberRows">Names of the rows of numbers that no two bodies should have in common, see <see cref="NumberRow"/>.</param>
internal sealed record DocumentProfile(
    string Body, string Family, bool IsUnit, int Year, ImmutableArray<string> Units, ImmutableArray<string> NumberRows)
{
    /// <summary>The phase of a document's own numbers.</summary>
    public static Phase PhaseOf(Document document, Vocabulary words) =>
        document.Genre == "final-accounts"
        || (document.Genre == "three-public" && words["phase-final"].Any(word => Folding.Label(document.Title).Contains(word, StringComparison.Ordinal)))
            ? Phase.Final
            : Phase.Budget;

    /// <summary>The profile of a document; null when its body, year or genre does not tell with what to compare it.</summary>
    public static DocumentProfile? Of(Document document, Vocabulary words)
    {
        string? family = document.Genre switch
        {
            "department-budget" or "unit-budget" => "budget",
            "final-accounts" => document.Genre,
            "three-public" => PhaseOf(document, words) == Phase.Final ? "three-public-final" : document.Genre,
            _ => null,
        };
        if (family is null || document.FiscalYear is not { } year || document.Organisation.Length == 0)
        {
            return null;
        }

        string title = Folding.Label(document.Title);
        var bodies = new BodyNames(words);
        string printed = Folding.Label(document.Organisation);
        bool isUnit = document.Genre == "unit-budget"
            || bodies.IsItself(printed)
            || words["across-unit-titles"].Any(word => title.Contains(word, StringComparison.Ordinal));
        return new DocumentProfile(
            bodies.Core(printed),
            family,
            isUnit,
            year,
            isUnit ? [] : UnitList.In(document, words),
            [.. document.Tables.SelectMany(NumberRow.In).Select(row => row.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
