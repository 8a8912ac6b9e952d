using System.Globalization;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Cli;

/// <content>Crawls.</content>
internal sealed partial class Texts
{
    public string Crawl => Say("采集各来源新公开的文件并处理。", "Fetch what bodies have published since the last time, and mine it.");

    public string CrawlSource => Say("只采集这个来源（未启用的也可以）。默认为全部已启用的来源。", "Only this source, even one that is not enabled. Default: all that are enabled.");

    public string DryRun => Say("只读列表页，列出会采集什么，不保存任何内容。", "Only read the lists and say what would be fetched; saves nothing.");

    public string NoMine => Say("只采集，不处理；文件留待下次 crawl 或服务处理。", "Only fetch; the next crawl or a server mines it.");

    public string SourcesOption => Say("来源（*.yaml）所在的文件夹。默认为程序自带的 pipelines/sources。", "Folder of the sources (*.yaml). Default: pipelines/sources beside the program.");

    public string Content => Say("存放原始文件的文件夹。默认为数据库文件旁的 blobs；用 PostgreSQL 时必须给出。", "Folder of the original bytes. Default: blobs beside the database file; needed with PostgreSQL.");

    public string CrawlFailOn => Say(
        "何时以 1 退出：error（来源可疑：少于预期、改版、久无新内容）、warning（另含个别地址失败、多于预期、触及上限）或 never。",
        "When to exit with 1: error (a source is in doubt: fewer than expected, new layout, silent too long), warning (also single addresses that failed, more than expected, limits reached) or never.");

    public string CrawlReport => Say("报告各来源最近几次采集的情况，不访问网络。", "Tell how the last crawls of each source went; fetches nothing.");

    public string ReportSource => Say("只报告这个来源。", "Only this source.");

    public string LastCrawls => Say("每个来源报告最近几次，默认 1。", "How many crawls of each source. Default: 1.");

    public string BadLast => Say("--last 必须是大于 0 的整数。", "--last must be a whole number above 0.");

    public string ContentNeeded => Say("数据库在 PostgreSQL 上，请用 --content 指定存放原始文件的文件夹。", "The database is on a server: name the folder of the original bytes with --content.");

    public string ContentIsFile(string folder) => Say($"--content 应为文件夹，{folder} 是文件。", $"--content must be a folder; {folder} is a file.");

    public string NoSuchSource(string id, string ids) => Say($"没有来源 {id}。现有：{ids}。", $"There is no source {id}. There are: {ids}.");

    public string NoSourceEnabled(string ids) => Say(
        $"没有已启用的来源。请在来源文件中写 enabled: true，或指定一个：{ids}。",
        $"No source is enabled. Write enabled: true into the file of a source, or name one: {ids}.");

    public string StoppingCrawl => Say("正在停止，等待当前请求和处理中的文件。再按一次 Ctrl-C 立即结束。", "Stopping after the requests and documents under way. Press Ctrl-C again to end at once.");

    public string CrawlInterrupted => Say("已中断。再次运行即从中断处继续。", "Interrupted. The same command goes on from there.");

    public string CrawlBegins(string source) => Say($"{source}：开始采集", $"{source}: begins");

    public string CrawlEnds(CrawlReport report) => Say($"{report.Source}：{CrawlCounts(report)}", $"{report.Source}: {CrawlCounts(report)}");

    public string CrawlCounts(CrawlReport report) => report.IsDryRun
        ? Say(
            $"列表 {report.Lists}，公开内容 {report.Found}，其中未采集过 {report.Plan.Count(plan => !plan.IsKnown)}，失败 {report.Failures.Length}，不予采集 {report.Refusals.Length}",
            $"{Count(report.Lists, "list")}, {Count(report.Found, "publication")}, not known {report.Plan.Count(plan => !plan.IsKnown)}, failed {report.Failures.Length}, refused {report.Refusals.Length}")
        : Say(
            $"列表 {report.Lists}，公开内容 {report.Found}，新增 {report.New.Length}，变更 {report.Changed.Length}，消失 {report.Disappeared.Length}，失败 {report.Failures.Length}，不予采集 {report.Refusals.Length}",
            $"{Count(report.Lists, "list")}, {Count(report.Found, "publication")}, new {report.New.Length}, changed {report.Changed.Length}, disappeared {report.Disappeared.Length}, failed {report.Failures.Length}, refused {report.Refusals.Length}");

    public string CopyKept => Say("副本已保留", "the copy is kept");

    public string CrawlFailed => Say("有列表未能读取；以前采集的内容均保留。", "A list could not be read; what was found before stays.");

    public string LayoutChanged => Say("网站改版：列表中没有一个链接符合规则，请检查来源文件。", "The layout has changed: no rule fits any link of a list. Look at the source's file.");

    public string BelowExpected(int found, int? least) => Say(
        $"公开内容 {found} 项，少于预期{(least is null ? "" : $"的 {least} 项")}。",
        $"{Count(found, "publication")}, fewer than expected{(least is null ? "" : $" (at least {least})")}.");

    public string AboveExpected(int found, int? most) => Say(
        $"公开内容 {found} 项，多于预期{(most is null ? "" : $"的 {most} 项")}。",
        $"{Count(found, "publication")}, more than expected{(most is null ? "" : $" (at most {most})")}.");

    public string TooSilent(int nights) => Say($"公开期内已连续 {nights} 次没有新内容，请查看网站。", $"Nothing new in {nights} crawls in season. Look at the site.");

    public string Silent(int nights, bool isInSeason) => isInSeason
        ? Say($"公开期内已 {nights} 次没有新内容。", $"Nothing new in {nights} crawls in season.")
        : Say($"公开期内曾 {nights} 次没有新内容；现在不是公开期。", $"Nothing new in {nights} crawls in season; it is out of season now.");

    public string LimitReached(string limit) => Say($"触及上限：{limit}。", $"A limit was reached: {limit}.");

    public string SomeFailed(int count) => Say($"{count} 个地址未能取得，下次再试。", $"{count} {(count == 1 ? "address" : "addresses")} could not be had; the next crawl tries again.");

    public string NeverCrawled => Say("从未采集。", "It was never crawled.");

    public string Unfinished(DateTimeOffset started) => Say($"{Minute(started)} 开始的采集没有结束：仍在进行，或已中断。", $"The crawl that began at {Minute(started)} has not ended: it is under way, or was cut off.");

    public string Overdue(DateTimeOffset due) => Say($"按计划 {Minute(due)} 应已采集。请检查定时任务。", $"It was due at {Minute(due)}. Look at what starts the crawls.");

    public string OwedMined(int mined, int kept, int failed, int postponed, int compared) => Say(
        $"处理 {mined} 份，已有结果 {kept} 份，失败 {failed} 份，稍后重试 {postponed} 份；重新比对 {compared} 份。用 disclosureminer report 写出结果。",
        $"Mined {mined}, had before {kept}, failed {failed}, to be tried again {postponed}; compared anew {compared}. disclosureminer report writes the outputs.");

    public string PostponedWork(string path, string reason) => Say($"{path}：稍后重试：{reason}", $"{path}: is tried again later: {reason}");

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
