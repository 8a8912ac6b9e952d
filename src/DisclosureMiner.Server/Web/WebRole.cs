using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DisclosureMiner.Server.Web;

/// <summary>The HTTP API, the reports and what tells whether the server is well.</summary>
internal static class WebRole
{
    // Of everything but uploads, which have their own.
    private const long MaxBody = 1 << 20;

    /// <summary>Adds what the web role is made of.</summary>
    public static IServiceCollection AddWebRole(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<Health>();
        services.AddSingleton<Upload>();
        services.AddExceptionHandler<ProblemsOfExceptions>();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        ApiDescription.Add(services, hasKey: options.ApiKey is not null);
        return services;
    }

    /// <summary>Guards all addresses, and answers at those that the roles of this machine ask for.</summary>
    public static WebApplication MapWebRole(this WebApplication server)
    {
        var options = server.Services.GetRequiredService<ServerOptions>();
        server.Use(SecurityHeaders.Add);
        server.UseExceptionHandler(_ => { });
        server.UseStatusCodePages(pages => Problems.Of(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
        server.UseMiddleware<AccessGuard>();
        server.UseMiddleware<CrossSiteGuard>();
        HealthEndpoints.Map(server);
        if (options.Has(ServerRoles.Web))
        {
            server.MapOpenApi("/openapi/{documentName}.json");
            ReportPages.Map(server, options);
            RouteGroupBuilder api = server.MapGroup("/api/v1");
            DocumentEndpoints.Map(api);
            PartEndpoints.Map(api);
            UploadEndpoint.Map(api, options);
            DiscrepancyEndpoints.Map(api);
            FactEndpoints.Map(api);
            RuleEndpoints.Map(api);
            RegisterEndpoints.Map(api);
            StatusEndpoints.Map(api);
        }

        return server;
    }
}
