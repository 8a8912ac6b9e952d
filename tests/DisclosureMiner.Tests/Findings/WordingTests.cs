using System.Text.RegularExpressions;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Tests.Findings;

public sealed class WordingTests
{
    [Fact]
    public void Every_text_has_the_same_places_in_both_languages()
    {
        var unequal = WordingFile.Texts
            .Where(text => !WordingTemplate.PlacesOf(text.Value.Zh).ToHashSet().SetEquals(WordingTemplate.PlacesOf(text.Value.En)))
            .Select(text => text.Key);

        unequal.ShouldBeEmpty();
    }

    /// <summary>The codes as code and pipelines write them; a pattern that finds nothing has gone stale.</summary>
    [Theory]
    [InlineData("reasons/", "*.cs", @"Unchecked\(\w+, '(?<code>[a-z-]+)'|Undecided\([\w.!]+, '(?<code>[a-z-]+)'")]
    [InlineData("reasons/", "*.cs", @"As\(Verdict\.\w+, '(?<code>[a-z-]+)'|eason = '(?<code>[a-z-]+)'")]
    [InlineData("hypotheses/", "*.cs", @"new Hypothesis\((?:\w+ is null \? '(?<code>[a-z-]+)' : )?'(?<code>[a-z-]+)'")]
    [InlineData("hypotheses/", "Slips.cs", @"(?:return |\? |: |=> )'(?<code>[a-z]+-[a-z-]+|sign)'")]
    [InlineData("defects/", "*.cs", @"Severity\.\w+, (?:\w+ \? )?'(?<code>[a-z-]+)'(?: : '(?<code>[a-z-]+)')?")]
    [InlineData("defects/", "*.cs", @"Defect = '(?<code>[a-z-]+)'|Worded\.\w+\(\w+, '(?<code>[a-z-]+)'|Undecided\([\w.!]+, (?:'[a-z-]+'|\w+), '(?<code>[a-z-]+)'")]
    public void Every_code_that_is_used_has_its_text(string kind, string files, string pattern)
    {
        string[] folders = [Path.Combine(TestPaths.RepositoryRoot, "src", "DisclosureMiner"), TestPaths.Pipelines];
        var codes = folders.SelectMany(folder => Directory.GetFiles(folder, files, SearchOption.AllDirectories))
            .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file).Replace('"', '\''), pattern))
            .SelectMany(match => match.Groups["code"].Captures.Select(capture => capture.Value))
            .ToHashSet();

        codes.ShouldNotBeEmpty();
        codes.Where(code => !WordingFile.Texts.ContainsKey(kind + code) && !WordingFile.Texts.ContainsKey($"{kind}{code}/title")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_value_of_the_model_that_people_see_has_a_name()
    {
        Enum.GetValues<Verdict>().Select(Wording.Of).ShouldAllBe(text => text.Zh.Length > 0 && text.En.Length > 0);
        Enum.GetValues<FactVerdict>().Select(Wording.Of).ShouldAllBe(text => text.Zh.Length > 0);
        Enum.GetValues<Severity>().Select(Wording.Of).ShouldAllBe(text => text.Zh.Length > 0);
        Enum.GetValues<FigureRole>().Select(Wording.Of).ShouldAllBe(text => text.Zh.Length > 0);
        Enum.GetValues<MiningStatus>().Select(Wording.Of).ShouldAllBe(text => text.Zh.Length > 0);
    }

    [Theory]
    [InlineData("rate-of-neighbour", "19.15%与相邻项目“出国费”的比率相同，疑似沿用")]
    [InlineData("fits-value", "若为19.15%则各项均成立")]
    [InlineData("no-such-code", "可能原因：no-such-code（19.15%）")]
    public void A_hypothesis_is_told_with_its_arguments(string code, string zh) =>
        Wording.Of(new Hypothesis(code, ["19.15%", "出国费"])).Zh.ShouldBe(zh);

    [Fact]
    public void What_a_hypothesis_does_not_know_is_left_out_of_its_sentence() =>
        Wording.Of(new Hypothesis("rate-of-neighbour", [])).ShouldBe(
            new Bilingual("与相邻项目的比率相同，疑似沿用", "the rate of the neighbouring item, perhaps copied"));

    [Theory]
    [InlineData("B1-01", "B")]
    [InlineData("BX-04", "BX")]
    [InlineData("F10-02", "F")]
    [InlineData("N-20", "N")]
    public void The_family_of_a_rule_is_read_from_its_id(string rule, string family) => Wording.FamilyOf(rule).ShouldBe(family);

    [Fact]
    public void A_text_without_one_of_its_languages_is_refused() =>
        Should.Throw<InvalidDataException>(() => WordingFile.Read(new StringReader("reasons: { lost: { zh: 缺失 } }")))
            .Message.ShouldBe("The text 'reasons/lost' has one language only.");
}
