namespace DisclosureMiner.Server.Web;

/// <summary>Whether the server lives, and whether it can do its work: for whoever watches over it.</summary>
internal static class HealthEndpoints
{
    public const string Live = "/health";
    public const string Ready = "/ready";

    public static void Map(IEndpointRouteBuilder server)
    {
        server.MapGet(Live, () => TypedResults.Ok(new Liveness("ok")))
            .WithSummary("Whether the server lives.").WithTags("health");
        server.MapGet(Ready, (Health health) =>
            {
                Readiness readiness = health.Look();
                return Results.Json(readiness, statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
            })
            .WithSummary("Whether the server can do its work: the store, the disk, what waits.").WithTags("health")
            .Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>That the server lives.</summary>
/// <param name="Status">ok.</param>
internal sealed record Liveness(string Status);
