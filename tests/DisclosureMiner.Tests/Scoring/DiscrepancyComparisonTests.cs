using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Scoring;
using DisclosureMiner.Tests.Samples;
using static DisclosureMiner.Tests.Scoring.Truths;

namespace DisclosureMiner.Tests.Scoring;

/// <summary>The sample reports three errors: an unfilled rate, a copied rate and a cell that breaks two sums; and one note.</summary>
public sealed class DiscrepancyComparisonTests
{
    private static readonly TrueDiscrepancy Unfilled = Wrong("N-20", "减少1.15万元，增长（下降）%", "1.15万元");

    private static readonly TrueDiscrepancy Copied = Wrong("N-06", "较上年减少0.02万元，下降19.15%", "19.15%");

    private static readonly TrueDiscrepancy Swapped = Wrong("B3-01", "卫生健康支出", "2.57", "2.75");

    private readonly SampleBudget _sample = SampleBudget.Create();

    [Fact]
    public void An_expected_discrepancy_is_found_where_its_quote_stands()
    {
        DiscrepancyScore score = Score(Expecting(Unfilled, Copied, Swapped));

        score.Found.ShouldBe(new Tally(3, 3));
        score.Right.ShouldBe(new Tally(3, 3));
        score.Rule.ShouldBe(new Tally(3, 3));
        score.Severity.ShouldBe(new Tally(3, 3));
    }

    [Fact]
    public void A_row_is_found_by_its_label_and_one_of_the_figures()
    {
        Score(Expecting(Swapped), "sum").Found.ShouldBe(new Tally(1, 1));
        Score(Expecting(Swapped with { Figures = ["64.10"] }), "sum").Found.ShouldBe(new Tally(0, 1));
    }

    [Fact]
    public void A_discrepancy_that_nobody_reports_is_missed()
    {
        DiscrepancyScore score = Score(Expecting(Unfilled, Wrong("N-01", "住房保障支出5.99万元", "5.99万元")), "unfilled");

        score.Found.ShouldBe(new Tally(1, 2));
        score.Right.ShouldBe(new Tally(1, 1));
        score.Missed.ShouldHaveSingleItem().Rule.ShouldBe("N-01");
    }

