using DisclosureMiner.Checks;

namespace DisclosureMiner.Cli;

/// <summary>Everything that the command itself says, in both languages. What documents say is worded by the library.</summary>
internal sealed partial class Texts(Language language)
{
    /// <summary>The language that all is said in.</summary>
    public Language Language => language;

    // ---- Names ----
    public string Severities(int errors, int warnings, int notes) => Say(
        $"错误 {errors}，警告 {warnings}，提示 {notes}",
        $"{Count(errors, "error")}, {Count(warnings, "warning")}, {Count(notes, "note")}");

    // ---- Details ----
    public string File => Say("文件", "file");

    public string Attachment => Say("附件", "attachment");

    public string Id => Say("编号", "id");

    public string Stated => Say("印出", "stated");

    public string Computed => Say("按数计算", "computed");

    public string Difference => Say("差额", "difference");

    public string Tolerance => Say("舍入可解释", "rounding explains");

    public string Certainty => Say("把握", "certainty");

    public string Formula => Say("算式", "formula");

    public string Perhaps => Say("可能原因", "perhaps");

    public string Evidence => Say("原文", "evidence");

    public string Rule => Say("规则", "rule");

    public string Where => Say("位置", "where");

    public string Message => Say("说明", "message");

    public string Reviewed(string id, string state) => Say($"{id}：{state}。下次运行 mine 时写入各输出文件。", $"{id}: {state}. The next run of mine writes it into the outputs.");

    public string NoFindings => Say("没有符合条件的疑点。", "No discrepancy matches.");

    public string ExplainedBy(int count) => Say($"由此引起的未通过关系 {count} 项：", $"Checks that it breaks ({count}):");

    public string RuleTest(string tolerance, string severity) => Say(
        $"检验方式 {tolerance}，级别 {severity}",
        $"test {tolerance}, severity {severity}");

    public string CoreIn(string forms) => Say($"核心规则，用于：{forms}", $"core in: {forms}");

    public string NotIn(string forms) => Say($"不适用于：{forms}", $"does not apply in: {forms}");

    public string NoteIn(string forms) => Say($"仅作提示：{forms}", $"only a note in: {forms}");

    public string ExampleHolds => Say("成立", "holds");

    public string ExampleBreaks => Say("不成立", "breaks");

    public string Example => Say("例", "example");

    public string RulesOk(int rules, int examples, int forms, int tables, int subjects) => Say(
        $"知识库正确：规则 {rules} 条，例 {examples} 个，表式 {forms} 种，表格类型 {tables} 种，科目 {subjects} 个。",
        $"The pipeline is sound: {Count(rules, "rule")}, {Count(examples, "example")}, {Count(forms, "form")}, {Count(tables, "kind")} of tables, {Count(subjects, "subject")}.");

    private string Say(string zh, string en) => language == Language.Zh ? zh : en;

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
