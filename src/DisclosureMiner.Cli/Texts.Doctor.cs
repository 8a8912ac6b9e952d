using System.Globalization;

namespace DisclosureMiner.Cli;

/// <content>What a look at a set-up finds.</content>
internal sealed partial class Texts
{
    public string Doctor => Say("检查运行环境、知识库、数据文件夹和数据库，逐项说明问题和办法；不作任何改动。", "Look at the machine, the pipeline, the data folder and the store: a line for each part, with what to do. Changes nothing.");

    public string DoctorData => Say("服务的数据文件夹（serve --data）。", "The data folder of a server (serve --data).");

    public string DoctorPostgres => Say("服务的 PostgreSQL 连接串（serve --postgres）。", "The PostgreSQL connection string of a server (serve --postgres).");

    public string DoctorEnds(Health worst) => worst switch
    {
        Health.Ok => Say("一切正常。", "All is well."),
        Health.Warn => Say("可以运行，有需要留意之处。", "It works; some parts want a look."),
        _ => Say("有问题需要处理。", "Something is wrong."),
    };

    public string Runtime(string runtime, string system, string architecture, int processors, long memory) => Say(
        $"{runtime}，{system}，{architecture}，处理器 {processors} 个，可用内存 {memory} MB；不需要中文字体和语言包",
        $"{runtime} on {system}, {architecture}, {Count(processors, "processor")}, {memory} MB of memory; fonts and language packs are not needed");

    public string NoTimeZones => Say(
        "系统没有时区数据：北京时间照常可用；来源若用其他时区，请安装 tzdata。",
        "There is no time zone data: Asia/Shanghai works all the same; install tzdata for sources in other zones.");

    public string TimeZoneThere(string zone) => Say($"时区数据可用（{zone}）", $"time zone data is there ({zone})");

    public string TimeZoneWrong(string zone, TimeSpan offset) => Say($"{zone} 的时差为 {offset:hh\\:mm}，应为 08:00。请重新安装 tzdata。", $"{zone} has the offset {offset:hh\\:mm}, not 08:00. Install tzdata anew.");

    public string PipelineLoads(int rules) => Say($"知识库文件正确，规则 {rules} 条", $"its files are sound, {Count(rules, "rule")}");

    public string SourcesLoad(int all, int enabled) => Say($"来源 {all} 个，已启用 {enabled} 个", $"{Count(all, "source")}, {enabled} enabled");

    public string NoContact(string ids) => Say(
        $"已启用的来源联系方式是示例地址：{ids}。请在 politeness.contact 写明可联系到您的网址或邮箱。",
        $"The contact of enabled sources is an example's: {ids}. Write an address into politeness.contact at which you can be reached.");

    public string RegisterLoads(string file, int bodies) => Say($"{file}：单位 {bodies} 个", $"{file}: {Count(bodies, "body").Replace("bodys", "bodies", StringComparison.Ordinal)}");

    public string NoRegisterHere => Say("没有单位名录（可不用）", "there is none (it is optional)");

    public string DataWritable(string folder) => Say($"{folder} 可写", $"{folder} can be written");

    public string DataToBeMade(string folder) => Say($"{folder} 尚不存在，首次使用时建立", $"{folder} is not there yet; it is made when it is needed");

    public string DataIsFile(string file) => Say($"{file} 是文件，应为文件夹。请指定其他位置。", $"{file} is a file, not a folder. Name another place.");

    public string DataUnwritable(string folder) => Say($"{folder} 不可写。请检查权限和挂载方式。", $"{folder} cannot be written. Check its permissions and how it is mounted.");

    public string Free(long bytes, bool isFew)
    {
        string size = (bytes / (decimal)(1L << 30)).ToString("0.0", CultureInfo.InvariantCulture);
        return Say($"可用空间 {size} GB", $"{size} GB free") + (isFew ? Say("。请腾出空间；不足 1 GB 时服务不再接收文件。", ". Make room: under 1 GB a server is not ready.") : "");
    }

    public string InboxThere(string folder) => Say($"{folder} 存在，放入的文件会被处理", $"{folder} is there; what is put there is mined");

    public string NoInbox(string folder) => Say($"{folder} 尚不存在，服务启动时建立。", $"{folder} is not there yet; a server makes it when it starts.");

    public string NoStoreYet(string file) => Say($"{file} 尚不存在；运行 mine、crawl 或 serve 时建立，或用 --db、--data 指定。", $"{file} is not there yet. mine, crawl or serve makes it; or name another with --db or --data.");

    public string StoreReached(string name, string engine, Version version) => Say($"{name}（{engine} {version}）可用", $"{name} ({engine} {version}) can be used");

    public string StoreDamaged(string name, string damage) => Say($"{name} 已损坏：{damage}。请用备份恢复。", $"{name} is damaged: {damage}. Restore it from a backup.");

    public string EngineFits(Version version, string encoding) => Say($"PostgreSQL {version}，编码 {encoding}", $"PostgreSQL {version}, {encoding}");

