using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Server.Crawls;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>How far the work is, and how the crawls went.</summary>
internal static class StatusEndpoints
{
    private static readonly ImmutableArray<SheetColumn<SourceState>> Columns =
    [
        Text("source", source => source.Source),
        Text("publisher", source => source.Publisher),
        Text("schedule", source => source.Schedule),
        Text("nextCrawl", source => When(source.NextCrawl)),
        Text("started", source => When(source.Last?.Started)),
        Text("ended", source => When(source.Last?.Ended)),
        Number("new", source => source.Last?.New),
        Number("changed", source => source.Last?.Changed),
        Number("disappeared", source => source.Last?.Disappeared),
        Number("failed", source => source.Last?.Failed),
        Number("expected", source => source.Last?.Expected),
        Text("warning", source => source.Last?.Warning),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapJson("/work", "All work together.", (HttpRequest request, WorkStatus work) =>
        {
            Asked.Only(request);
            return TypedResults.Ok(work.Overview());
        });
        api.MapJson("/work/{document}", "The work on a document.", (HttpRequest request, WorkStatus work, string document) =>
        {
            Asked.Only(request);
            return work.Find(document) is { } item ? Results.Ok(item) : Problems.NotFound($"Nothing was ever owed for a document {document}.");
        });
        api.MapPost("/crawls/{source}", (HttpRequest request, StoreFactory stores, Lazy<CrawlSources> sources, string source) =>
            {
                Asked.Only(request);
                if (sources.Value.Find(source) is null)
                {
                    return Problems.NotFound($"There is no source {source}; /api/v1/crawls lists them.");
                }

                using DisclosureStore store = stores.Open();
                store.Ask(WorkKind.Crawl, source);
                return Results.Accepted("/api/v1/crawls");
            })
            .WithSummary("Asks for a source to be crawled now.")
            .WithTags("crawls")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapList(
            "/crawls",
            "All sources with their last crawls.",
            (HttpRequest request, CrawlStatus crawls) =>
            {
                Asked.Only(request);
                return TypedResults.Ok(new SourceList(crawls.Sources(), null));
            },
            (HttpRequest request, CrawlStatus crawls) =>
            {
                Asked.Only(request);
                return Answers.Csv("crawls.csv", [Sheet.Lines(Columns, crawls.Sources(), hasHead: true)]);
            });
    }

    private static string? When(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static SheetColumn<SourceState> Text(string name, Func<SourceState, string?> of) => new(name, SheetColumnKind.Text, 20, of);

    private static SheetColumn<SourceState> Number(string name, Func<SourceState, int?> of) =>
        new(name, SheetColumnKind.Number, 8, source => of(source)?.ToString(CultureInfo.InvariantCulture));
}

/// <summary>All sources with their last crawls.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">Null: it is one page.</param>
internal sealed record SourceList(ImmutableArray<SourceState> Items, string? Next);
