using System.Text.Encodings.Web;
using System.Text.Json;
using DisclosureMiner.Pipelines;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DisclosureMiner.Server;

/// <summary>What can be observed of a running server: its log, and traces and metrics for whoever collects them.</summary>
internal static class Observation
{
    // The name that all programs with OpenTelemetry share.
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(WebApplicationBuilder builder)
    {
        AddLog(builder);
        if (string.IsNullOrWhiteSpace(builder.Configuration[Collector]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("disclosureminer"))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation())
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation())
            .UseOtlpExporter();
    }

    // People read a terminal, programs read everything else.
    private static void AddLog(WebApplicationBuilder builder)
    {
        bool isJson = builder.Configuration.GetValue<bool?>("Logging:Json") ?? Console.IsOutputRedirected;
        builder.Logging.ClearProviders();
        if (isJson)
        {
            builder.Logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;

                // Names are Chinese, and are to be found by them.
                json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        else
        {
            builder.Logging.AddSimpleConsole(line =>
            {
                line.SingleLine = true;
                line.TimestampFormat = "HH:mm:ss ";
            });
        }

        // A line for each request drowns what matters; traces have them.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }
}
