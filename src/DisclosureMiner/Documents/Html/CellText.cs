using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DisclosureMiner.Documents.Html;

/// <summary>What stands in a cell of a page's table.</summary>
/// <param name="Text">All of its text in one line, with the white space that indents it; without what inner tables hold.</param>
/// <param name="Lines">How many lines it is made of, at least 1.</param>
/// <param name="Inner">Tables within the cell that are tables of their own.</param>
internal sealed partial record CellText(PlacedText Text, int Lines, IReadOnlyList<IElement> Inner)
{
    /// <summary>The text without white space around it.</summary>
    public PlacedText Content { get; } = Text.Trim();

    /// <summary>White space before the text, in half-width columns.</summary>
    public int Indent => Text.Text.TakeWhile(char.IsWhiteSpace).Sum(c => c is '\u3000' or '\u2003' ? 2 : 1);

    /// <summary>Whether a small raised text refers to a note and is no part of the number or word before it.</summary>
    /// <param name="raised">The raised text.</param>
    /// <param name="before">The character before it.</param>
    public static bool IsNoteMark(string raised, char before) =>
        NoteMark().IsMatch(raised.Trim()) && (!char.IsAsciiLetter(before) || !char.IsAsciiDigit(raised.Trim()[0]));

    [GeneratedRegex(@"^(?:[\[(（【〔]?\d{1,3}[\])）】〕]?|[①-⑳*※†]{1,2}|[\[【〔](?:注|备注)?\s?\d{0,3}[\]】〕]|注\d{0,2})$")]
    private static partial Regex NoteMark();
}
