using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents;

public sealed class OutlineTests
{
    [Theory]
    [InlineData("全市收入\n315.2 亿元，减税降\n费是主要原因。", "全市收入|315.2 亿元，减税降费是主要原因。")]
    [InlineData("一、情况。全市收入\n315.2 亿元，增长。", "一、情况。全市收入315.2 亿元，增长。")]
    [InlineData("预算编制范围的预算单位为本单\n\n位，本单位为二级单位。", "预算编制范围的预算单位为本单位，本单位为二级单位。")]
    [InlineData("一般公共预算\n收入249.1亿元，增长11.5%。", "一般公共预算|收入249.1亿元，增长11.5%。")]
    [InlineData("非税收入 80.6\n亿元，税收 234.6 亿元。", "非税收入 80.6|亿元，税收 234.6 亿元。")]
    [InlineData("其中，非税收入 80.6\n亿元，税收 234.6 亿元。", "其中，非税收入 80.6亿元，税收 234.6 亿元。")]
    [InlineData("本单位为二级，\n（一）第一项；\n（二）第二项。", "本单位为二级，|（一）第一项；|（二）第二项。")]
    [InlineData("联系人：某某，电话 5297000\n\n2024年1月1日", "联系人：某某，电话 5297000|2024年1月1日")]
    public void Only_lines_that_break_off_are_joined(string text, string paragraphs)
        => Reading.Of("某局2024年部门预算\n\n" + text + "\n").Paragraphs.Skip(1).Select(paragraph => paragraph.Content.Text)
            .ShouldBe(paragraphs.Split('|'));

    [Theory]
    [InlineData("一、收入支出决算总体情况　2024年度收入总计760.70万元，支出总计与收入总计相同。", "一、收入支出决算总体情况|2024年度收入总计760.70万元，支出总计与收入总计相同。")]
    [InlineData("一、机　构　设　置", "一、机　构　设　置")]
    [InlineData("第一部分　单位概况　职责", "第一部分　单位概况　职责")]
    public void A_heading_ends_where_its_text_runs_on_behind_a_gap(string line, string paragraphs)
        => Reading.Of("某局2024年度部门决算\n\n" + line + "\n结束。\n").Paragraphs.Skip(1).SkipLast(1).Select(paragraph => paragraph.Content.Text)
            .ShouldBe(paragraphs.Split('|'));

    [Fact]
    public void Lines_as_wide_as_the_page_are_joined_even_without_punctuation_and_page_numbers_are_no_lines()
    {
        string[] lines =
        [
            "受市人民政府委托，现将2023年财政预算执行情况和2024年财政预算",
            "（草案）提请大会审议，并请市政协各位委员和其他列席人员提出意见",
            "和建议。",
            "2023年全市一般公共预算收入完成56.30亿元比上年同口径增加",
            "3.20亿元增长6.03%，完成年初预算的101.2%。其中税收收入40.10亿",
            "- 2 -",
            "元，增长5.1%；非税收入16.20亿元，增长8.4%。一般公共预算支出完",
            "成120.40亿元，增长4.4%。",
        ];

        Reading.Of("某市2024年预算报告\n\n" + string.Join('\n', lines)).Paragraphs.Skip(1).Select(paragraph => paragraph.Content.Text)
            .ShouldBe([string.Concat(lines[..3]), string.Concat(lines[3..].Where(line => line != "- 2 -"))]);
    }

    [Fact]
    public void A_title_on_two_lines_above_the_date_of_its_cover_is_no_signature()
    {
        Document document = Reading.Of("某县市场监督管理局\n\n2024年度部门决算\n\n2025年9月\n\n第一部分 部门概况\n\n负责市场监督。\n");

        (document.Organisation, document.FiscalYear, document.Genre).ShouldBe(("某县市场监督管理局", 2024, "final-accounts"));
    }

    [Fact]
    public void A_numbered_sentence_is_no_heading_and_closes_the_sections_it_ends()
    {
        Document document = Reading.Of("某局2024年部门预算\n第一部分 概况\n一、收支\n（一）收入\n收入为 5 万元。\n1. 收入情况：87.84 万元，增长 1%。\n二、支出：指某项。\n");

        document.Paragraphs.Select(paragraph => (paragraph.Kind, paragraph.Level, paragraph.Enumerator, string.Join('>', paragraph.Section))).ShouldBe(
        [
            (ParagraphKind.Heading, 0, "", ""),
            (ParagraphKind.Heading, 1, "第一部分", ""),
            (ParagraphKind.Heading, 2, "一、", "第一部分 概况"),
            (ParagraphKind.Heading, 3, "（一）", "第一部分 概况>一、收支"),
            (ParagraphKind.Body, 0, "", "第一部分 概况>一、收支>（一）收入"),
            (ParagraphKind.Body, 4, "1.", "第一部分 概况>一、收支>（一）收入"),
            (ParagraphKind.Body, 2, "二、", "第一部分 概况"),
        ]);
    }