    public string EngineTooOld(Version version, Version least) => Say($"PostgreSQL {version} 过旧，需要 {least.Major} 或更高版本。", $"PostgreSQL {version} is too old; {least.Major} or later is needed.");

    public string EngineEncoding(string encoding) => Say(
        $"数据库编码为 {encoding}，存不下所有汉字。请新建数据库：CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0。",
        $"The database encodes texts as {encoding} and cannot hold them all. Make one with ENCODING 'UTF8' TEMPLATE template0.");

    public string ClockAgrees => Say("本机与数据库服务器时钟一致", "this machine's clock and the server's agree");

    public string ClockSkew(TimeSpan skew) => Say(
        string.Create(CultureInfo.InvariantCulture, $"本机时钟比数据库服务器{(skew > TimeSpan.Zero ? "慢" : "快")} {Math.Abs(skew.TotalSeconds):0} 秒。请校时（NTP）。"),
        string.Create(CultureInfo.InvariantCulture, $"This machine's clock is {Math.Abs(skew.TotalSeconds):0} s {(skew > TimeSpan.Zero ? "behind" : "ahead of")} the server's. Set both by NTP."));

    public string ShapeCurrent(int level) => Say($"数据库结构为最新（{level}）", $"of the shape of this version ({level})");

    public string ShapeEmpty => Say("数据库是空的，首次使用时建立结构。", "The database is empty; the first command that uses it fills it.");

    public string ShapeOlder(int level, int latest) => Say(
        $"数据库结构为 {level}，本版本为 {latest}：下次使用时升级，此后旧版本不能再用。请先备份。",
        $"The shape is {level}, that of this version {latest}: the next command brings it up, and older versions cannot use it then. Back it up first.");

    public string ShapeNewer(int level, int latest) => Say($"数据库结构为 {level}，本版本只认识到 {latest}。请升级程序。", $"The shape is {level}; this version knows no more than {latest}. Upgrade.");

    public string ContentEmpty => Say("没有由采集、上传或监视文件夹收到的文件", "nothing was crawled, sent or watched for");

    public string ContentNotNamed => Say("请用 --content 或 --data 指定存放原始文件的文件夹，才能检查。", "Name the folder of the original bytes with --content or --data to have it looked at.");

    public string ContentWhole(string folder, int sample) => Say($"{folder}：抽查 {sample} 个原始文件，均完好", $"{folder}: {Count(sample, "original")} looked at, all whole");

    public string ContentMissing(string folder, int missing, int sample, string names) => Say(
        $"{folder}：抽查 {sample} 个原始文件，缺 {missing} 个（{names}）。请检查文件夹是否正确，或从备份复制。",
        $"{folder}: of {Count(sample, "original")} looked at, {missing} not there ({names}). Make sure that this is the folder, or copy them from a backup.");

    public string ContentDamaged(string folder, int damaged, int sample, string names) => Say(
        $"{folder}：抽查 {sample} 个原始文件，损坏 {damaged} 个（{names}）。请从备份复制，并检查磁盘。",
        $"{folder}: of {Count(sample, "original")} looked at, {damaged} damaged ({names}). Copy them from a backup, and check the disk.");

    public string Backlog(long waiting, long running, long delayed, TimeSpan oldest) => Say(
        $"等待 {waiting} 份{(waiting > 0 ? $"（最久 {Span(oldest)}）" : "")}，处理中 {running} 份，稍后重试 {delayed} 份",
        $"{waiting} waiting{(waiting > 0 ? $" (the oldest for {Span(oldest)})" : "")}, {running} under way, {delayed} to be tried again");

    public string NobodyWorks => Say("。请启动 serve（worker）或运行 crawl。", ". Start serve with the role worker, or run crawl.");

    public string NothingFailed => Say("没有放弃的工作", "no work was given up");

    public string WorkFailed(int count, string reasons) => Say($"放弃的工作 {count} 项：{reasons}。排除原因后重新放入或上传。", $"{Count(count, "piece")} of work given up: {reasons}. Remove the cause, and send the files again.");

    public string LeasesHeld => Say("没有中断未接手的工作", "no work was left lying");

    public string LeasesEnded(int count, string owners) => Say(
        $"{count} 项工作的处理者已中断（{owners}），无人接手。请启动 serve（worker）或运行 crawl。",
        $"{Count(count, "piece")} of work left by a worker that died ({owners}); nobody has gone on with it. Start serve with the role worker, or run crawl.");

    public string DocumentsCurrent(int documents) => Say($"{documents} 份文件均由本版本处理", $"{Count(documents, "document")}, all mined by this version");

    private string Span(TimeSpan time) => time.TotalHours >= 48
        ? Say($"{(int)time.TotalDays} 天", $"{(int)time.TotalDays} days")
        : time.TotalMinutes >= 120 ? Say($"{(int)time.TotalHours} 小时", $"{(int)time.TotalHours} hours") : Say($"{(int)time.TotalMinutes} 分钟", $"{(int)time.TotalMinutes} min");
}
