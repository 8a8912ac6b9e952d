using System.Text.Json;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>A report on planted faults for programs.</summary>
internal static class FaultJson
{
    public static string Write(FaultReport report) => JsonSerializer.Serialize(
        new
        {
            schemaVersion = 1,
            all = Of(report.All),
            byType = report.ByType.ToDictionary(pair => FileWord.Of(pair.Type), pair => Of(pair.Tally)),
            byMediaType = report.ByMediaType.ToDictionary(pair => pair.MediaType, pair => Of(pair.Tally)),
            notDetectable = report.Reasons.ToDictionary(pair => pair.Reason, pair => pair.Count),
            faults = report.Outcomes.Select(outcome => new
            {
                document = outcome.Document,
                type = FileWord.Of(outcome.Type),
                where = outcome.Where,
                what = outcome.What,
                isDetectable = outcome.IsDetectable,
                reason = outcome.Reason,
                found = outcome.IsFound,
                located = outcome.IsLocated,
                culprit = outcome.IsCulprit,
                explained = outcome.IsExplained,
                reports = outcome.Reports,
            }),
        },
        ScoreJson.Options);

    private static object Of(FaultTally tally) => new
    {
        planted = tally.Planted,
        detectable = ScoreJson.Of(tally.Detectable),
        found = ScoreJson.Of(tally.Found),
        located = ScoreJson.Of(tally.Located),
        culprit = ScoreJson.Of(tally.Culprit),
        explained = ScoreJson.Of(tally.Explained),
        once = ScoreJson.Of(tally.Once),
        beyond = ScoreJson.Of(tally.Beyond),
    };
}
