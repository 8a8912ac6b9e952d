using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>One document's part of a page: where it is written to, and what all its sections need to know.</summary>
internal sealed class HtmlPage
{
    /// <summary>Begins every anchor on the page of one document.</summary>
    public const string OwnPrefix = "d1";

    private readonly WordingPlaces _zh;
    private readonly WordingPlaces _en;

    /// <param name="html">Where it is written to.</param>
    /// <param name="mined">The document.</param>
    /// <param name="prefix">Begins every anchor of this document on the page.</param>
    /// <param name="language">The language of what cannot be switched (hover titles).</param>
    /// <param name="rules">The catalogue, or null.</param>
    /// <param name="fullPage">Where all of the document stands; null when it stands on this page.</param>
    /// <param name="used">The rules that the page refers to so far.</param>
    /// <param name="decisions">What was decided about discrepancies; null for nothing.</param>
    public HtmlPage(
        HtmlWriter html,
        MinedDocument mined,
        string prefix,
        Language language,
        RuleBook? rules,
        string? fullPage = null,
        HashSet<string>? used = null,
        Decisions? decisions = null)
    {
        Html = html;
        Mined = mined;
        Prefix = prefix;
        Language = language;
        Rules = rules;
        FullPage = fullPage;
        Decisions = decisions ?? Decisions.None;
        UsedRules = used ?? new HashSet<string>(StringComparer.Ordinal);
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

    public string Prefix { get; }

    public Language Language { get; }

    public RuleBook? Rules { get; }

    public string? FullPage { get; }

    public HashSet<string> UsedRules { get; }

    public Decisions Decisions { get; }

    /// <summary>The facts of table cells by id.</summary>
    public Dictionary<string, Fact> Cells { get; }

    /// <summary>The figures that state a quantity, by the block they stand in.</summary>
    public ILookup<int, Figure> Figures { get; }

    /// <summary>The ledger by obligation.</summary>
    public Dictionary<string, Ruling> Obligations { get; }

    public Bilingual Say(Func<WordingPlaces, string> what) => new(what(_zh), what(_en));

    public string Tongue(Bilingual text) => text.In(Language);

    /// <summary>Leads to where a fact, table or obligation stands in full.</summary>
    public string Href(string id) => FullPage is null ? $"#{Prefix}-{id}" : $"{FullPage}#{OwnPrefix}-{id}";

    /// <summary>A text of the report's own.</summary>
    public static Bilingual Label(string key) => Wording.Text("report/" + key);

    /// <summary>How things stand with a discrepancy.</summary>
    public Review ReviewOf(Discrepancy discrepancy) => Decisions.Of(discrepancy.Id, discrepancy.ValuesHash);

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
            Html.Add($"<a class=\"num\" href=\"{Href(fact.Id)}\">{Say(places => places.Value(fact))}</a>");
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
                UsedRules.Add(id);
                Html.Add($" <a class=\"rule\" href=\"#rule-{id}\">{id}</a>");
            }
            else
            {
                Html.Add($" <span class=\"rule\">{id}</span>");
            }
        }
    }
}
