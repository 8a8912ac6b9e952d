using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>A mistake in the knowledge is told with its file, line and column; each test spoils one line of the real pipeline.</summary>
public sealed class PipelineErrorTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "pipelines-" + Guid.NewGuid().ToString("N"), "pipelines");

    public PipelineErrorTests()
    {
        foreach (var file in Directory.GetFiles(TestPaths.Pipelines, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(TestPaths.Pipelines, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void A_missing_file()
    {
        File.Delete(Path.Combine(_folder, "rules", "table.yaml"));

        Message().ShouldBe("pipelines/rules/table.yaml: expected this file to exist");
    }

    [Fact]
    public void A_misspelt_key() => Spoilt("rules/table.yaml", "    formula: 合计 = Σ 各行", "    formulla: 合计 = Σ 各行")
        .ShouldBe("pipelines/rules/table.yaml:4:5: expected the key 'formula'");

    [Fact]
    public void A_key_that_nobody_knows() => Spoilt("rules/table.yaml", "    tolerance: R", "    tolerance: R\n    weight: 3")
        .ShouldContain("rules/table.yaml:11:5: expected one of the keys examples, explanation, ");

    [Fact]
    public void An_unknown_severity() => Spoilt("rules/table.yaml", "    severity: error", "    severity: fatal")
        .ShouldBe("pipelines/rules/table.yaml:11:15: expected one of error, warning, note, found 'fatal'");

    [Fact]
    public void An_id_that_exists_already() => Spoilt("rules/table.yaml", "id: T-02", "id: T-01")
        .ShouldEndWith(": the rule 'T-01' exists already at pipelines/rules/table.yaml:4:5");

    [Fact]
    public void A_subject_that_does_not_exist_in_a_quoted_expression()
        => Spoilt("rules/budget.yaml", "B1[revenue-total] = B1[expenditure-total]'", "B1[revenue-total] = B1[expenditure-all]'")
            .ShouldBe("pipelines/rules/budget.yaml:13:48: there is no subject 'expenditure-all'");

    [Fact]
    public void A_column_that_does_not_exist_in_the_second_line_of_a_block()
        => Spoilt("rules/budget.yaml", "B5[., rate] = rate(", "B5[., pace] = rate(").ShouldMatch(@"^pipelines/rules/budget\.yaml:\d+:24: B5 has no column 'pace'$");

    [Fact]
    public void A_list_of_words_that_does_not_exist()
        => Spoilt("rules/between-budget-tables.yaml", "says(three-public-from-basic)", "says(nothing)").ShouldEndWith(": the vocabulary has no list 'nothing'");

    [Fact]
    public void A_subject_that_a_column_sets_but_nobody_defined()
        => Spoilt("tables/budget.yaml", "sets: {subject: three-public-abroad}", "sets: {subject: three-public-air}")
            .ShouldEndWith(": expected the id of a subject, found 'three-public-air'");

    [Fact]
    public void A_part_of_a_whole_that_nobody_defined()
        => Spoilt("subjects/partitions.yaml", "parts: [personnel, operating]", "parts: [personnel, operations]")
            .ShouldEndWith(": expected the id of a subject, found 'operations'");

    [Fact]
    public void A_pattern_that_cannot_be_read()
        => Spoilt("tables/budget.yaml", "titles: [基本支出]", "titles: ['基本(支出']").ShouldMatch(@"^pipelines/tables/budget\.yaml:\d+:20: expected a regular expression: ");

    [Fact]
    public void A_table_of_a_form_that_does_not_exist()
        => Spoilt("forms/hubei-budget.yaml", "{table: B10, points: 2}", "{table: B77, points: 2}")
            .ShouldMatch(@"^pipelines/forms/hubei-budget\.yaml:\d+:13: expected the name of a kind of table, such as B1, found 'B77'$");

    [Fact]
    public void A_sign_of_a_form_that_nobody_knows()
        => Spoilt("forms/hubei-budget.yaml", "{table: B10, points: 2}", "{colour: red, points: 2}").ShouldContain(": expected a sign: one of table, no-table, title, header, unit, phrase, body");

    [Fact]
    public void A_rule_at_the_core_of_a_form_that_does_not_exist()
        => Spoilt("forms/generic-budget.yaml", "core: [B1-01", "core: [B1-99").ShouldEndWith(": expected the id of a rule, found 'B1-99'");

    [Fact]
    public void A_form_that_needs_more_points_than_it_can_have()
        => Spoilt("forms/hubei-budget.yaml", "needs: 6", "needs: 60").ShouldContain(": expected a number from 1 to 9, found '60'");

    [Fact]
    public void An_example_whose_words_are_not_in_its_document()
    {
        Spoil("examples/budget.txt", "收入总计 | 118.84 | 支出总计 | 118.84", "收入总计 | 118.84");

        Should.Throw<PipelineException>(() => Pipeline.Load(_folder).ReadExamples()).Message.ShouldContain(": expected words that occur once in the document, found none");
    }

    [Fact]
    public void Text_that_is_no_yaml()
        => Spoilt("vocabulary/statements.yaml", "three-public-from-basic: [", "three-public-from-basic: [[").ShouldContain("expected valid YAML");

    [Fact]
    public void Another_version_for_another_word()
    {
        string before = Pipeline.Load(_folder).Version;
        Spoil("vocabulary/statements.yaml", "全部由基本支出安排", "均从基本支出安排");

        Pipeline.Load(_folder).Version.ShouldNotBe(before);
    }

    private string Spoilt(string file, string text, string spoilt)
    {
        Spoil(file, text, spoilt);
        return Message();
    }

    private void Spoil(string file, string text, string spoilt)
    {
        var path = Path.Combine(_folder, file);
        var content = File.ReadAllText(path);
        var at = content.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, text);
        File.WriteAllText(path, content[..at] + spoilt + content[(at + text.Length)..]);
    }

    private string Message() => Should.Throw<PipelineException>(() => Pipeline.Load(_folder)).Message;
}