    [Theory]
    [InlineData("五、实施周期", ParagraphKind.Heading)]
    [InlineData("2025年1月1日-2025年12月31日", ParagraphKind.Body)]
    [InlineData("2025年1月至12月", ParagraphKind.Body)]
    [InlineData("支出增加的主要原因是工作量增加", ParagraphKind.Body)]
    public void A_stretch_of_time_and_a_sentence_without_its_stop_are_no_headings(string line, ParagraphKind kind)
        => Reading.Of("某局2024年部门预算\n\n一、概况\n\n管理档案。\n\n" + line + "\n\n六、年度预算安排\n\n安排5万元。\n").Paragraphs.Single(paragraph => paragraph.Content.Text == line).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("1. 收入", 4, "1.")]
    [InlineData("1．20103政府办公厅", 4, "1．")]
    [InlineData("2.货物类5230.04亿元", 4, "2.")]
    [InlineData("（廿一）其他支出", 3, "（廿一）")]
    [InlineData("廿一、其他支出", 2, "廿一、")]
    [InlineData("①车辆", 5, "①")]
    [InlineData("附件 1:", 1, "附件 1:")]
    [InlineData("附表2024年预算", 0, "")]
    [InlineData("一般公共预算", 0, "")]
    [InlineData("12.5亿元", 0, "")]
    [InlineData("2018年收入", 0, "")]
    public void An_enumerator_is_told_from_a_number_and_from_a_word(string text, int level, string enumerator)
    {
        Paragraph paragraph = Reading.Of("某局2024年部门预算\n\n" + text + "\n\n预算。\n").Paragraphs.ElementAt(1);

        (paragraph.Level, paragraph.Enumerator).ShouldBe((level, enumerator));
    }

    [Theory]
    [InlineData("目 录\n第一部分 概况\n一、职责\n第二部分 说明\n一、收支\n\n第一部分 本局概况\n一、职责\n负责管理。\n", 5)]
    [InlineData("目  錄\n一、單位職能……………1\n二、預算說明……………2\n\n一、單位職能\n負責管理。\n", 3)]
    [InlineData("目录\n一、单位职能\t1\n二、预算表\t12\n\n一、单位职能\n负责管理。\n", 3)]
    [InlineData("目录\n一、职能\n二、机构\n三、预算表\n\n某局主要职能\n\n一、负责管理，安排服务。\n", 4)]
    public void A_contents_page_ends_where_the_document_begins(string text, int entries)
    {
        Document document = Reading.Of("某局2024年部门预算\n\n" + text);

        document.Tables.ShouldBeEmpty();
        document.Paragraphs.Skip(1).TakeWhile(paragraph => paragraph.Kind == ParagraphKind.ContentsEntry).Count().ShouldBe(entries);
        document.Paragraphs.Count(paragraph => paragraph.Kind == ParagraphKind.ContentsEntry).ShouldBe(entries);
    }

    [Theory]
    [InlineData("天门市人社局 2024 年部门预算公开", "天门市人社局", 2024, "department-budget")]
    [InlineData("某区2025年区级单位预算", "某区", 2025, "unit-budget")]
    [InlineData("二〇二三年度某县财政局部门决算", "某县财政局", 2023, "final-accounts")]
    [InlineData("澹溪區政府辦公室2021年度“三公”經費決算公開說明", "澹溪區政府辦公室", 2021, "three-public")]
    [InlineData("苍岫县2022年预算执行情况（摘要）", "苍岫县", 2022, "report")]
    [InlineData("岩坪市工业和信息化局\n2016年“三公经费”预算变动情况", "岩坪市工业和信息化局", 2016, "three-public")]
    [InlineData("云浦县民政局关于公开2025年部门预算的公告", "云浦县民政局", 2025, "department-budget")]
    [InlineData("2025年部门预算\n青萝县档案馆", "青萝县档案馆", 2025, "department-budget")]
    [InlineData("CITY OF ALDER BAY\nAgenda statement: ordinance adopting the 2012 budget", "CITY OF ALDER BAY", 2012, "other")]
    public void The_title_names_body_year_and_genre(string title, string organisation, int year, string genre)
    {
        Document document = Reading.Of(title + "\n\n一、总额\n本年安排28.50万元，下降29.63%。\n");

        (document.Organisation, document.FiscalYear, document.Genre).ShouldBe((organisation, year, genre));
    }

    [Theory]
    [InlineData(3, 2024)]
    [InlineData(2, 2023)]
    public void A_title_whose_year_stands_alone_gives_way_to_headings_that_agree(int headings, int year)
        => Assert.Equal(year, Reading.Of("某县档案馆2023年部门预算\n\n" + string.Concat(Enumerable.Range(0, headings).Select(i => $"{"一二三"[i]}、2024年部门预算情况\n\n收入预算80万元。\n\n"))).FiscalYear);
}
