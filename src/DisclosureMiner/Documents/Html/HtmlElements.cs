using System.Collections.Frozen;

namespace DisclosureMiner.Documents.Html;

/// <summary>What the elements of a page do to its lines.</summary>
internal static class HtmlElements
{
    /// <summary>Elements whose content is not printed, or is no text of the document: controls, pictures, films.</summary>
    public static FrozenSet<string> Silent { get; } = Names(
        "script style noscript template head title select datalist button textarea input svg canvas audio video object embed iframe map math rp rt noframes noembed");

    /// <summary>Elements that begin a new line before them and behind them.</summary>
    public static FrozenSet<string> Blocks { get; } = Names(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h h1 h2 h3 h4 h5 h6 header hgroup "
        + "hr html legend li listing main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul xmp");

    /// <summary>Headings; programs that make pages of print write a plain h.</summary>
    public static FrozenSet<string> Headings { get; } = Names("h h1 h2 h3 h4 h5 h6");

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
