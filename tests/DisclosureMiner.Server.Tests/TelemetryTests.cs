using System.Diagnostics.Metrics;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Server.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public void What_is_mined_and_fetched_is_counted_for_whoever_listens()
    {
        var seen = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "DisclosureMiner")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add(Line(instrument.Name, value, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Add(Line(instrument.Name, value, tags)));
        listener.Start();

        Telemetry.DocumentDone("mined", TimeSpan.FromSeconds(1.5));
        Telemetry.CrawlRequest("gov", "new");
        Telemetry.WatchQueue(() => 7);
        listener.RecordObservableInstruments();
        Telemetry.WatchQueue(() => 0);

        seen.ShouldBe(
        [
            "disclosureminer.documents 1 status=mined",
            "disclosureminer.document.duration 1.5 status=mined",
            "disclosureminer.crawl.requests 1 source=gov outcome=new",
            "disclosureminer.queue.depth 7",
        ]);
    }

    private static string Line<T>(string name, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', [name, $"{value}", .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
}