    [Fact]
    public void A_report_that_answers_to_nothing_is_a_false_alarm()
    {
        DiscrepancyScore score = Score(Expecting(Unfilled), "unfilled", "rate");

        score.Found.ShouldBe(new Tally(1, 1));
        score.Right.ShouldBe(new Tally(1, 2));
        score.FalseAlarms.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            alarm => alarm.Discrepancy.Ruling.ShouldBe(_sample.LeadRate), alarm => alarm.Remark.ShouldBeNull());
        score.WronglyReported.ShouldBe(0);
    }

    [Fact]
    public void Notes_are_neither_hits_nor_false_alarms()
    {
        DiscrepancyScore score = Score(Expecting(Wrong("D-06", "卫生支出")), "subject-name");

        score.Found.ShouldBe(new Tally(0, 1));
        score.Right.ShouldBe(default);
    }

    [Fact]
    public void A_rounding_that_is_reported_as_an_error_is_a_false_alarm_of_which_the_truth_warned()
    {
        DiscrepancyScore score = Score(Nothing with { Remarks = [Remark(RemarkKind.Rounding, "下降19.15%")] }, "rate");

        score.FalseAlarms.ShouldHaveSingleItem().Remark!.Kind.ShouldBe(RemarkKind.Rounding);
        score.WronglyReported.ShouldBe(1);
        score.Right.ShouldBe(new Tally(0, 1));
    }

    [Fact]
    public void A_report_on_a_doubtful_passage_is_neither_right_nor_wrong()
    {
        DiscrepancyScore score = Score(Nothing with { Remarks = [Remark(RemarkKind.Doubtful, "下降19.15%")] }, "rate");

        score.Doubtful.Length.ShouldBe(1);
        score.Right.ShouldBe(default);
    }

    [Fact]
    public void A_second_report_on_the_same_cause_lowers_the_precision()
    {
        Discrepancy[] twice = [Reported("rate"), Reported("rate") with { Id = "again" }];

        DiscrepancyScore byCause = Score(Expecting(Copied), twice);
        DiscrepancyScore byStatement = Score(Expecting(Copied) with { IsByCause = false }, twice);

        byCause.Extras.ShouldHaveSingleItem().Discrepancy.Id.ShouldBe("again");
        byCause.FalseAlarms.ShouldBeEmpty();
        byCause.Right.ShouldBe(new Tally(1, 2));
        (byCause.Wrong, byCause.Consequences).ShouldBe((1, 1));
        byStatement.Extras.Length.ShouldBe(1);
        byStatement.Right.ShouldBe(new Tally(1, 1));
        (byStatement.Wrong, byStatement.Consequences).ShouldBe((0, 0));
    }

    [Fact]
    public void A_consequence_that_is_reported_elsewhere_is_a_false_alarm_too()
    {
        // The cell 2.57 breaks its row and its column; one entry of the truth, two reports.
        Fact total = _sample.Cell("合计", "合计");
        Discrepancy column = Reported("sum") with { Id = "column", Culprit = null, Evidence = [new Evidence("stated", "cell", "合计", total.Text, total.Place, total)] };

        DiscrepancyScore score = Score(Expecting(Swapped), [Reported("sum"), column]);

        score.Found.ShouldBe(new Tally(1, 1));
        score.Right.ShouldBe(new Tally(1, 2));
        (score.Wrong, score.Consequences, score.FalseAlarms.Length).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void A_report_is_located_when_its_evidence_prints_one_of_the_figures_and_names_the_cause_when_its_culprit_does()
    {
        DiscrepancyScore score = Score(Expecting(Unfilled, Copied, Swapped));
        DiscrepancyScore other = Score(Expecting(Copied with { Figures = ["18.15%"] }), "rate");

        score.Location.ShouldBe(new Tally(3, 3));
        score.Culprit.ShouldBe(new Tally(2, 3));
        other.Found.ShouldBe(new Tally(1, 1));
        other.Location.ShouldBe(new Tally(0, 1));
        other.Culprit.ShouldBe(new Tally(0, 1));
    }

    [Fact]
    public void What_was_missed_has_no_location_and_a_cause_is_judged_only_where_figures_are_listed()
    {
        Score(Expecting(Wrong("N-01", "住房保障支出5.99万元")), "unfilled").Location.ShouldBe(default);
        Score(Expecting(Copied with { Figures = [] }), "rate").ShouldSatisfyAllConditions(
            score => score.Location.ShouldBe(new Tally(1, 1)), score => score.Culprit.ShouldBe(default));
    }

    [Fact]
    public void Roundings_and_traps_are_counted_with_those_left_alone()
    {
        DiscrepancyScore score = Score(
            Nothing with { Remarks = [Remark(RemarkKind.Rounding, "下降19.15%"), Remark(RemarkKind.Rounding, "增长19.15%"), Remark(RemarkKind.Trap, "办公费1.25万元")] }, "rate");

        score.Roundings.ShouldBe(new Tally(1, 2));
        score.Traps.ShouldBe(new Tally(1, 1));
    }

    [Fact]
    public void A_note_is_found_by_its_rule_and_its_passage()
    {
        TrueRemark found = Remark(RemarkKind.Note, "下降19.15%") with { Rule = "N-06" }, otherRule = found with { Rule = "D-07" }, otherPlace = found with { Quote = "办公费1.25万元" };
        DiscrepancyScore score = Score(Nothing with { Remarks = [found, otherRule, otherPlace] }, "rate");

        score.Notes.ShouldBe(new Tally(1, 3));
        score.MissedNotes.ShouldBe([otherRule, otherPlace]);
    }

    [Fact]
    public void Two_reports_in_one_statement_answer_to_two_expected_ones()
    {
        // The rate's evidence touches both quotes; the other report only the wider one.
        Discrepancy reception = Reported("unfilled") with { Culprit = null, Evidence = [Of(_sample.Reception)] };
        var expected = Expecting(Wrong("N-01", "公务接待费0.10万元，较上年减少0.02万元，下降19.15%"), Wrong("N-06", "下降19.15%"));

        DiscrepancyScore score = Score(expected, [Reported("rate"), reception]);

        score.Found.ShouldBe(new Tally(2, 2));
        score.Right.ShouldBe(new Tally(2, 2));
    }

    [Fact]
    public void One_cause_that_shows_in_two_places_answers_to_both()
    {
        Discrepancy both = Reported("rate") with { Culprit = null, Evidence = [Of(_sample.RiseRate), Of(_sample.ReceptionRate)] };

        DiscrepancyScore score = Score(Expecting(Wrong("N-06", "增长19.15%"), Wrong("N-06", "下降19.15%")), [both]);

        score.Found.ShouldBe(new Tally(2, 2));
        score.Right.ShouldBe(new Tally(1, 1));
    }

    [Fact]
    public void A_quote_is_found_though_the_reader_and_the_truth_part_words_otherwise() =>
        Score(Expecting(Wrong("N-06", "公务接待费 0.10 万元,较上年减少 0.02 万元")), "rate").Found.ShouldBe(new Tally(1, 1));

    [Fact]
    public void A_quote_that_is_not_in_the_document_is_told()
    {
        DocumentScore score = Scorer.Compare(Expecting(Wrong("N-06", "下降16.67%")), _sample.Mine(), _sample.Text.Source);

        score.TruthDoubts.ShouldBe(["line 1: 下降16.67%"]);
    }

    [Fact]
    public void A_quote_is_found_in_what_was_read_where_there_is_no_text_to_count_in() =>
        Scorer.Compare(Expecting(Copied), _sample.Mine(), null).Discrepancies.Found.ShouldBe(new Tally(1, 1));

    [Fact]
    public void The_page_says_which_of_several_quotes_is_meant()
    {
        static Region On(int page) => new(page, new Box(0, 0, 9, 9));
        static Paragraph Printed(int page) =>
            new(page, [], PlacedText.FromRegions("下降19.15%", [.. Enumerable.Repeat(On(page), 8)]), ParagraphKind.Body, 0, "");
        Discrepancy second = Reported("rate") with { Culprit = null, Evidence = [Of(_sample.ReceptionRate) with { Place = Place.On([On(2)]) }] };
        MinedDocument mined = _sample.Mine() with
        {
            Document = new Document("", "", null, "other", 2, [Printed(1), Printed(2)], []),
            Discrepancies = [second],
        };
        Tally Found(int page) => Scorer.Compare(Expecting(Wrong("N-06", "下降19.15%", "19.15%") with { Page = page }), mined, null).Discrepancies.Found;

        Found(2).ShouldBe(new Tally(1, 1));
        Found(1).ShouldBe(new Tally(0, 1));

        // The words stand in evidence of page 1, the figure only in that of page 2.
        Discrepancy mixed = second with { Evidence = [second.Evidence[0] with { Value = "1", Place = Place.On([On(1)]) }, second.Evidence[0]] };
        DiscrepancyScore scored = Scorer.Compare(
            Expecting(Wrong("N-06", "下降19.15%", "19.15%") with { Page = 1 }), mined with { Discrepancies = [mixed] }, null).Discrepancies;
        (scored.Found, scored.Location).ShouldBe((new Tally(1, 1), new Tally(0, 1)));
    }

    private static Evidence Of(Fact fact) => new("stated", "figure", fact.Figure!.Sentence, fact.Text, fact.Place, fact);

    private Discrepancy Reported(string defect) => _sample.Mine().Discrepancies.Single(found => found.Ruling.Obligation.Defect == defect);

    private DiscrepancyScore Score(GroundTruth truth, params string[] defects) =>
        Score(truth, defects.Length == 0 ? [.. _sample.Mine().Discrepancies] : [.. defects.Select(Reported)]);

    private DiscrepancyScore Score(GroundTruth truth, Discrepancy[] reported) =>
        Scorer.Compare(truth, _sample.Mine() with { Discrepancies = [.. reported] }, _sample.Text.Source).Discrepancies;
}
