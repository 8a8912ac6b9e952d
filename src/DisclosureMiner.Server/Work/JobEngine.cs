using DisclosureMiner.Server.Crawls;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace DisclosureMiner.Server.Work;

/// <summary>Hangfire: runs jobs, keeps schedules and shows both. What is owed stands in the store, so it may forget everything.</summary>
internal static class JobEngine
{
    /// <summary>The queue of workers.</summary>
    public const string WorkQueue = "work";

    /// <summary>The queue of crawlers.</summary>
    public const string CrawlQueue = "crawl";

    /// <summary>How many sources are crawled at a time: crawls wait for the sites most of the time.</summary>
    public const int CrawlsAtATime = 8;

    public static IServiceCollection AddJobs(this IServiceCollection services, ServerOptions options)
    {
        // The job engine would share its storage, and what makes its jobs, among all servers of a process.
        services.AddSingleton<JobStorage>(_ => StorageOf(options));
        services.AddSingleton<JobActivator>(made => new AspNetCoreJobActivator(made.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(engine => engine.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        if (options.Has(ServerRoles.Worker))
        {
            services.AddSingleton<Workshop>();
            AddServer(services, options, "work", WorkQueue, options.Jobs);
            services.AddHostedService<WakeUp>();
            services.AddHostedService<FolderWatch>();
        }

        if (options.Has(ServerRoles.Crawler))
        {
            services.AddSingleton<CrawlShop>();
            AddServer(services, options, "crawl", CrawlQueue, CrawlsAtATime);
            services.AddHostedService<CrawlClock>();
        }

        return services;
    }

    public static void MapJobs(this WebApplication server)
    {
        if (server.Services.GetRequiredService<ServerOptions>().Has(ServerRoles.Web))
        {
            // Who may come here at all is decided for all addresses alike.
            server.MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [], DashboardTitle = "DisclosureMiner", AppPath = "/reports/" });
        }
    }

    private static JobStorage StorageOf(ServerOptions options)
    {
        if (options.Postgres is not { } connection)
        {
            return new InMemoryStorage();
        }

        var storage = new PostgreSqlStorageOptions { QueuePollInterval = options.Poll, SchemaName = "hangfire" };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(Store.StoreAddress.Npgsql(connection), storage), storage);
    }

    private static void AddServer(IServiceCollection services, ServerOptions options, string name, string queue, int workers) =>
        services.AddHangfireServer((made, server) =>
        {
            server.Activator = made.GetRequiredService<JobActivator>();
            server.ServerName = $"{name}:{Environment.MachineName}:{Environment.ProcessId}";
            server.Queues = [queue];
            server.WorkerCount = workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(15);
            server.ShutdownTimeout = options.StopPatience;
        });
}
