using System.Globalization;

namespace DisclosureMiner.Cli;

/// <content>How far the work has come.</content>
internal sealed partial class Texts
{
    public string Looking => Say("查看文件", "Looking at files");

    public string Mining => Say("读取与核对", "Mining");

    public string Writing => Say("写出结果", "Writing outputs");

    public string MoreUnsupported => Say("其他不支持的文件见结束时的汇总和 documents.jsonl。", "More files of kinds that are not read: see the summary at the end and documents.jsonl.");

    public string Stopping => Say("正在停止。再按一次 Ctrl-C 立即结束。", "Stopping. Press Ctrl-C again to end at once.");

    public string StoppingAfter(string paths) => Say(
        $"正在停止，等待处理中的文件完成：{paths}。再按一次 Ctrl-C 立即结束。",
        $"Stopping when these are done: {paths}. Press Ctrl-C again to end at once.");

    public string Plan(int files, int takenOver, int toCheck, int toRead) => Say(
        $"文件 {files} 个：" + List("，", (takenOver, $"沿用 {takenOver} 份"), (toCheck, $"重新核对 {toCheck} 份"), (toRead, $"读取 {toRead} 份")),
        $"{Count(files, "file")}: " + List(", ", (takenOver, $"{takenOver} taken over"), (toCheck, $"{toCheck} to check again"), (toRead, $"{toRead} to read")));

    public string DoneOf(int done, int total, TimeSpan? left) => $"{Mining} {done}/{total}  {Left(left)}".TrimEnd();

    /// <summary>No more exact than it can be known.</summary>
    public string Left(TimeSpan? left) => left switch
    {
        null => "",
        { TotalSeconds: < 10 } => Say("剩余几秒", "a few seconds left"),
        { TotalSeconds: < 90 } time => Say($"剩余约 {Tens(time)} 秒", $"about {Tens(time)} s left"),
        { TotalMinutes: < 90 } time => Say($"剩余约 {Math.Ceiling(time.TotalMinutes)} 分钟", $"about {Math.Ceiling(time.TotalMinutes)} min left"),
        { } time => Say($"剩余约 {Math.Ceiling(time.TotalHours)} 小时", $"about {Math.Ceiling(time.TotalHours)} h left"),
    };

    public string AtWork(bool isRead, long bytes, TimeSpan taken)
    {
        string what = isRead ? Say("读取", "reading") : Say("核对", "checking");
        string size = bytes < 100_000
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000m:0.0} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.0} MB");
        string time = taken.TotalSeconds < 1 ? "" : Say($" {(int)taken.TotalSeconds} 秒", $" {(int)taken.TotalSeconds} s");
        return $"{size}  {what}{time}";
    }

    private static int Tens(TimeSpan time) => 10 * (int)Math.Ceiling(time.TotalSeconds / 10);

    private static string List(string comma, params (int Count, string Text)[] parts) =>
        string.Join(comma, parts.Where(part => part.Count > 0).Select(part => part.Text));
}
