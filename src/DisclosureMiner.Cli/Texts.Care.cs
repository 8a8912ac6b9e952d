using System.Globalization;

namespace DisclosureMiner.Cli;

/// <content>Reports of what is stored, and copies of it.</content>
internal sealed partial class Texts
{
    public string ReportCommand => Say("由已有数据库写出全部结果文件和 report.html，不重新处理。", "Write all outputs and report.html of what a store holds, without mining.");

    public string ReportJobs => Say("同时写出的网页数。默认为处理器个数。", "How many pages are written at a time. Default: the number of processors.");

    public string NothingStored => Say("数据库中没有文件。请先运行 disclosureminer mine 或 crawl。", "The store holds no documents. Run disclosureminer mine or crawl first.");

    public string OnlyOtherVersions(int others) => Say(
        $"数据库中的 {others} 份文件均由其他版本的程序或规则处理，未写出任何结果。请重新运行 mine（采集的文件用 crawl 或服务重新处理）。",
        $"All {Count(others, "document")} of the store were mined by another version of the program or its rules, so nothing was written. Run mine on them again; crawl or a server does so for what was crawled or sent.");

    public string OtherVersions(int others) => Say(
        $"另有 {others} 份文件由其他版本的程序或规则处理，不在其中。请重新运行 mine（采集的文件用 crawl 或服务重新处理），再运行 report。",
        $"{Count(others, "document")} mined by another version of the program or its rules {(others == 1 ? "is" : "are")} left out. Run mine on them again (crawl or a server does so for what was crawled or sent), then report.");

    public string ReportWritten(int documents, string report) => Say($"已写出 {documents} 份文件的结果：{report}", $"Wrote the outputs of {Count(documents, "document")}: {report}");

    public string ReportInterrupted => Say("已中断，结果未全部写出。重新运行同一命令即可。", "Interrupted before all was written. Run the same command again.");

    public string Backup => Say("备份数据库和原始文件；其他程序可同时使用。", "Copy the store and the original bytes to a folder, while others work on both.");

    public string BackupFolder => Say("备份写入的文件夹，不能已有内容。", "The folder to write to; it must be new or empty.");

    public string BackupNotEmpty(string folder) => Say($"{folder} 已有内容。请为每次备份指定新的文件夹。", $"{folder} is not empty. Name a new folder for each backup.");

    public string BackupUnfinished(string folder) => Say($"上次备份没有完成：{folder}。请删除后重试。", $"An earlier backup did not end: {folder}. Delete it and try again.");

    public string BackupInside(string folder) => Say($"备份不能写在 {folder} 里面。", $"A backup cannot lie inside {folder}.");

    public string BackupInterrupted => Say("已中断，没有写出备份。", "Interrupted; nothing was written.");

    public string BackedUp(string folder, int files, long bytes, bool isServer)
    {
        string size = (bytes / 1_000_000m).ToString("0.0", CultureInfo.InvariantCulture);
        return isServer
            ? Say(
                $"已备份原始文件 {files} 个（{size} MB）到 {folder}。PostgreSQL 数据库未备份：请在此之前用 pg_dump 备份。",
                $"Copied {Count(files, "original")} ({size} MB) to {folder}. The database is on a server and was not copied: back it up with pg_dump, before this.")
            : Say($"已备份数据库和原始文件 {files} 个（{size} MB）到 {folder}。", $"Copied the database and {Count(files, "original")} ({size} MB) to {folder}.");
    }
}
