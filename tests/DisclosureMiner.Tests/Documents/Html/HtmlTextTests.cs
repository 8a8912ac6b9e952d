using System.Text;
using DisclosureMiner.Documents;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Documents.Html;

/// <summary>What is text in a page, in which bytes it comes and where it stands.</summary>
public sealed class HtmlTextTests
{
    private const string Body = "<body><p>青萝县档案馆2024年部门预算公开说明</p><p>2024年收入预算为87.84万元，比上年增加14.12万元。</p></body></html>";

    public static TheoryData<string> Sources =>
        [.. Pages.Samples, .. Shared().Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("gb18030", "<html><head><title>无</title></head>")]
    [InlineData("gb18030", "<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head>")]
    [InlineData("gb18030", "<html><head><meta charset=utf-8></head>")]
    [InlineData("gb18030", "<html><head><meta charset=big5></head>")]
    [InlineData("gb18030", "<html><head><meta charset=iso-8859-1></head>")]
    [InlineData("utf-8", "<html><head><meta charset='GBK'></head>")]
    [InlineData("utf-8", "<html>")]
    [InlineData("utf-16", "<html><head><meta charset='GBK'></head>")]
    public void Bytes_are_read_as_what_they_are_whatever_the_page_declares(string encoding, string head)
    {
        Document document = Pages.Of(SourceFile.From("page.html", Encoded(encoding, head + Body)));

        Pages.Text(document).ShouldBe(["# 青萝县档案馆2024年部门预算公开说明", "2024年收入预算为87.84万元，比上年增加14.12万元。"]);
    }

    [Fact]
    public void Where_bytes_leave_it_open_the_declaration_decides()
    {
        SourceFile traditional = SourceFile.From("page.html", Encoded("big5", "<html><meta charset=big5><body><p>河亭區2024年預算</p></body></html>"));
        SourceFile western = SourceFile.From("page.html", Encoded("windows-1252", "<html><meta charset=iso-8859-1><body><p>Café budget 2024: total expenditure of the municipality</p></body></html>"));

        (Pages.Of(traditional).Title, traditional.Decode().Encoding).ShouldBe(("河亭區2024年預算", "big5"));
        (Pages.Of(western).Title, western.Decode().Encoding).ShouldBe(("Café budget 2024: total expenditure of the municipality", "windows-1252"));
    }

    [Fact]
    public void Traditional_pages_are_read_with_their_units_and_totals()
    {
        Table table = Pages.Of(SourceFile.From("page.html", Encoded(
            "big5",
            "<html><head><title>河亭區公所112年度決算</title></head><body><p>河亭區公所112年度決算</p><p>河亭區公所歲出決算表</p><p>單位：萬元</p><table><tr><th>科目</th><th>決算數</th></tr><tr><td>一般政務支出</td><td>1,200</td></tr>"
            + "<tr><td>教育支出</td><td>800</td></tr><tr><td>合計</td><td>2,000</td></tr></table></body></html>"))).Tables.Single();

        (table.Title, table.Unit.Symbol).ShouldBe(("河亭區公所歲出決算表", "万元"));
        table.Parts[0].Lines.Select(line => (line.Label, line.Role)).ShouldBe(
            [("一般政务支出", LineRole.Item), ("教育支出", LineRole.Item), ("合计", LineRole.Total)]);
    }

    [Fact]
    public void Line_ends_of_the_source_are_no_line_ends_and_part_no_Chinese_words()
        => Pages.Text(Pages.Of("<body><p>某局2024年\n预算</p><p>财政拨款\r\n   收入为<b>3</b>\n<i>万元</i>，\n占 <b>60%</b>。<br>支出<br/><br>增加，<br>与收入持平。</p></body>"))
            .ShouldBe(["# 某局2024年预算", "财政拨款收入为3 万元，占 60%。", "# 支出", "增加，与收入持平。"]);

    [Fact]
    public void What_is_not_shown_is_not_read()
        => Pages.Text(Pages.Of(
            "<body><p>某局2024年预算</p><!-- <p>1万元</p> --><p hidden>2万元</p><p style='DISPLAY : none'>3万元</p><noscript>4万元</noscript><template>5万元</template>"
            + "<p style='display:none;display:block'>收入6万元。</p><textarea>7万元</textarea><select><option>8万元</option></select><p style='visibility:hidden'>9万元</p></body>"))
            .ShouldBe(["# 某局2024年预算", "收入6万元。"]);

