namespace DisclosureMiner.Cli;

/// <content>What came of it.</content>
internal sealed partial class Texts
{
    public string SummaryDocuments(int documents, int files) => Say(
        $"文件 {files} 个，不同内容 {documents} 份",
        $"{Count(files, "file")}, {Count(documents, "document")}");

    public string SummaryRuns(int takenOver, int toCheck, int toRead) => takenOver + toCheck == 0 ? "" : Say(
        "（" + List("，", (takenOver, $"沿用 {takenOver}"), (toCheck, $"重新核对 {toCheck}"), (toRead, $"新读取 {toRead}")) + "）",
        " (" + List(", ", (takenOver, $"{takenOver} taken over"), (toCheck, $"{toCheck} checked again"), (toRead, $"{toRead} newly read")) + ")");

    public string SummaryStatus => Say("状态", "status");

    public string SummaryFormats => Say("格式", "formats");

    public string SummaryGenres => Say("类型", "genres");

    public string SummaryForms => Say("表式", "forms");

    public string Remark => Say("阅读说明", "as read");

    public string SummaryFamilies => Say("分类判定", "by family");

    public string SummaryClean => Say("能否认定", "clean");

    public string CoreMissing(string rules) => Say($"（核心关系未判定：{rules}）", $" (core not decided: {rules})");

    public string SummaryTables => Say("表格", "tables");

    public string SummaryFigures => Say("正文数字", "figures");

    public string SummaryChecks => Say("核对关系", "checks");

    public string SummaryDiscrepancies => Say("疑点", "discrepancies");

    public string InDocuments(int documents) => documents == 0 ? "" : Say($"（涉及 {documents} 份文件）", $" (in {Count(documents, "document")})");

    public string SummaryReviews => Say("处理情况", "reviews");

    public string SummaryWorst => Say("最需核实", "Worst");

    public string SummaryAttention(int documents) => Say($"未能核对的文件（{documents} 份）", $"Not checked ({Count(documents, "document")})");

    public string AndMore(int count) => Say($"另有 {count} 个，见 documents.jsonl", $"and {count} more: see documents.jsonl");

    public string SummaryReport => Say("报告", "report");

    public string Decided(int decided, int total, string share) => Say($"{total} 项，已判定 {decided} 项（{share}）", $"{total}, of which decided {decided} ({share})");

    public string Colon => Say("：", ": ");

    public string Comma => Say("，", ", ");
}
