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
        text.ShouldContain(
            "false alarms 4, of which consequences of a cause that was found 0, on what the truth warns of 1; reported again 0; doubtful 0");
        text.ShouldContain("false alarms per clean document 3.00 (3 in 1)");
        text.ShouldContain("left alone: roundings 0.0 % (0/1), traps -; notes found 0.0 % (0/1)");
        text.ShouldContain("location 100.0 % (2/2), culprit -");
        text.ShouldContain("obligations    decided 90.0 % (18/20)");
        text.ShouldContain("               by family: ");
        text.ShouldContain("narrative against tables 0.0 % (0/2)");
        text.ShouldContain("identity 75.0 % (3/4)");
    }

    [Fact]
    public void Every_document_has_a_line_and_what_is_not_right_is_listed_with_its_quote()
    {
        string text = Report.ToText();

        text.ShouldContain("   9/10        2/3     2/3       2/2      1          -          -  a.txt\n");
        text.ShouldContain("Missed (1)\n  a.txt\n    line 1  N-01  “收入总额”  because\n");
        text.ShouldContain("Notes missed (1)\n  b.txt\n    line 1  D-07  “收入总额”  because\n");
        text.ShouldContain("[rounding: because]");
        text.ShouldContain("Not decided (2)\n      2  N-01  missing-side\n");
        text.ShouldContain("b.txt  fiscal year: expected “2023”, got “2024”");
    }

    [Fact]
    public void What_no_truth_speaks_of_takes_no_room() =>
        Report.ToText().ShouldSatisfyAllConditions(text => text.ShouldNotContain("\ntables"), text => text.ShouldNotContain("figures"));

    [Fact]
    public void The_same_is_told_to_programs()
    {
        JsonElement json = JsonDocument.Parse(Report.ToJson()).RootElement;

        json.GetProperty("precision").GetDecimal().ShouldBe(0.3333m);
        json.GetProperty("recall").GetDecimal().ShouldBe(0.6667m);
        json.GetProperty("decidedShare").GetDecimal().ShouldBe(0.9m);
        json.GetProperty("discrepancies").GetProperty("falseAlarms").GetInt32().ShouldBe(4);
        json.GetProperty("tables").GetProperty("cells").GetProperty("share").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("byDocument")[0].GetProperty("missed")[0].GetProperty("quote").GetString().ShouldBe("收入总额");
        json.GetProperty("byDocument")[1].GetProperty("falseAlarms")[0].GetProperty("rules")[0].GetString().ShouldBe("N-20");
    }

    [Fact]
    public void Documents_are_added_up_by_their_genre_and_those_of_no_stated_genre_stand_last()
    {
        Report.ByGenre.Select(genre => (genre.Genre, genre.Totals.Documents, genre.Totals.Clean)).ShouldBe([("unit-budget", 1, 1), ("other", 1, 0)]);
        Report.ToText().ShouldContain("   9/10        0/3       -         -      3       3.00        0/1  unit-budget: 1, of which 1 clean\n");
        Report.ToText().ShouldContain("  other or not stated: 1, of which 0 clean\n");

        JsonElement genre = JsonDocument.Parse(Report.ToJson()).RootElement.GetProperty("byGenre")[0];
        genre.GetProperty("genre").GetString().ShouldBe("unit-budget");
        genre.GetProperty("falseAlarmsPerCleanDocument").GetDecimal().ShouldBe(3m);
        genre.GetProperty("obligations").GetProperty("right").GetInt32().ShouldBe(9);
    }

    [Fact]
    public void Time_stands_on_one_line_at_the_end_and_nothing_else_differs()
    {
        ScoreReport measured = new(Report.Documents.Select((score, i) => score with { Taken = TimeSpan.FromSeconds(2), Pages = i == 0 ? 8 : null }));
        ScoreReport again = new(measured.Documents.Select(score => score with { Taken = TimeSpan.FromSeconds(3) }));

        measured.ToText().ShouldEndWith(
            "\ntime           4.00 s for 2, 4.0 pages/s in PDF (8 pages in 2.00 s) (text and HTML have no pages); unit-budget 2.00 s for 1; "
            + "other 2.00 s for 1, 4.0 pages/s in PDF (8 pages in 2.00 s)\n");
        Untimed(again.ToText()).ShouldBe(Untimed(measured.ToText()));
        again.ToText().ShouldNotBe(measured.ToText());
        JsonElement time = JsonDocument.Parse(measured.ToJson()).RootElement.GetProperty("time");
        time.GetProperty("total").GetProperty("pagesPerSecond").GetDecimal().ShouldBe(4m);
        time.GetProperty("byGenre")[0].GetProperty("time").GetProperty("pagesPerSecond").ValueKind.ShouldBe(JsonValueKind.Null);
        Report.ToText().ShouldNotContain("\ntime");

        static string Untimed(string text) => text[..text.LastIndexOf("\ntime", StringComparison.Ordinal)];
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
            Remarks = [Remark(RemarkKind.Rounding, "下降19.15%"), Remark(RemarkKind.Note, "收入总额") with { Rule = "D-07" }],
        };
        return new ScoreReport(new[] { some, clean }.Select(truth => Scorer.Compare(truth, mined, sample.Text.Source)));
    }
}
