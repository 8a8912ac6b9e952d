using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>Reads what was asked for, and says of what cannot be asked what can.</summary>
internal static partial class Asked
{
    /// <summary>The rows of a page where nothing else is asked for.</summary>
    public const int UsualLimit = 100;

    /// <summary>The most rows of a page.</summary>
    public const int MostLimit = 1000;

    /// <summary>A word of an enumeration; null when nothing is asked.</summary>
    public static T? Word<T>(string name, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Words.All<T>().Contains(text) ? Words.Read<T>(text) : throw Bad($"{name} is '{text}'; it is one of {string.Join(", ", Words.All<T>())}.");
    }

    /// <summary>A year; null when nothing is asked.</summary>
    public static int? Year(string? text) => string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200 ? year
        : throw Bad($"year is '{text}'; it is a year such as 2025.");

    /// <summary>How many rows.</summary>
    public static int Limit(string? text) => string.IsNullOrEmpty(text) ? UsualLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit is >= 1 and <= MostLimit ? limit
        : throw Bad($"limit is '{text}'; it is a number from 1 to {MostLimit}.");

    /// <summary>The language of messages.</summary>
    public static Checks.Language Language(string? text) => Word<Checks.Language>("lang", text) ?? Checks.Language.Zh;

    /// <summary>The id of a document as a cursor; empty for the first page.</summary>
    public static string AfterDocument(string? text) => string.IsNullOrEmpty(text) ? ""
        : IsId(text) ? text
        : throw Bad($"after is '{text}'; it is what the page before gave as next.");

    /// <summary>A place in a list as a cursor.</summary>
    public static ListPosition AfterRow(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return ListPosition.Start;
        }

        return Row().Match(text) is { Success: true } row && int.TryParse(row.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int position)
            ? new ListPosition(row.Groups[1].Value, position)
            : throw Bad($"after is '{text}'; it is what the page before gave as next.");
    }

    /// <summary>The cursor of a place.</summary>
    public static string Cursor(ListPosition position) => FormattableString.Invariant($"{position.Document}.{position.Position}");

    /// <summary>Whether a text looks like the id of a document or a discrepancy.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>The id of a document that a list is narrowed to; null when nothing is asked.</summary>
    public static string? Document(string? text) => string.IsNullOrEmpty(text) ? null
        : IsId(text) ? text
        : throw Bad($"document is '{text}'; an id has 16 hex digits.");

    /// <summary>A filter that nobody knows would be left out in silence, and the answer taken for what it is not.</summary>
    public static void Only(HttpRequest request, params ReadOnlySpan<string> names)
    {
        foreach (string name in request.Query.Keys)
        {
            bool isKnown = false;
            foreach (string known in names)
            {
                isKnown |= known.Equals(name, StringComparison.OrdinalIgnoreCase);
            }

            if (!isKnown)
            {
                throw Bad($"There is no '{name}' to ask for here; there is {string.Join(", ", names.ToArray())}.");
            }
        }
    }

    /// <summary>It cannot be asked for so.</summary>
    public static BadHttpRequestException Bad(string detail) => new(detail, StatusCodes.Status400BadRequest);

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex Id();

    [GeneratedRegex("^([0-9a-f]{16})[.]([0-9]{1,9})$")]
    private static partial Regex Row();
}
