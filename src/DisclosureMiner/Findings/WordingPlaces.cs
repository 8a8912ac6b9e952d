using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Says in one language where a number or a passage stands and how it is printed.</summary>
internal sealed class WordingPlaces(Document document, Func<Bilingual, string> tongue)
{
    private const int LongestHeading = 24;

    public string Where(Fact fact) =>
        fact.Source is { } source ? Fill("elsewhere", ("document", source.Name), ("where", WhereThere(fact)))
        : fact.Figure is { } figure
            ? Page(figure.Place) + Section(figure.Section, figure.Block)
            : Page(fact.Place) + $"{TableName(fact.Table!)}{fact.Label}";

    /// <summary>The table of a cell, with its page and, where it is another one, its document.</summary>
    public string TableOf(Fact cell)
    {
        string table = Page(cell.Place) + TableName(cell.Table!);
        return cell.Source is { } source ? Fill("elsewhere", ("document", source.Name), ("where", table)) : table;
    }

    private string WhereThere(Fact fact) => fact.Figure is { } figure
        ? Page(figure.Place) + Section(figure.Section, -1)
        : Page(fact.Place) + $"{TableName(fact.Table!)}{fact.Label}";

    public string Where(Passage passage)
    {
        Block? block = document.Blocks.FirstOrDefault(block => block switch
        {
            Paragraph paragraph => paragraph.Content.Length > 0 && Covers(paragraph.Content.Place, passage.Place),
            Table table => table.Grid.Any(row => row.Any(cell => cell is not null && Covers(cell.Place, passage.Place))),
            _ => false,
        });
        Table? noted = block is Paragraph ? document.Tables.FirstOrDefault(table => table.Notes.Contains(block.Index)) : null;
        return Page(passage.Place) + (noted is not null ? TableName(noted) : Section(passage.Section, block?.Index ?? -1));
    }

    /// <summary>Where another number stands, seen from <paramref name="here"/>: by its name too, since no quote follows.</summary>
    public string Side(Fact fact, Fact? here)
    {
        string value = Value(fact);
        if (fact.Printed is { } own && here?.Printed is { } other
            && own.Unit.Dimension == other.Unit.Dimension && own.Unit.Factor != other.Unit.Factor)
        {
            // 12,974,376.40元 beside 1,169.44万元 says little until it stands in the same unit.
            value = Fill("converted", ("value", value), ("converted", WordingScale.Of(other).For(own.Base).Show(own.Base)));
        }

        if (fact.Cell is { Type: CellType.Blank })
        {
            return Fill("side-blank", ("where", Where(fact)));
        }

        if (fact.Figure is not { } figure)
        {
            return Fill("side", ("where", Where(fact)), ("value", value));
        }

        bool same = here?.Figure is { } near && near.SentencePlace == figure.SentencePlace && near.Sentence == figure.Sentence;
        return same
            ? Fill("side-same-sentence", ("name", figure.Subject), ("value", value))
            : Fill("side", ("where", Named(fact)), ("value", value));
    }

    /// <summary>Where a number stands, with its name where the place alone does not tell.</summary>
    public string Named(Fact fact) =>
        Where(fact) + (fact.Figure is { Subject.Length: > 0 } figure ? Quoted(figure.Subject) : "");

    /// <summary>What is printed, with its unit and, for a change, the way it goes.</summary>
    public string Value(Fact fact)
    {
        string text = Quotation.Flat(fact.Text).Replace(" ", "", StringComparison.Ordinal);
        if (fact.Cell is { Type: CellType.Blank } || text.Length == 0)
        {
            return tongue(Wording.Text("pieces/nil"));
        }

        if (fact.Printed is { } printed && fact.Cell is not null && !text.EndsWith(printed.Unit.Symbol, StringComparison.Ordinal))
        {
            text += printed.Unit.Symbol;
        }

        return fact.Figure is { Role: FigureRole.Change or FigureRole.Rate, Direction: Direction.Up or Direction.Down } figure
            ? Directed(figure.Direction == Direction.Up, figure.Role == FigureRole.Rate, text)
            : text;
    }

