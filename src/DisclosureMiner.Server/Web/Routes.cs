namespace DisclosureMiner.Server.Web;

/// <summary>Addresses with the suffixes that say in what form the answer is wanted; JSON where there is none.</summary>
internal static class Routes
{
    /// <summary>An address that answers with JSON.</summary>
    public static void MapJson(this IEndpointRouteBuilder routes, string path, string summary, Delegate json)
    {
        foreach (string address in (string[])[path, path + ".json"])
        {
            routes.MapGet(address, json).WithSummary(summary).WithTags(Tag(path)).Answers("application/json");
        }
    }

    /// <summary>An address that answers with JSON or CSV.</summary>
    public static void MapList(this IEndpointRouteBuilder routes, string path, string summary, Delegate json, Delegate csv)
    {
        routes.MapJson(path, summary, json);
        routes.MapGet(path + ".csv", csv).WithSummary(summary + " As CSV, all rows where no limit is given.").WithTags(Tag(path)).Answers("text/csv");
    }

    private static void Answers(this RouteHandlerBuilder route, string contentType) => route
        .Produces(StatusCodes.Status200OK, contentType: contentType)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static string Tag(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)[0];
}
