using DisclosureMiner.Findings;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Store;

public sealed class DecisionsTests : IDisposable
{
    private static readonly DateTime Monday = new(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc);

    private StorePlace? _place;
    private DisclosureStore _store = null!;

    public void Dispose()
    {
        _store.Dispose();
        _place!.Dispose();
    }

    [Theory, EachEngine]
    public void The_last_decision_counts_and_all_are_kept(TestEngine engine)
    {
        Start(engine);
        Decide(DecisionState.Confirmed, Monday);
        Decide(DecisionState.Explained, Monday.AddDays(1));

        _store.Decisions().Of("d1", "v1").State.ShouldBe(ReviewState.Explained);
        _store.Decisions().About("d1").Select(decision => (decision.State, decision.WhenText)).ShouldBe(
        [
            (DecisionState.Confirmed, "2026-11-23T09:30:00Z"), (DecisionState.Explained, "2026-11-24T09:30:00Z"),
        ]);
    }

    [Theory, EachEngine]
    public void A_decision_says_nothing_of_other_values(TestEngine engine)
    {
        Start(engine);
        Decide(DecisionState.FalseAlarm, Monday);

        Review changed = _store.Decisions().Of("d1", "v2");
        (changed.State, changed.IsDecided, changed.Last!.WhenText).ShouldBe((ReviewState.Reopened, false, "2026-11-23T09:30:00Z"));
        _store.Decisions().Of("d2", "v1").ShouldBe(Review.Open);
    }

    [Theory, EachEngine]
    public void What_is_decided_about_one_version_of_a_document_still_holds_beside_another(TestEngine engine)
    {
        Start(engine);
        Decide(DecisionState.FalseAlarm, Monday);
        Decide(DecisionState.Confirmed, Monday.AddDays(1), "v2");

        _store.Decisions().Of("d1", "v1").State.ShouldBe(ReviewState.FalseAlarm);
        _store.Decisions().Of("d1", "v2").State.ShouldBe(ReviewState.Confirmed);
    }

    [Theory, EachEngine]
    public void A_decision_outlives_another_run_other_rules_and_a_file_that_was_issued_again(TestEngine engine)
    {
        Start(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        _store.Save(mined, new MiningVersion("reading-1", "checks-1"));
        Discrepancy found = mined.Discrepancies[0];
        _store.Decide(new Decision(found.Id, found.ValuesHash, DecisionState.Explained, "Ann", Monday, "agreed with the bureau"));

        _store.Save(mined, new MiningVersion("reading-1", "checks-2"));
        MinedDocument again = SampleBudget.Create(spaceBefore: "A line that moves everything down.").Mine("b.txt") with { Id = "fedcba9876543210" };
        _store.Save(again, new MiningVersion("reading-1", "checks-2"));

        _store.Findings(new FindingFilter(IsDecided: true)).Select(finding => (finding.Path, finding.Discrepancy.Id, finding.Review.Last!.Because)).ShouldBe(
        [
            ("a.txt", found.Id, "agreed with the bureau"), ("b.txt", found.Id, "agreed with the bureau"),
        ]);
        _store.Findings(new FindingFilter(IsDecided: false)).ShouldNotContain(finding => finding.Discrepancy.Id == found.Id);
    }

    [Theory, EachEngine]
    public void Changed_values_reopen_it(TestEngine engine)
    {
        Start(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        Discrepancy rate = mined.Discrepancies.Single(discrepancy => discrepancy.Ruling.Obligation.Defect == "rate");
        _store.Decide(new Decision(rate.Id, rate.ValuesHash, DecisionState.FalseAlarm, "Ann", Monday, "read wrongly"));
        _store.Save(SampleBudget.Create(reception: "0.11").Mine("a.txt"), new MiningVersion("reading-1", "checks-1"));

        _store.Findings(new FindingFilter(Id: rate.Id)).ShouldHaveSingleItem().Review.State.ShouldBe(ReviewState.Reopened);
    }

    [Theory, EachEngine]
    public void An_id_is_found_by_its_beginning_also_when_only_a_decision_is_left_of_it(TestEngine engine)
    {
        Start(engine);
        Decide(DecisionState.Confirmed, Monday);
        _store.Decide(new Decision("d1-2", "v1", DecisionState.Confirmed, "Ann", Monday, "x"));

        _store.DiscrepanciesLike("d").ShouldBe(["d1", "d1-2"]);
        _store.DiscrepanciesLike("d1").ShouldBe(["d1"]);
        _store.DiscrepanciesLike("e").ShouldBeEmpty();
    }

    private void Start(TestEngine engine)
    {
        _place = new StorePlace(engine);
        _store = _place.Open();
    }

    private void Decide(DecisionState state, DateTime when, string valuesHash = "v1") =>
        _store.Decide(new Decision("d1", valuesHash, state, "Ann", when, "seen with the bureau"));
}