    /// <summary>A computed value; changes and rates with the way they go instead of a sign.</summary>
    public string Computed(Ruling ruling, WordingScale scale)
    {
        if (ruling.Value is not { } value)
        {
            return "";
        }

        // The rate that an unfilled phrase should hold comes with an obligation about words.
        bool isRate = ruling.Obligation.Relation is Relation.Growth or Relation.GrowthFromChange or Relation.Logical
            || MeasureOf(ruling.Obligation.Stated) == Measure.Rate;
        return isRate ? Signed(value, scale, true) : Shown(value, scale, ruling.Obligation.Stated);
    }

    /// <summary>A value that stands or might stand where <paramref name="fact"/> does; changes and rates with the way they go.</summary>
    public string Shown(decimal value, WordingScale scale, Fact? fact) => MeasureOf(fact) switch
    {
        Measure.Rate => Signed(value, scale, true),
        Measure.Change => Signed(value, scale, false),
        _ => scale.Show(value),
    };

    public string Section(ImmutableArray<string> section, int block)
    {
        if (block >= 0 && block < document.Blocks.Length && document.Blocks[block] is Table table)
        {
            return TableName(table);
        }

        // The outermost heading (第二部分 …) is the same for most of a document and hides the one that helps.
        IEnumerable<string> path = section.Skip(section.Length > 1 ? Math.Max(1, section.Length - 2) : 0)
            .Select(heading => Quotation.Head(Quotation.Flat(heading), LongestHeading));
        string enumerator = block >= 0 && block < document.Blocks.Length && document.Blocks[block] is Paragraph paragraph
            ? paragraph.Enumerator.TrimEnd('.', '、', '．', ' ')
            : "";
        string where = string.Join(" › ", enumerator.Length == 0 ? path : path.Append(enumerator));
        return where.Length == 0 ? tongue(Wording.Text("pieces/narrative")) : where;
    }

    /// <summary>The page on which something begins, before what else is said of its place; empty where there are no pages.</summary>
    public string Page(Place place) => place.Regions.IsEmpty ? "" : Pages(place.Regions[0].Page, place.Regions[0].Page);

    /// <summary>The pages from the first to the last.</summary>
    public string Pages(int first, int last) => Fill(
        first == last ? "page" : "pages",
        ("page", first.ToString(CultureInfo.InvariantCulture)),
        ("last", last.ToString(CultureInfo.InvariantCulture))) + " ";

    public string TableName(Table table) =>
        table.Title.Length > 0
            ? Fill("table", ("title", table.Title))
            : Fill("table-numbered", ("number", table.Number.ToString(CultureInfo.InvariantCulture)));

    public string Fill(string piece, params ReadOnlySpan<(string Place, string Value)> places)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string place, string value) in places)
        {
            filled[place] = value;
        }

        return WordingTemplate.Fill(tongue(Wording.Text("pieces/" + piece)), filled);
    }

    private static Measure? MeasureOf(Fact? fact) => fact?.Figure?.Role switch
    {
        FigureRole.Change => Measure.Change,
        FigureRole.Rate => Measure.Rate,
        _ => fact?.Key?.Measure,
    };

    /// <summary>Whether one place lies within another.</summary>
    public static bool Covers(Place outer, Place inner) =>
        outer.Span is { } whole && inner.Span is { } part
            ? whole.Start <= part.Start && part.End <= whole.End
            : inner.Regions is [var region, ..] && outer.Regions.Any(box => box.Page == region.Page && box.Box.Holds(region.Box.Middle));

    private string Signed(decimal value, WordingScale scale, bool isRate) => value == 0
        ? Fill("flat", ("value", scale.Show(0)))
        : Directed(value > 0, isRate, scale.Show(Math.Abs(value)));

    private string Directed(bool up, bool isRate, string size) =>
        Fill((up ? "up" : "down") + (isRate ? "-rate" : ""), ("value", size));

    private string Quoted(string name) => WordingTemplate.Fill(
        tongue(Wording.Text("frame/named")),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name });
}
