using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Reports;

namespace DisclosureMiner.Tests.Checks.Registers;

public sealed class CoverageTests
{
    private static readonly Register Bodies = RegisterTests.Of(
        "302,青萝县档案馆,,青萝县档案局@2024-06-30,department,,,,,02-20,09-30",
        "318,云浦县林业局,,,department,,,,,02-20,",
        "318001,云浦县林业局（本级）,,,unit,318,,,,03-10,",
        "318009,云浦县木材检查站,,,unit,318,,,2022,02-20,",
        "601,城关镇人民政府,,,department,,云浦县,,,02-20,",
        "602,城关镇人民政府,,,department,,青萝县,,,02-20,");

    private static readonly HeldDocument Archives = Budget("1111", "archives.txt", "青萝县档案局");

    [Fact]
    public void What_is_expected_is_here_missing_or_not_yet_due()
        => Lines(2024, "2024-03-01", Archives).ShouldBe(
        [
            "Missing  318 budget 2024-02-20 NotChecked ", "Missing  601 budget 2024-02-20 NotChecked ", "Missing  602 budget 2024-02-20 NotChecked ",
            "NotYetDue  302 final-accounts 2025-09-30 NotChecked ", "NotYetDue  318001 budget 2024-03-10 NotChecked ",
            "Received  302 budget 2024-02-20 NotChecked archives.txt",
        ]);

    [Theory]
    [InlineData("2024-02-20", "NotYetDue")]
    [InlineData("2024-02-21", "Missing")]
    public void What_is_due_on_a_day_is_missing_on_the_next(string asOf, string state)
        => Lines(2024, asOf).ShouldContain($"{state}  318 budget 2024-02-20 NotChecked ");

    [Theory]
    [InlineData("2024-02-20", null, "Received  302 budget 2024-02-20 OnTime archives.txt")]
    [InlineData("2024-02-21", null, "Late  302 budget 2024-02-20 Late archives.txt")]
    [InlineData("2024-02-21", "2024-02-01", "Received  302 budget 2024-02-20 OnTime archives.txt, second.txt")]
    [InlineData("2024-02-21", "2024-04-01", "Late  302 budget 2024-02-20 Late archives.txt, second.txt")]
    [InlineData("2024-02-21", "", "Received  302 budget 2024-02-20 NotChecked archives.txt, second.txt")]
    [InlineData("2024-07-01", null, "Missing  302 budget 2024-02-20 NotChecked ")]
    public void It_is_late_when_its_first_version_was_published_after_its_day(string published, string? second, string line)
    {
        HeldDocument[] held = [Archives with { Published = Day(published) }];
        held = second is null ? held : [.. held, Budget("2222", "second.txt", "青萝县档案馆") with { Published = second.Length == 0 ? null : Day(second) }];

        Lines(2024, "2024-06-01", held).Where(told => told.Contains("302 budget")).ShouldBe([line]);
    }

    [Fact]
    public void What_nobody_expected_is_told_with_its_reason()
        => Lines(
            2024,
            "2024-01-01",
            Budget("1", "stranger.txt", "乙县财政局"),
            Budget("2", "closed.txt", "云浦县木材检查站") with { IsUnit = true },
            Budget("3", "own-level.txt", "青萝县档案馆") with { Genre = "unit-budget", IsUnit = true },
            Budget("4", "final.txt", "云浦县林业局") with { Genre = "final-accounts" },
            Budget("5", "report.txt", "云浦县林业局") with { Genre = "report", IsUnit = null })
            .Where(line => line.StartsWith("Unexpected", StringComparison.Ordinal)).ShouldBe(
            [
                "Unexpected unit-not-expected 302 budget  NotChecked own-level.txt",
                "Unexpected kind-not-expected 318 final-accounts  NotChecked final.txt",
                "Unexpected kind-not-expected 318 report  NotChecked report.txt",
                "Unexpected year-not-expected 318009 budget  NotChecked closed.txt",
                "Unexpected not-in-register - budget  NotChecked stranger.txt",
            ]);

