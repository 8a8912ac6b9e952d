using DisclosureMiner.Documents;

namespace DisclosureMiner.Tests.Documents;

public sealed class TablesTests
{
    [Fact]
    public void Heads_get_their_lost_spans_back()
    {
        Table table = Reading.TableOf("支出表\n单位：万元\n\n编码\t名称\t合计\t基本支出\t\t\t项目\n\t\t\t小计\t人员\t公用\t\n208\t社保\t3.00\t2.00\t1.50\t0.50\t1.00\n");

        table.HeaderRows.ShouldBe(2);
        table.Columns.Select(path => string.Join('/', path)).ShouldBe(["编码", "名称", "合计", "基本支出/小计", "基本支出/人员", "基本支出/公用", "项目"]);
    }

    [Fact]
    public void Two_years_with_one_column_each_are_heads_over_heads()
        => Reading.TableOf("项目\t2023年\t2024年\n\t执行数\t预算数\n教育\t5\t6\n").Columns.Select(path => string.Join('/', path))
            .ShouldBe(["项目", "2023年/执行数", "2024年/预算数"]);

    [Fact]
    public void Projects_without_codes_stand_below_the_body_that_has_one()
        => Reading.Lines(Reading.TableOf("编码\t名称\t金额\n\t合计\t6.00\n506\t林业局\t6.00\n506001\t机关\t5.00\n\t造林\t3.00\n\t防火\t2.00\n506002\t苗圃\t1.00\n\t育苗\t1.00\n").Parts[0])
            .ShouldBe(["合计 6.00", "林业局 6.00", " 机关 5.00", "  造林 3.00", "  防火 2.00", " 苗圃 1.00", "  育苗 1.00"]);

    [Fact]
    public void Lists_by_class_side_by_side_are_sides_of_their_own()
        => Reading.TableOf("收入\t\t支出\t\t\t\n项目\t预算数\t支出功能分科目（按大类）\t预算数\t部门预算支出经济分类科目（按大类）\t预算数\n拨款\t5.00\t农林水支出\t5.00\t工资福利支出\t5.00\n")
            .Parts.Length.ShouldBe(3);

    [Fact]
    public void A_two_sided_table_has_a_part_for_each_side()
    {
        Table table = Reading.TableOf(
            "收支总表\t\t\t\t\t\n单位：万元\t\t\t\t\t\n收 入\t\t\t支 出\t\t\n项目\t行次\t金额\t项目\t行次\t金额\n栏次\t\t1\t栏次\t\t2\n"
            + "一、财政拨款收入\t1\t9.00\t一、教育支出\t20\t9.00\n其中：基金\t2\t1.00\t\t21\t\n收入总计\t3\t9.00\t支出总计\t22\t9.00\n");

        (table.HeaderRows, table.Title, table.Unit.Symbol).ShouldBe((5, "收支总表", "万元"));
        table.Parts.Select(part => part.Name).ShouldBe(["收入", "支出"]);
        Reading.Lines(table.Parts[0]).ShouldBe(["财政拨款收入 9.00万元", " 基金 1.00万元", "收入总计 9.00万元"]);
        Reading.Lines(table.Parts[1]).ShouldBe(["教育支出 9.00万元", "支出总计 9.00万元"]);
    }

    [Fact]
    public void A_row_that_lost_a_spanned_cell_is_moved_back_and_said_so()
    {
        Table table = Reading.TableOf("资金情况\t来源\t当年\t上年\n收入\t拨款\t5.00\t4.00\n\t其他\t1.00\t1.00\n合计\t6.00\t5.00\t\n");

        table.Grid[3].Select(cell => cell!.Text).ShouldBe(["", "合计", "6.00", "5.00"]);
        table.Remarks.ShouldHaveSingleItem().ShouldContain("Row 4");
    }

    [Fact]
    public void A_sparse_row_that_lost_nothing_stays_where_it_is()
        => Reading.TableOf("编码\t名称\t合计\t基本\t项目\n\t合计\t5.00\t2.00\t3.00\n301\t工资\t2.00\t2.00\t\n302\t商品\t3.00\t\t3.00\n")
            .Grid[2].Select(cell => cell!.Text).ShouldBe(["301", "工资", "2.00", "2.00", ""]);

    [Theory]
    [InlineData("1,234.50", "1234.50万元")]
    [InlineData("１，２３４．５", "1234.5万元")]
    [InlineData("(12.30)", "-12.30万元")]
    [InlineData("△12.30", "-12.30万元")]
    [InlineData("-12", "-12万元")]
    [InlineData("15 万元", "15万元")]
    [InlineData("123456元", "123456元")]
    [InlineData("12.5%", "12.5%")]
    [InlineData("0.00", "0.00万元")]
    [InlineData("-", "·")]
    [InlineData("—", "·")]
    [InlineData("/", "·")]
    [InlineData("", "·")]
    [InlineData("######", "Unreadable:######")]
    [InlineData("1.2.3", "Unreadable:1.2.3")]
    [InlineData("无", "Text:无")]
    [InlineData("07285226073", "Unreadable:07285226073")]
    public void A_cell_of_a_value_column_is_a_number_a_blank_or_words(string cell, string expected)
        => Reading.Lines(Reading.TableOf($"单位：万元\n\n项目\t金额\n甲\t1.00\n乙\t2.00\n丙\t{cell}\n").Parts[0])[2].ShouldBe("丙 " + expected);

