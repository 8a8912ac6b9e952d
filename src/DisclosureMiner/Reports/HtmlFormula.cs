using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Reports;

/// <summary>
/// A formula as the page shows it. A form has a line for every source of money, most of them blank: ten times ∅ in a row hides the
/// two numbers that count, so a run of blanks is told by its length.
/// </summary>
internal static partial class HtmlFormula
{
    public static string Of(Obligation obligation) => Shortened(obligation.Formula);

    /// <summary><c>87.84 + ∅ + ∅ + ∅ = 87.84</c> becomes <c>87.84 + ∅×3 = 87.84</c>.</summary>
    public static string Shortened(string formula) => Blanks().Replace(
        formula,
        run => "∅×" + run.Value.Count(c => c == '∅').ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"∅(?: \+ ∅)+|∅(?: - ∅)+")]
    private static partial Regex Blanks();
}
