using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Findings;

public sealed class StandingsTests
{
    private readonly SampleBudget _budget = SampleBudget.Create();

    [Fact]
    public void A_number_that_some_relation_holds_exactly_is_verified() => Of(_budget.RiseRate.Id).Verdict.ShouldBe(FactVerdict.Verified);

    [Fact]
    public void The_named_culprit_of_a_conflict_is_contradicted() => Of(_budget.ReceptionRate.Id).Verdict.ShouldBe(FactVerdict.Contradicted);

    [Fact]
    public void A_place_left_unfilled_is_contradicted() => Of(_budget.Unfilled.Id).Verdict.ShouldBe(FactVerdict.Contradicted);

    [Fact]
    public void A_place_left_unfilled_that_is_no_fact_is_contradicted_by_the_words_that_name_it()
    {
        Figure place = _budget.Unfilled.Figure!;
        Ruling words = _budget.LeadName with
        {
            Obligation = _budget.LeadName.Obligation with { Passages = [new Passage(place.Text, place.Sentence, place.Start, place.Section, place.Place)] },
        };

        FactStanding standing = Standings.Of([], _budget.Text.Figures, [words], [])[place.Id];

        standing.Verdict.ShouldBe(FactVerdict.Contradicted);
        standing.Obligations.ShouldBe(["o90"]);
    }

    [Fact]
    public void A_number_that_holds_only_through_rounding_is_counted_apart() =>
        Of(_budget.Cell("社会保障和就业支出", "合计").Id).Verdict.ShouldBe(FactVerdict.Rounding);

    [Fact]
    public void A_number_that_only_a_broken_relation_touches_is_unchecked_and_says_so()
    {
        FactStanding reception = Of(_budget.Reception.Id);

        reception.Verdict.ShouldBe(FactVerdict.Unchecked);
        reception.Reason.ShouldBe("in-conflict");
        reception.Obligations.ShouldBe(["o3"]);
    }

    [Fact]
    public void An_unchecked_number_gives_the_reason_of_its_relations() => Of(_budget.Office.Id).Reason.ShouldBe("missing-side");

    [Fact]
    public void A_number_that_no_relation_speaks_of_says_that() => Of(_budget.Health.Id).Reason.ShouldBe("no-obligation");

    [Fact]
    public void A_note_says_nothing_against_the_number_it_quotes() =>
        Standings.Of(_budget.Facts, [], _budget.Ledger, _budget.Causes.Select(cause => cause with { Severity = Severity.Note }))
            [_budget.ReceptionRate.Id].Verdict.ShouldBe(FactVerdict.Unchecked);

    private FactStanding Of(string id) => Standings.Of(_budget.Facts, _budget.Text.Figures, _budget.Ledger, _budget.Causes)[id];
}