    [Fact]
    public void A_unit_is_taken_from_the_cell_the_head_the_row_or_the_table()
    {
        Table table = Reading.TableOf("单位：元\n\n项目\t2020年（万元）\t占比\t决算数\n办公费\t1.00\t50\t3%\n公用车辆（辆）\t2\t50\t4\n国内接待：人次\t7\t0\t5\n");

        Reading.Lines(table.Parts[0]).ShouldBe(["办公费 1.00万元 50% 3%", "公用车辆(辆) 2辆 50% 4辆", "国内接待:人次 7人次 0% 5人次"]);
    }

    [Fact]
    public void Codes_split_over_columns_are_joined_and_give_the_hierarchy()
    {
        TablePart part = Reading.TableOf("科目编码\t\t\t科目名称\t合计\n类\t款\t项\t\t\n207\t\t\t文化\t5.00\n207\t1\t\t文旅\t5.00\n207\t1\t12\t管理\t5.00\n\t\t\t合计\t5.00\n").Parts.Single();

        part.Lines.Select(line => (line.Code, line.Level, line.Role)).ShouldBe(
            [("207", 0, LineRole.Item), ("20701", 1, LineRole.Item), ("2070112", 2, LineRole.Item), ("", 0, LineRole.Total)]);
    }

    [Fact]
    public void Of_which_is_continued_by_indentation_and_by_the_parents_own_words()
    {
        Table indented = Reading.TableOf("| 项目 | 预算数 |\n|---|---:|\n| 公务用车 | 5 |\n| 　其中：运行 | 3 |\n| 　　　　购置 | 2 |\n| 接待 | 1 |\n");
        Table worded = Reading.TableOf("項目\t決算數\n公務用車購置及運行維護費\t5\n其中：購置費\t2\n運行維護費\t3\n接待費\t1\n");

        Reading.Lines(indented.Parts[0]).ShouldBe(["公务用车 5", " 运行 3", " 购置 2", "接待 1"]);
        Reading.Lines(worded.Parts[0]).ShouldBe(["公务用车购置及运行维护费 5", " 购置费 2", " 运行维护费 3", "接待费 1"]);
        indented.Parts[0].Lines.Select(line => line.IsOfWhich).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void Markup_spans_cover_the_positions_that_hold_no_cell()
    {
        Table table = Reading.TableOf(
            "表一 收支（金額單位：萬元）\n<table><tr><th rowspan=\"2\">項目</th><th colspan=\"2\">2023年</th></tr>\n<tr><th>預算數</th><th>決算數</th></tr>"
            + "<tr><td>合計</td><td>1&nbsp;</td><td></td></tr></table>\n");

        (table.Title, table.Unit.Symbol, table.HeaderRows).ShouldBe(("收支", "万元", 2));
        table.Columns.Select(path => string.Join('/', path)).ShouldBe(["項目", "2023年/預算數", "2023年/決算數"]);
        table.Grid[0].Select(cell => cell?.ColumnSpan).ShouldBe([1, 2, null]);
        table.Grid[1][0].ShouldBeNull();
        Reading.Lines(table.Parts[0]).ShouldBe(["合计 1万元 ·"]);
    }

    [Fact]
    public void A_table_in_two_runs_is_two_tables_of_one_title_and_one_set_of_heads()
    {
        Document document = Reading.Of("某局2024年部门预算\n一、支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\n208\t社保\t3.00\n\n210\t卫生\t2.00\n221\t住房\t1.00\n\n注：本表为汇总。\n");

        document.Tables.Select(table => (table.Title, table.Kind, table.Unit.Symbol, table.HeaderRows, table.Parts[0].Columns[0].Name)).ShouldBe(
            [("支出总表", "budget-expenditure", "万元", 1, "合计"), ("支出总表", "budget-expenditure", "万元", 0, "合计")]);
        document.Tables.Last().Notes.Select(note => ((Paragraph)document.Blocks[note]).Content.Text).ShouldBe(["注：本表为汇总。"]);
    }

    [Theory]
    [InlineData("\n— 7 —\n", 1)]
    [InlineData("\n\n第 7 页\n\n", 1)]
    [InlineData("\n— 7 —\n收入表\t\n", 2)]
    [InlineData("\n\n", 2)]
    public void A_page_number_does_not_end_a_table(string between, int tables)
        => Reading.Of("某局2024年部门预算\n\n支出表\n单位：万元\n\n科目\t金额\n教育支出\t6.00" + between + "卫生健康支出\t4.00\n合计\t10.00\n").Tables.Count().ShouldBe(tables);

    [Fact]
    public void Other_heads_half_way_begin_another_part()
    {
        Table table = Reading.TableOf("项目\t2023年\t2024年\n教育\t1\t2\n卫生\t3\t4\n项目\t货物\t服务\n采购\t5\t6\n");

        table.Parts.Select(part => string.Join(',', part.Columns.Select(column => column.Name))).ShouldBe(["2023年,2024年", "货物,服务"]);
        Reading.Lines(table.Parts[1]).ShouldBe(["采购 5 6"]);
    }

    [Fact]
    public void A_form_is_read_by_its_keys_and_by_the_heads_within()
    {
        Table table = Reading.TableOf(
            "项目支出绩效目标申报表\n单位：万元\n\n项目名称\t窗口经费\t联系电话\t5297000\n项目资金\t年度资金总额\t15\t\n\t其中：财政拨款\t15\t\n\t其他资金\t0\t\n"
            + "资金来源\t来源项目\t当年\t上年\n\t财政拨款\t15\t14\n\t合计\t15\t14\n绩效目标\t保障运行\t\t\n");

        table.Parts.Select(part => (part.Name, string.Join('|', Reading.Lines(part)))).ShouldBe(
        [
            ("项目资金", "年度资金总额 15万元| 财政拨款 15万元|其他资金 0万元"),
            ("资金来源", "财政拨款 15万元 14万元|合计 15万元 14万元"),
        ]);
        table.Grid[0][3]!.Type.ShouldBe(CellType.Text);
    }

    [Fact]
    public void Numbers_of_a_form_that_are_no_money_get_no_line_and_no_unit_of_money()
    {
        Table table = Reading.TableOf("部门整体绩效目标表\n单位：万元\n\n部门名称\t某局\t\n数量指标\t培训人数\t500\n质量指标\t合格率\t99%\n资金\t预算总额：\t20\n");

        table.Parts.ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Label.ShouldBe("预算总额");
        table.Grid[1][2]!.Type.ShouldBe(CellType.Text);
        table.Grid[2][2]!.Number!.Unit.ShouldBe(Unit.Percent);
    }

    [Fact]
    public void A_total_that_spans_two_groups_of_columns_belongs_to_the_group_with_its_amount()
    {
        Table table = Reading.TableOf(
            "基本支出决算表\t\t\t\t\t\t\t\t公开06表\n部门：某局\t\t\t\t\t\t\t\t金额单位：万元\n人员经费\t\t\t公用经费\t\t\t\t\t\n"
            + "科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n"
            + "301\t工资福利支出\t6.00\t302\t商品和服务支出\t1.00\t310\t资本性支出\t2.00\n人员经费合计\t\t6.00\t公用经费合计\t\t\t\t\t3.00\n");

        (table.Title, table.Unit, table.HeaderRows).ShouldBe(("基本支出决算表", Unit.TenThousandYuan, 4));
        table.Parts.Select(part => (part.Name, string.Join('|', Reading.Lines(part)))).ShouldBe(
        [
            ("人员经费", "工资福利支出 6.00万元|人员经费合计 6.00万元"),
            ("公用经费", "商品和服务支出 1.00万元"),
            ("公用经费", "资本性支出 2.00万元|公用经费合计 3.00万元"),
        ]);
    }

    [Theory]
    [InlineData("一、支出表（单位：万元）\n")]
    [InlineData("一、支出表\n填报部门：某局        单位：万元\n")]
    [InlineData("支出表        单位：万元\n\n")]
    [InlineData("表2 支出表\t金额单位：人民币万元\n\n")]
    [InlineData("附表二：支出表（万元）\n\n")]
    [InlineData("附：支出表（万元）\n\n")]
    [InlineData("一、支出表\n2024年3月31日\n单位：万元\n\n")]
    [InlineData("一、支出表\n单位：某局\n金额单位：万元\n\n")]
    [InlineData("一、支出表\n是否追溯调整以前年度数据\n□ 是 √ 否\n单位：万元\n\n")]
    public void Title_and_unit_are_found_however_they_stand_above_the_table(string above)
    {
        Table table = Reading.TableOf("某局2024年部门预算\n\n" + above + "科目\t合计\n教育\t3.00\n");

        (table.Title, table.Unit).ShouldBe(("支出表", Unit.TenThousandYuan));
    }

    [Fact]
    public void A_table_drawn_with_lines_is_a_table()
        => Reading.TableOf("┌──┬──┐\n│项目│金额│\n├──┼──┤\n│甲│1.00│\n└──┴──┘\n").Grid
            .Select(row => string.Join(' ', row.Select(cell => cell!.Text))).ShouldBe(["项目 金额", "甲 1.00"]);

    [Fact]
    public void Nothing_in_a_text_makes_the_reader_throw()
    {
        string seed = Reading.Decoded(Path.Combine(TestPaths.Corpus, "qingluo-archives-2024-budget.txt"));
        for (int cut = 1; cut < seed.Length; cut += 997)
        {
            Reading.Of(seed[cut..] + seed[..cut]).Blocks.ShouldNotBeEmpty();
        }

        foreach (string odd in (string[])["", "\t", "|", "||\n||", "<table>", "<table></table>", "<td>", "目录", "\uFFFD\t\uFFFD", "(\t)\n1\t", "注：", "|---|---|\n|---|", "1\t2\n3\t4"])
        {
            Reading.Of(odd);
        }
    }
}
