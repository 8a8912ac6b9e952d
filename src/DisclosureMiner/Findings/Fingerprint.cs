using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>
/// Names a discrepancy so that it is known again in the next run, in a re-issued file and under new rules. Nothing that
/// moves goes in: no page, no position, no rule, and of the words no digits, which a corrected file changes.
/// </summary>
internal static class Fingerprint
{
    // Stands in no text, so that no two lists of parts run together into one.
    private const char Border = '\u001f';

    /// <summary>16 hex digits for what the cause is about.</summary>
    public static string Of(Cause cause, MinedContext context)
    {
        string year = context.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        return Hash([Folding.Label(context.Body), context.Genre, year, cause.Leading.Obligation.Defect, .. Subject(cause, context.Document)]);
    }

    /// <summary>16 hex digits for the printed values that take part; changes when one of them does.</summary>
    public static string OfValues(Cause cause)
    {
        IEnumerable<string> values = cause.Leading.Obligation.Facts.Select(ValueOf)
            .Concat(cause.Leading.Obligation.Passages.Select(passage => Folding.Label(passage.Text)))
            .Order(StringComparer.Ordinal);
        return Hash([cause.Culprit is null ? "" : ValueOf(cause.Culprit), .. values]);
    }

    private static IEnumerable<string> Subject(Cause cause, Document document)
    {
        Obligation obligation = cause.Leading.Obligation;
        if ((cause.Culprit ?? obligation.Stated) is null && obligation.Passages is [var passage, ..])
        {
            return [.. passage.Section.Select(Words), Words(passage.Sentence), Words(passage.Text)];
        }

        if ((cause.Culprit ?? obligation.Facts.FirstOrDefault()) is not { } fact)
        {
            return [Words(obligation.Formula)];
        }

        if (fact.Key is { } key)
        {
            return
            [
                Folding.Label(key.Body), key.Year?.ToString(CultureInfo.InvariantCulture) ?? "", key.Phase.ToString(), key.Fund, key.Flow,
                key.Subject, key.Component, key.Measure.ToString(),
            ];
        }

        return fact.Figure is { } figure
            ? [.. figure.Section.Select(Words), Words(figure.Sentence), Words(figure.Text)]
            : [Words(fact.Table!.Title), fact.Part!.Name, fact.Line!.Code, Words(fact.Line.Label), Words(fact.Column!.Name)];
    }

    private static string ValueOf(Fact fact) => fact.Printed?.ToString() ?? Folding.Label(fact.Text);

    private static string Words(string text) =>
        string.Concat(Folding.Label(text).Where(c => !char.IsDigit(c) && c is not ('.' or ',')));

    private static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Border, parts))))[..16];
}
