using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class FaultInjectionTests
{
    private const int Count = 60;

    private static readonly Pipeline Default = Pipeline.LoadDefault();
    private static readonly LabelledDocument[] Documents =
        [.. LabelledFolder.Find(TestPaths.Corpus, TestPaths.Corpus).Where(document => document.Truth.Document is "qingluo-archives-2024-budget.txt" or "langxi-sports-2024-final.html")];

    private static readonly Lazy<FaultReport> Report = new(() => FaultInjection.Run(Documents, Default, Count, seed: 7));

    [Fact]
    public void Every_type_is_planted_about_equally_often()
    {
        Report.Value.Outcomes.Length.ShouldBe(Count);
        Report.Value.ByType.Select(pair => pair.Type).ShouldBe(Enum.GetValues<FaultType>());
        Report.Value.ByType.ShouldAllBe(pair => pair.Tally.Planted >= 1 && pair.Tally.Planted <= 4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_report_and_another_one_others()
    {
        FaultInjection.Run(Documents, Default, Count, seed: 7).ToJson().ShouldBe(Report.Value.ToJson());
        FaultInjection.Run(Documents, Default, 10, seed: 8).Outcomes.Select(outcome => outcome.What)
            .ShouldNotBe(FaultInjection.Run(Documents, Default, 10, seed: 7).Outcomes.Select(outcome => outcome.What));
    }

    [Fact]
    public void A_fault_that_is_found_is_reported_at_its_place()
    {
        FaultOutcome found = Report.Value.Outcomes.First(outcome => outcome is { Type: FaultType.PriorYearKept, IsFound: true });

        found.IsLocated.ShouldBeTrue();
        found.Reports.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_nothing_contradicts_counts_apart()
    {
        FaultTally all = Report.Value.All;

        all.Found.Total.ShouldBe(Report.Value.Outcomes.Count(outcome => outcome.IsDetectable));
        all.Detectable.Total.ShouldBe(Count);
        all.Beyond.Total.ShouldBe(Count - all.Found.Total);
    }

    [Fact]
    public void Documents_in_which_something_is_wrong_are_left_out()
    {
        LabelledDocument[] wrong = [.. LabelledFolder.Find(TestPaths.Corpus, TestPaths.Corpus).Where(document => document.Truth.Document == "yunpu-veterans-2025-budget.txt")];

        FaultInjection.Run(wrong, Default, Count, seed: 1).Outcomes.ShouldBeEmpty();
    }

    [Fact]
    public void A_report_tells_each_type_and_what_was_missed()
    {
        string text = Report.Value.ToText();

        text.ShouldContain("digits-swapped");
        text.ShouldContain($"detectable {100m * Report.Value.All.Detectable.Share:F1} %");
        text.Contains("Missed (", StringComparison.Ordinal).ShouldBe(Report.Value.All.Found.Right < Report.Value.All.Found.Total);
    }
}
