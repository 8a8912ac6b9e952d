using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Scoring;

namespace DisclosureMiner.Tests.Scoring;

public sealed class TruthReaderTests
{
    [Fact]
    public void A_truth_file_says_what_a_document_holds()
    {
        GroundTruth truth = TruthReader.ReadYaml(
            """
            document: x.txt
            status: needs-ocr
            fiscalYear: 2024
            tables:
              - kind: other
                title: 支出
                unit: 万元
                headerRows: 1
                columns: [项目, 金额]
                cells: |
                  项目 | 金额
                   | 2.10
                  甲\|乙 |
            figures:
              - {section: 一, context: 总额 2.10 万元, figure: 2.10 万元, role: amount, verdict: verified, heldBy: [N-01]}
            discrepancies:
              - {rule: N-20, severity: warning, quote: 增长%, page: 3, figures: ["%"], explain: unfilled}
            roundings:
              - {quote: 甲, explain: last digit}
            """,
            "x.txt.truth.yaml");

        truth.Status.ShouldBe(MiningStatus.NeedsOcr);
        truth.Organisation.ShouldBeNull();
        truth.Tables!.Value[0].Cells.Select(row => string.Join(';', row)).ShouldBe(["项目;金额", ";2.10", "甲|乙;"]);
        truth.Figures!.Value[0].ShouldSatisfyAllConditions(
            figure => figure.Role.ShouldBe(FigureRole.Amount), figure => figure.Text.ShouldBe("2.10 万元"), figure => figure.Line.ShouldBe(15));
        (truth.Discrepancies[0].Severity, truth.Discrepancies[0].Page).ShouldBe((Severity.Warning, 3));
        truth.Remarks.ShouldBe([new TrueRemark(RemarkKind.Rounding, "", "甲", "last digit", 19)]);
    }

    [Fact]
    public void What_a_truth_file_leaves_out_is_not_scored() =>
        TruthReader.ReadYaml("{document: x.pdf, status: unsupported}", "x").ShouldSatisfyAllConditions(
            truth => truth.Tables.ShouldBeNull(), truth => truth.Figures.ShouldBeNull(), truth => truth.Discrepancies.ShouldBeEmpty());

    [Fact]
    public void All_mistakes_are_told_with_file_and_line_and_what_was_expected()
    {
        var mistakes = Should.Throw<TruthFormatException>(() => TruthReader.ReadYaml(
            """
            document: x.txt
            state: mined
            status: read
            genre: budget
            tables:
              - kind: other
                title: 支出
                unit: 万元
                headerRows: one
                cells: |
                  甲 | 1
                  乙 | 2 | 3
            figures:
              - {context: 总额 2.10 万元, figure: 2.01 万元, role: sum, verdict: verified}
            notes:
              - {quote: 甲, 乙, explain: a comma}
            """,
            "x.yaml")).Mistakes;

        mistakes.ShouldBe(
        [
            "x.yaml:2: Unknown key `state` of the document; expected one of document, copies, status, organisation, fiscalYear, genre, tables, figures, "
            + "discrepancies, notes, roundings, traps.",
            "x.yaml:3: `status` of the document must be one of mined, failed, unsupported, needs-ocr, template, not `read`.",
            "x.yaml:4: `genre` of the document must be one of department-budget, unit-budget, final-accounts, three-public, report, other, not `budget`.",
            "x.yaml:9: `headerRows` of a table must be a whole number, not `one`.",
            "x.yaml:12: Expected 2 cells, as in the first row, not 3.",
            "x.yaml:14: `role` of a figure must be one of amount, change, rate, share, completion, count, placeholder, other, not `sum`.",
            "x.yaml:14: The context must contain the figure `2.01 万元`.",
            "x.yaml:16: Unknown key `乙` of a note; expected one of rule, quote, explain.",
        ]);
    }

    [Fact]
    public void A_figure_may_name_one_cell_or_several_that_print_it()
    {
        GroundTruth truth = TruthReader.ReadYaml(Named("[支出 / 甲 / 金额, 支出 / row 3 / 金额]", "支出 / 甲 / 金额"), "x.yaml");

        truth.Figures!.Value.Select(figure => string.Join(';', figure.Cells.Select(cell => (cell.Table, cell.Row, cell.Column)))).ShouldBe(
            ["(0, 1, 1);(0, 2, 1)", "(0, 1, 1)"]);
    }

