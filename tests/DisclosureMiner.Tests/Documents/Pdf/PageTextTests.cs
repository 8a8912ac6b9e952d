namespace DisclosureMiner.Tests.Documents.Pdf;

/// <summary>How letters that are set in unusual ways become text.</summary>
public sealed class PageTextTests
{
    [Fact]
    public void Characters_one_above_the_other_in_a_narrow_cell_are_one_word()
        => new PageSketch().Grid([100, 116, 200], [100, 160, 180])
            .Text(103, 125, "项").Text(103, 145, "目").Text(120, 135, "金额").Text(103, 174, "甲").Text(150, 174, "3.00")
            .Table.ShouldBe(["项目|金额", "甲|3.00"]);

    [Theory]
    [InlineData("- 3 -")]
    [InlineData("— 3 —")]
    [InlineData("－３－")]
    [InlineData("·3·")]
    [InlineData("3")]
    [InlineData("[3]")]
    [InlineData("（3）")]
    [InlineData("第3页")]
    [InlineData("第 3 页 共 40 页")]
    [InlineData("第3页，共40页")]
    [InlineData("第3页/共40页")]
    [InlineData("第三页")]
    [InlineData("第三页 共四十页")]
    [InlineData("共40页 第3页")]
    [InlineData("页码：3")]
    [InlineData("3/40")]
    [InlineData("3 of 40")]
    [InlineData("Page 3")]
    [InlineData("page 3 of 40")]
    [InlineData("Page 3/40")]
    [InlineData("p. 3")]
    [InlineData("iv")]
    [InlineData("- iv -")]
    [InlineData("XII")]
    public void A_page_number_is_no_text(string number)
        => Paragraphs(new PageSketch().Text(100, 300, "本部门收入预算一百万元。").Text(290, 780, number)).ShouldBe(["本部门收入预算一百万元。"]);

    [Theory]
    [InlineData("3.5")]
    [InlineData("3万元")]
    [InlineData("2024年3月")]
    [InlineData("mix")]
    [InlineData("（三）")]
    public void What_only_looks_like_one_is_text(string text)
        => Paragraphs(new PageSketch().Text(100, 300, "本部门收入预算一百万元。").Text(290, 780, text)).ShouldBe(["本部门收入预算一百万元。", text]);

    [Theory]
    [InlineData("数 字 分 散 对 齐", 20)]
    [InlineData("数字分散对齐", 13)]
    public void A_line_that_is_spread_out_is_one_line(string text, double pitch)
    {
        var page = new PageSketch();
        string letters = text.Replace(" ", "", StringComparison.Ordinal);
        for (int i = 0; i < letters.Length; i++)
        {
            page.Text(100 + (i * pitch), 300, letters[i].ToString());
        }

        Paragraphs(page).ShouldBe([text]);
    }

    [Fact]
    public void Large_letters_behind_the_print_are_no_part_of_its_lines()
        => Paragraphs(new PageSketch().Text(100, 300, "本部门收入预算一百万元，其中财政拨款收入九十万元。").Text(120, 316, "支出预算一百万元。").Text(120, 325, "内部资料", 60))
            .ShouldBe(["本部门收入预算一百万元，其中财政拨款收入九十万元。", "支出预算一百万元。"]);

    [Theory]
    [InlineData(128, "1,234.50¹")]
    [InlineData(131, "1,234.50¹")]
    [InlineData(136, "1,234.50₁")]
    [InlineData(138, "1,234.50₁")]
    public void A_small_digit_above_or_below_the_line_is_no_digit_of_the_amount(double baseline, string text)
        => new PageSketch().Grid([100, 200, 300], [100, 120, 150]).Text(105, 114, "项目").Text(205, 114, "金额").Text(105, 134, "甲")
            .Text(205, 134, "1,234.50").Text(245, baseline, "1", 6).Table[1].ShouldBe("甲|" + text);

    private static string[] Paragraphs(PageSketch page) => PageSketch.Paragraphs(page);
}
