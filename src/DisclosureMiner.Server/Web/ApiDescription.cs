using Microsoft.OpenApi;

namespace DisclosureMiner.Server.Web;

/// <summary>The description of the API for programs: /openapi/v1.json.</summary>
internal static class ApiDescription
{
    private const string KeyName = "key";

    public static void Add(IServiceCollection services, bool hasKey) => services.AddOpenApi("v1", description => description.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new OpenApiInfo
        {
            Title = "DisclosureMiner",
            Version = "v1",
            Description = "What was mined of budget disclosures. Records are the lines of the JSON Lines files that a run writes: amounts are strings with every digit.",
        };

        // Where the server is depends on who asks.
        document.Servers = [];
        if (hasKey)
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [KeyName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key" },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyName, document)] = [] }];
        }

        return Task.CompletedTask;
    }));
}
