using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Forms;

/// <summary>Where a sign is looked for.</summary>
public enum SignKind
{
    /// <summary>The name of a kind of table that the document has.</summary>
    Table,

    /// <summary>The name of a kind of table that the document does not have.</summary>
    NoTable,

    /// <summary>A regular expression over the title of a table, or the line that stands for one.</summary>
    Title,

    /// <summary>A regular expression over the header path of a column, levels joined by <c>/</c>.</summary>
    Header,

    /// <summary>The unit of money of most tables of the form.</summary>
    Unit,

    /// <summary>A regular expression over any line of text.</summary>
    Phrase,

    /// <summary>A regular expression over the body's name and the document's title; weak, for a name says nothing of a layout.</summary>
    Body,
}

/// <summary>Something that speaks for a form.</summary>
/// <param name="Kind">Where it is looked for.</param>
/// <param name="What">What is looked for.</param>
/// <param name="Points">How much it counts.</param>
public sealed record FormSign(SignKind Kind, string What, int Points)
{
    /// <summary>What it is in a sentence: 题名“…”.</summary>
    internal Bilingual Said => Kind switch
    {
        SignKind.Table => new Bilingual($"有{What}表", $"has table {What}"),
        SignKind.NoTable => new Bilingual($"无{What}表", $"has no table {What}"),
        SignKind.Title => new Bilingual($"表名“{What}”", $"table title “{What}”"),
        SignKind.Header => new Bilingual($"栏目“{What}”", $"heading “{What}”"),
        SignKind.Unit => new Bilingual($"表内单位{What}", $"tables in {What}"),
        SignKind.Phrase => new Bilingual($"文字“{What}”", $"words “{What}”"),
        _ => new Bilingual($"名称“{What}”", $"name “{What}”"),
    };
}

/// <summary>A document as signs look at it.</summary>
internal sealed class FormTraits
{
    private readonly HashSet<string> _kinds;
    private readonly string[] _titles;
    private readonly string[] _headers;
    private readonly string[] _lines;
    private readonly string _name;
    private readonly string _unit;

    public FormTraits(Document document, IEnumerable<TableKind> kinds)
    {
        Table[] known = [.. document.Tables.Where(table => table.Kind != "other")];
        Dictionary<string, string> names = kinds.ToDictionary(kind => kind.Id, kind => kind.Name, StringComparer.Ordinal);
        _kinds = [.. known.Select(table => names.GetValueOrDefault(table.Kind, ""))];
        _titles = [.. document.Tables.Select(table => Folding.Label(table.Title)).Where(title => title.Length > 0)];
        _headers = [.. document.Tables.SelectMany(table => table.Columns).Select(path => Folding.Label(string.Join('/', path))).Distinct()];
        _lines = [.. document.Paragraphs.Select(paragraph => Folding.Label(paragraph.Content.Text))];
        _name = Folding.Label(document.Organisation + document.Title);
        _unit = known.GroupBy(table => table.Unit.Symbol, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "";
    }

    /// <summary>Whether the document shows the sign.</summary>
    public bool Show(FormSign sign) => sign.Kind switch
    {
        SignKind.Table => _kinds.Contains(sign.What),
        SignKind.NoTable => _kinds.Count > 0 && !_kinds.Contains(sign.What),
        SignKind.Title => Matches(sign, _titles),
        SignKind.Header => Matches(sign, _headers),
        SignKind.Unit => _unit == Folding.Label(sign.What),
        SignKind.Phrase => Matches(sign, _lines) || Matches(sign, _titles),
        _ => Matches(sign, [_name]),
    };

    private static bool Matches(FormSign sign, IEnumerable<string> texts) => texts.Any(Patterns.Of(sign.What).IsMatch);
}
