using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Server.Crawls;
using DisclosureMiner.Server.Web;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server;

/// <summary>Puts a server together and runs it.</summary>
public static class ServerHost
{
    // The same as of the command.
    private const int Ended = 0;
    private const int WronglyTold = 2;

    /// <summary>Runs a server until it is told to stop.</summary>
    /// <returns>The exit code: 2 when it could not start as it was told.</returns>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            await using WebApplication server = Build(args);
            await server.RunAsync();
            return Ended;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop before it had started.
            return Ended;
        }
        catch (Exception problem) when (problem is ServerOptionsException or StoreException or PipelineException or IOException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return WronglyTold;
        }
    }

    /// <summary>A server that is ready to be started.</summary>
    /// <param name="args">The command line, without the command.</param>
    /// <param name="change">Changes what it is made of, for tests.</param>
    /// <exception cref="ServerOptionsException">It was told something that cannot be.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        Dictionary<string, string?> given = ServerArguments.Parse(args);
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            EnvironmentName = given.GetValueOrDefault("environment"),
            ContentRootPath = given.GetValueOrDefault("contentRoot"),
        });
        builder.Configuration.AddInMemoryCollection(given);
        ServerOptions options = ServerSettings.Read(builder.Configuration, Directory.GetCurrentDirectory());
        MakeFolders(options);

        builder.WebHost.UseUrls([.. options.Urls]);
        Observation.Add(builder);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<StoreFactory>();
        builder.Services.AddSingleton(new ContentStore(options.Blobs));
        builder.Services.AddSingleton(new Lazy<Pipeline>(Pipeline.LoadDefault));
        builder.Services.AddHostedService<ReadyAtStart>();
        builder.Services.ConfigureHttpJsonOptions(json => Write(json.SerializerOptions));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DataFolderLock>();
        builder.Services.AddSingleton(new Lazy<CrawlSources>(() => CrawlSources.Load(options.Pipelines)));
        builder.Services.AddSingleton<RegisterAtHand>();
        builder.Services.AddSingleton<CrawlStatus>();
        builder.Services.AddSingleton<WorkStatus>();
        builder.Services.AddJobs(options);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopPatience + TimeSpan.FromSeconds(5));
        builder.Services.AddWebRole(options);
        change?.Invoke(builder);

        WebApplication server = builder.Build();
        server.MapWebRole();
        server.MapJobs();
        return server;
    }

    private static void Write(JsonSerializerOptions json)
    {
        // As the outputs are written: words for enumerations, Chinese as it is.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    private static void MakeFolders(ServerOptions options)
    {
        try
        {
            foreach (string folder in (string[])[options.DataFolder, options.Blobs, options.Reports])
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ServerOptionsException([$"The data folder cannot be used: {problem.Message} Name another with --data."]);
        }
    }
}