    [Fact]
    public void A_cell_that_the_tables_do_not_have_is_told_with_its_line() =>
        Should.Throw<TruthFormatException>(() => TruthReader.ReadYaml(Named("支出 / 丙 / 金额", "支出 / 甲 / 金额"), "x.yaml"))
            .Message.ShouldBe("x.yaml:14: The table `支出` has no row `丙` with a column `金额` to the right of its label.");

    private static string Named(string first, string second) =>
        $$"""
        document: x.txt
        status: mined
        tables:
          - kind: other
            title: 支出
            unit: 万元
            headerRows: 1
            columns: [项目, 金额]
            cells: |
              项目 | 金额
              甲 | 2.10
              合计 | 2.10
        figures:
          - {context: 总额 2.10 万元, figure: 2.10 万元, role: amount, verdict: verified, heldBy: [N-01], cell: {{first}}}
          - {context: 甲 2.10 万元, figure: 2.10 万元, role: amount, verdict: verified, heldBy: [N-01], cell: {{second}}}
        """;

    [Fact]
    public void A_file_that_is_no_yaml_says_where() =>
        Should.Throw<TruthFormatException>(() => TruthReader.ReadYaml("document: x\nstatus: [mined\n", "x.yaml"))
            .Message.ShouldStartWith("x.yaml:3: This is no YAML: ");

    [Fact]
    public void A_tab_is_told_where_it_stands() =>
        Should.Throw<TruthFormatException>(() => TruthReader.ReadYaml("document: x\nstatus: mined\ntables:\n\t- kind: other\n", "x.yaml"))
            .Message.ShouldBe("x.yaml:4: This is no YAML: While scanning a mapping, found invalid tab as indentation. "
                + "Indent with spaces, and quote a text that holds `: `, ` #` or a bracket.");

    [Fact]
    public void An_expected_list_has_a_document_a_line()
    {
        var truths = TruthReader.ReadJsonLines(
            """
            {"file": "a.txt", "errors": [{"quote": "共505元", "figures": ["505"], "kind": "unit-slip", "explain": "万元"}], "rounding": [], "truncated": [], "doubtful": [{"quote": "约"}], "clean_relations": 2}

            {"file": "b.txt", "errors": [], "rounding": [], "truncated": [], "doubtful": [], "clean_relations": 0}
            """,
            "expected.jsonl");

        truths.Select(truth => truth.Document).ShouldBe(["a.txt", "b.txt"]);
        truths[0].IsByCause.ShouldBeFalse();
        truths[0].Discrepancies.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Rule.ShouldBe("unit-slip"), found => found.Severity.ShouldBeNull(), found => found.Figures.ShouldBe(["505"]));
        truths[0].Remarks.ShouldBe([new TrueRemark(RemarkKind.Doubtful, "", "约", "", 1)]);
        truths[0].CleanRelations.ShouldBe(2);
    }

    [Fact]
    public void All_mistakes_of_an_expected_list_are_told_with_what_was_expected() =>
        Should.Throw<TruthFormatException>(() => TruthReader.ReadJsonLines(
                """
                {"file": "b.txt", "errors": [{"quote": "甲", "figures": [5], "kind": "sum"}], "mistakes": [], "rounding": [], "truncated": [], "doubtful": [], "clean_relations": "2"}
                {"file": "c.txt", "errors": [}
                []
                """,
                "e.jsonl"))
            .Mistakes.ShouldBe(
            [
                "e.jsonl:1: Unknown key `mistakes` of a document; expected one of file, errors, rounding, truncated, doubtful, clean_relations.",
                "e.jsonl:1: `figures` of an error must be a list of texts in quotes.",
                "e.jsonl:1: Missing `explain` of an error: expected a text in quotes.",
                "e.jsonl:1: `clean_relations` of a document must be a whole number.",
                "e.jsonl:2: This is no JSON at byte 30; every line has to be a whole JSON object, its texts in double quotes.",
                "e.jsonl:3: a document must be an object with file, errors, rounding, truncated, doubtful, clean_relations.",
            ]);

    [Fact]
    public void The_truths_of_the_repository_can_be_read()
    {
        var files = Directory.GetFiles(TestPaths.Corpus, "*" + TruthReader.Suffix)
            .Concat(Directory.GetFiles(Path.Combine(TestPaths.TestProject, "GroundTruth"), "*" + TruthReader.Suffix));

        foreach (string file in files)
        {
            TruthReader.ReadYaml(File.ReadAllText(file), Path.GetFileName(file)).Document.ShouldBe(Path.GetFileName(file)[..^TruthReader.Suffix.Length]);
        }
    }
}
