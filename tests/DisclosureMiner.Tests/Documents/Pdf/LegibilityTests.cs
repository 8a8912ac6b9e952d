using DisclosureMiner.Documents.Pdf;

namespace DisclosureMiner.Tests.Documents.Pdf;

public sealed class LegibilityTests
{
    [Theory]
    [InlineData("二〇二四年度部门预算收入一百二十三万元整，其中财政拨款。")]
    [InlineData("一一三年度單位預算歲入歲出總表，經費增加與機關運作。")]
    [InlineData("too short Ώϓϕ")]
    public void Characters_of_disclosures_are_legible(string text) => Legibility.IsLegible([text]).ShouldBeTrue();

    [Theory]
    [InlineData("ΏϓϕͲΌЉѢѿӁԀԂԆՈՖֆهضطعغ")]
    [InlineData("㐀㐅㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟")]
    public void Characters_that_nobody_writes_are_nonsense(string text) => Legibility.IsLegible([text]).ShouldBeFalse();

    [Theory]
    [InlineData("⽀出", "支出")]
    [InlineData("⺠政局⻓", "民政局长")]
    [InlineData("\uF98E度", "年度")]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("5\u00AD2", "5-2")]
    [InlineData("收\u200B入\uFEFF", "收入")]
    [InlineData("％（１２３）", "％（１２３）")]
    [InlineData("𠮷", "𠮷")]
    [InlineData("\uF0B7", "•")]
    public void A_character_is_read_as_what_it_is_drawn_like(string drawn, string read) => Legibility.Plain(drawn).ShouldBe(read);

    [Theory]
    [InlineData("\uE123")]
    [InlineData("\u0003")]
    [InlineData("\uFFFF")]
    public void What_has_no_meaning_outside_one_font_is_unreadable(string drawn) => Legibility.Plain(drawn).ShouldBe("\uFFFD");

    [Fact]
    public void Each_plane_of_private_use_is_unreadable() => Legibility.Plain("\U000F0001").ShouldBe("\uFFFD\uFFFD");
}