    [Fact]
    public void Text_that_keeps_its_lines_is_read_as_plain_text_is()
    {
        Document document = Pages.Of("<body><pre>某局2024年预算\n\n单位：万元\n项目\t金额\n教育&amp;科技\t12.50\n合计\t12.50\n</pre></body>");

        Pages.Rows(document.Tables.Single()).ShouldBe(["项目 | 金额", "教育&科技 | 12.50", "合计 | 12.50"]);
        document.Tables.Single().Unit.Symbol.ShouldBe("万元");
    }

    [Fact]
    public void Character_references_stand_where_their_sign_stands()
    {
        const string Page = "<p>&#25910;&#x5165; 1&middot;2&nbsp;&lt;3&#151;4&amp;5&nbsp6 &copy &unknown; &</p>";
        PlacedText content = Pages.Of(Page).Paragraphs.Single().Content;

        content.Text.ShouldBe("收入 1·2\u00a0<3—4&5\u00a06 © &unknown; &");
        content.PlaceOf(1, 2).Span!.Value.Start.ShouldBe(Page.IndexOf("&#x5165", StringComparison.Ordinal));
    }

    [Fact]
    public void Items_are_items_and_only_headings_are_headings()
    {
        Document document = Pages.Of(
            "<body><h1>某局2024年预算</h1><h2>收入预算为3万元，与上年持平。</h2><ul><li>项目支出<li>基本支出</ul><h3>名词解释</h3><p>财政拨款收入：指财政资金。</p></body>");

        document.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Heading).Select(paragraph => paragraph.Content.Text).ShouldBe(["某局2024年预算", "名词解释"]);
    }

    [Fact]
    public void A_list_of_contents_in_one_paragraph_is_taken_apart()
        => Pages.Text(Pages.Of("<p>某公司2024年年度报告</p><p>目录</p><h>第一节 概况 .......... 3\n第二节 财务 .......... 17</h><p>第一节 概况</p><p>本公司成立于2001年。</p>"))
            .ShouldBe(["# 某公司2024年年度报告", "- 目录", "- 第一节 概况 .......... 3", "- 第二节 财务 .......... 17", "# 第一节 概况", "本公司成立于2001年。"]);

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_character_stands_where_it_says(string name)
    {
        SourceFile file = Path.IsPathRooted(name) ? SourceFile.Read(name) : Pages.File(name);
        string source = file.Decode().Text;
        Document document = Pages.Of(file);

        IEnumerable<PlacedText> texts = document.Paragraphs.Select(paragraph => paragraph.Content)
            .Concat(document.Tables.SelectMany(table => table.Grid).SelectMany(row => row).OfType<Cell>().Select(cell => cell.Content));
        foreach (PlacedText text in texts)
        {
            for (int i = 0; i < text.Length; i++)
            {
                char printed = source[text.PlaceOf(i, i + 1).Span!.Value.Start];
                (printed == text.Text[i] || printed == '&' || text.Text[i] == ' ').ShouldBeTrue($"{text.Text} at {i}: {printed}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<table><td><table><tr><td></table>")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<table><tr><td rowspan=65534 colspan=1000>1.0<td>2</table><p>后")]
    [InlineData("<frameset><frame src=a.html></frameset>")]
    [InlineData("<svg><![CDATA[<p>x]]></svg><math><mi>x</math>")]
    [InlineData("<p>&#0;&#xD800;&#99999999999;")]
    public void Odd_pages_do_not_make_it_stumble(string page) => Should.NotThrow(() => Pages.Of(page));

    [Fact]
    public void Deep_nesting_does_not_make_it_stumble()
        => Should.NotThrow(() => Pages.Of(string.Concat(Enumerable.Repeat("<div><table><tr><td><b>", 3000)) + "12.5"));

    private static string[] Shared() => TestPaths.SharedCorpus is { } shared ? Directory.GetFiles(Path.Combine(shared, "real"), "*.html") : [];

    private static byte[] Encoded(string encoding, string text)
    {
        Encoding found = encoding == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        return [.. found.GetPreamble(), .. found.GetBytes(text)];
    }
}
