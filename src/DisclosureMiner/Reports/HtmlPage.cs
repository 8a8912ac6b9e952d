using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Reports;

/// <summary>One document's part of the report: where it is written to, and what all its sections need to know.</summary>
internal sealed class HtmlPage
{
    private readonly WordingPlaces _zh;
    private readonly WordingPlaces _en;

    public HtmlPage(HtmlWriter html, MinedDocument mined, int number, string language, RuleBook? rules)
    {
        Html = html;
        Mined = mined;
        Prefix = "d" + number.ToString(CultureInfo.InvariantCulture);
        Language = language;
        Rules = rules;
        Document = mined.Document ?? new Document("", "", null, "other", 0, [], []);
        _zh = new WordingPlaces(Document, text => text.Zh);
        _en = new WordingPlaces(Document, text => text.En);
        Cells = mined.Facts.Where(fact => fact.Cell is not null).ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        Figures = mined.Figures.Where(figure => figure.Role != FigureRole.Other).ToLookup(figure => figure.Block);
        Obligations = mined.Ledger.ToDictionary(ruling => ruling.Obligation.Id, StringComparer.Ordinal);
    }

    public HtmlWriter Html { get; }

    public MinedDocument Mined { get; }

    public Document Document { get; }

    /// <summary>Begins every anchor of this document: <c>d1</c>.</summary>
    public string Prefix { get; }

    /// <summary>The language of what cannot be switched (hover titles): zh or en.</summary>
    public string Language { get; }

    public RuleBook? Rules { get; }

    /// <summary>The facts of table cells by id.</summary>
    public Dictionary<string, Fact> Cells { get; }

    /// <summary>The figures that state a quantity, by the block they stand in.</summary>
    public ILookup<int, Figure> Figures { get; }

    /// <summary>The ledger by obligation.</summary>
    public Dictionary<string, Ruling> Obligations { get; }

    public Bilingual Say(Func<WordingPlaces, string> what) => new(what(_zh), what(_en));

    public string Tongue(Bilingual text) => Language == "en" ? text.En : text.Zh;

    /// <summary>A text of the report's own.</summary>
    public static Bilingual Label(string key) => Wording.Text("report/" + key);

    /// <summary>The class that colours a number: ver, rnd, con or unc.</summary>
    public string ColourOf(string factId) => Colour(Mined.StandingOf(factId).Verdict);

    public static string Colour(FactVerdict verdict) => verdict switch
    {
        FactVerdict.Verified => "ver",
        FactVerdict.Rounding => "rnd",
        FactVerdict.Contradicted => "con",
        _ => "unc",
    };

    public static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Exact => "ver",
        Verdict.Rounding => "rnd",
        Verdict.Conflict or Verdict.DecisionConflict => "con",
        Verdict.CutOrPlug or Verdict.UnlikelyRounding => "edg",
        _ => "unc",
    };

    public static string CellId(Table table, Cell cell) =>
        FormattableString.Invariant($"{table.Id}.r{cell.Row + 1}.c{cell.Column + 1}");

    /// <summary>The number that an obligation is about, by where it stands and what it is, leading there.</summary>
    public void WriteAbout(Obligation obligation)
    {
        if ((obligation.Stated ?? obligation.Facts.FirstOrDefault()) is { } fact)
        {
            Html.Add($" <span class=\"about\" lang=\"zh\">{Say(places => places.Named(fact))} ");
            Html.Add($"<a class=\"num\" href=\"#{Prefix}-{fact.Id}\">{Say(places => places.Value(fact))}</a>");
            if (obligation is { Relation: Relation.Sum, Stated: not null, Operands: [var other] })
            {
                Html.Add($" ↔ {Say(places => places.Named(other.Fact))}");
            }

            Html.Add($"</span>");
        }
    }

    /// <summary>The ids of rules, each leading to its explanation where there is one.</summary>
    public void WriteRules(IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            if (Rules?.Has(id) == true)
            {
                Html.Add($" <a class=\"rule\" href=\"#rule-{id}\" title=\"{Tongue(Rules[id].Title)}\">{id}</a>");
            }
            else
            {
                Html.Add($" <span class=\"rule\">{id}</span>");
            }
        }
    }
}
