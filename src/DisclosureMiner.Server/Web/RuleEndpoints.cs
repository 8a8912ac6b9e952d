using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>The rule catalogue.</summary>
internal static class RuleEndpoints
{
    private static readonly ImmutableArray<SheetColumn<Rule>> Columns =
    [
        Text("id", rule => rule.Id),
        Text("family", rule => rule.Family),
        Text("titleZh", rule => rule.Title.Zh),
        Text("titleEn", rule => rule.Title.En),
        Text("severity", rule => Words.Of(rule.Severity)),
        Text("tolerance", rule => Words.Of(rule.Tolerance)),
        Text("formula", rule => rule.Formula),
        Text("explanationZh", rule => rule.Explanation.Zh),
        Text("explanationEn", rule => rule.Explanation.En),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapList(
            "/rules",
            "The rule catalogue.",
            (HttpRequest request, Lazy<Pipeline> pipeline) =>
            {
                Asked.Only(request);
                return TypedResults.Ok(new RuleList([.. pipeline.Value.Rules.Rules.Select(RuleEntry.Of)], null));
            },
            (HttpRequest request, Lazy<Pipeline> pipeline) =>
            {
                Asked.Only(request);
                return Answers.Csv("rules.csv", [Sheet.Lines(Columns, pipeline.Value.Rules.Rules, hasHead: true)]);
            });
        api.MapJson("/rules/{id}", "A rule of the catalogue.", (HttpRequest request, Lazy<Pipeline> pipeline, string id) =>
        {
            Asked.Only(request);
            return pipeline.Value.Rules.Find(id) is { } rule
                ? Results.Ok(RuleEntry.Of(rule))
                : Problems.NotFound($"The catalogue has no rule {id}; /api/v1/rules lists them.");
        });
    }

    private static SheetColumn<Rule> Text(string name, Func<Rule, string?> of) => new(name, SheetColumnKind.Text, 20, of);
}

/// <summary>The rule catalogue.</summary>
/// <param name="Items">All rules, in the order of the catalogue.</param>
/// <param name="Next">Null: it is one page.</param>
internal sealed record RuleList(ImmutableArray<RuleEntry> Items, string? Next);

/// <summary>A rule of the catalogue.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="Family">table, budget, narrative, document ...</param>
/// <param name="Title">A few words.</param>
/// <param name="Explanation">What it says and why.</param>
/// <param name="Formula">The arithmetic.</param>
/// <param name="Tolerance">How it is tested.</param>
/// <param name="Severity">What a conflict of it is worth.</param>
/// <param name="Holds">The expression that generates its obligations; null for a rule that code generates.</param>
/// <param name="When">A condition on the document; null for always.</param>
/// <param name="Examples">A holding and a breaking example.</param>
internal sealed record RuleEntry(
    string Id,
    string Family,
    Bilingual Title,
    Bilingual Explanation,
    string Formula,
    Tolerance Tolerance,
    Severity Severity,
    string? Holds,
    string? When,
    ImmutableArray<string> Examples)
{
    public static RuleEntry Of(Rule rule) => new(
        rule.Id, rule.Family, rule.Title, rule.Explanation, rule.Formula, rule.Tolerance, rule.Severity, rule.Holds, rule.When, rule.Examples);
}
