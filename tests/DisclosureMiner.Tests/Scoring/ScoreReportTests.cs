using System.Text.Json;
using DisclosureMiner.Findings;
using DisclosureMiner.Scoring;
using DisclosureMiner.Tests.Samples;
using static DisclosureMiner.Tests.Scoring.Truths;

namespace DisclosureMiner.Tests.Scoring;

public sealed class ScoreReportTests
{
    private static readonly ScoreReport Report = Write();

    [Fact]
    public void Precision_recall_and_the_decided_share_stand_together()
    {
        string text = Report.ToText();

        text.ShouldContain("discrepancies  precision 33.3 % (2/6), recall 66.7 % (2/3), rule named 100.0 % (2/2), severity 100.0 % (2/2)");
        text.ShouldContain("false alarms 4, of which on what the truth warns of 1; reported again 0; doubtful 0");
        text.ShouldContain("false alarms per clean document 3.00");
        text.ShouldContain("obligations    decided 90.0 % (18/20)");
        text.ShouldContain("identity 75.0 % (3/4)");
    }

    [Fact]
    public void Every_document_has_a_line_and_what_is_not_right_is_listed_with_its_quote()
    {
        string text = Report.ToText();

        text.ShouldContain("     9/10    2/3      1      0  a.txt\n");
        text.ShouldContain("Missed (1)\n  a.txt\n    line 1  N-01  “收入总额”  because\n");
        text.ShouldContain("[rounding: because]");
        text.ShouldContain("Not decided (2)\n      2  N-01  missing-side\n");
        text.ShouldContain("b.txt  fiscal year: expected “2023”, got “2024”");
    }

    [Fact]
    public void What_no_truth_speaks_of_takes_no_room() =>
        Report.ToText().ShouldSatisfyAllConditions(text => text.ShouldNotContain("tables"), text => text.ShouldNotContain("figures"));

    [Fact]
    public void The_same_is_told_to_programs()
    {
        JsonElement json = JsonDocument.Parse(Report.ToJson()).RootElement;

        json.GetProperty("precision").GetDecimal().ShouldBe(0.3333m);
        json.GetProperty("recall").GetDecimal().ShouldBe(0.6667m);
        json.GetProperty("decidedShare").GetDecimal().ShouldBe(0.9m);
        json.GetProperty("tables").GetProperty("cells").GetProperty("share").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("byDocument")[0].GetProperty("missed")[0].GetProperty("quote").GetString().ShouldBe("收入总额");
        json.GetProperty("byDocument")[1].GetProperty("falseAlarms")[0].GetProperty("rules")[0].GetString().ShouldBe("N-20");
    }

    private static ScoreReport Write()
    {
        SampleBudget sample = SampleBudget.Create();
        MinedDocument mined = sample.Mine();
        GroundTruth some = Expecting(Wrong("N-20", "增长（下降）%"), Wrong("N-06", "下降19.15%"), Wrong("N-01", "收入总额")) with { Document = "a.txt" };
        GroundTruth clean = Nothing with
        {
            Document = "b.txt",
            Status = MiningStatus.Mined,
            Organisation = "青萝市档案馆",
            FiscalYear = 2023,
            Genre = "unit-budget",
            Remarks = [Remark(RemarkKind.Rounding, "下降19.15%")],
        };
        return new ScoreReport(new[] { some, clean }.Select(truth => Scorer.Compare(truth, mined, sample.Text.Source)));
    }
}