    [Fact]
    public void Two_files_are_one_publication_only_as_versions()
        => Coverage.Of(Bodies, 2024, Day("2024-03-01"), [Budget("2", "b.txt", "青萝县档案馆"), Archives], (_, _) => false).Select(Told)
            .Where(line => line.Contains(".txt")).ShouldBe(
            ["Received  302 budget 2024-02-20 NotChecked archives.txt", "Unexpected two-files 302 budget  NotChecked archives.txt, b.txt"]);

    [Fact]
    public void A_body_that_may_be_several_is_told_and_neither_is_called_missing()
    {
        string[] lines = Lines(2024, "2024-03-01", Budget("1", "town.txt", "城关镇人民政府"));

        lines.Where(line => line.StartsWith("Missing", StringComparison.Ordinal)).ShouldBe(["Missing  302 budget 2024-02-20 NotChecked ", "Missing  318 budget 2024-02-20 NotChecked "]);
        lines[^3..].ShouldBe(
        [
            "NotChecked ambiguous-body 601 budget 2024-02-20 NotChecked ", "NotChecked ambiguous-body 602 budget 2024-02-20 NotChecked ",
            "NotChecked ambiguous-body - budget  NotChecked town.txt",
        ]);
    }

    [Fact]
    public void Documents_that_cannot_be_placed_are_told_and_those_of_other_years_are_not()
        => Lines(
            2024,
            "2024-01-01",
            Budget("1", "scan.pdf", "") with { Unread = "needs-ocr", FiscalYear = null, Genre = null },
            Budget("2", "undated.txt", "云浦县林业局") with { FiscalYear = null },
            Budget("3", "last.txt", "云浦县林业局") with { FiscalYear = 2023 })
            .Where(line => line.StartsWith("NotChecked", StringComparison.Ordinal)).ShouldBe(
            ["NotChecked needs-ocr -   NotChecked scan.pdf", "NotChecked no-year - budget  NotChecked undated.txt"]);

    [Fact]
    public void Without_a_register_nothing_is_checked()
        => Coverage.Of(null, 2024, Day("2024-03-01"), [Archives]).Select(Told).ShouldBe(["NotChecked no-register - budget  NotChecked archives.txt"]);

    [Fact]
    public void The_lists_do_not_depend_on_the_order_of_what_is_here()
    {
        HeldDocument[] held = [Archives, Budget("2", "b.txt", "青萝县档案馆"), Budget("3", "c.txt", "乙县财政局"), Budget("4", "a.txt", "云浦县林业局")];

        Lines(2024, "2024-03-01", [.. held.Reverse()]).ShouldBe(Lines(2024, "2024-03-01", held));
    }

    [Fact]
    public void A_line_is_one_object_for_other_programs()
        => CoverageJson.Of(Coverage.Of(Bodies, 2024, Day("2024-03-01"), [Archives])[^1], 2024).ShouldBe(
            """
            {"schemaVersion":1,"fiscalYear":2024,"state":"received","reason":null,"bodyCode":"302","body":"青萝县档案馆","kind":"budget","due":"2024-02-20","published":null,"timeliness":"not-checked","documents":["1111"],"paths":["archives.txt"],"candidates":[]}
            """);

    private static HeldDocument Budget(string id, string path, string organisation) => new(id, path, null, organisation, 2024, "department-budget", false);

    private static string[] Lines(int year, string asOf, params HeldDocument[] held) => [.. Coverage.Of(Bodies, year, Day(asOf), held).Select(Told)];

    private static string Told(CoverageLine line) =>
        $"{line.State} {line.Reason} {line.Body?.Code ?? "-"} {line.Kind} {line.Due:yyyy-MM-dd} {line.Timeliness} {string.Join(", ", line.Documents.Select(document => document.Path))}";

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
