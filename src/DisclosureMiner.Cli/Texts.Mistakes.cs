using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <content>What goes wrong before the work begins, or ends it.</content>
internal sealed partial class Texts
{
    public string Wrong(string message) => Say($"错误：{message}", $"Error: {message}");

    public string HelpHint(string command) => Say($"用法请见：{command} --help", $"For help: {command} --help");

    public string NoSuchPath(string path) => Say($"路径不存在：{path}", $"There is no such file or folder: {path}");

    public string NoSuchOption(string option) => Say($"没有这个选项：{option}", $"There is no such option: {option}");

    public string NoFiles => Say("给定的文件夹中没有可读取的文件。", "There is no file to read in the given folders.");

    public string SeveralNeedOut(int files) => Say($"共有 {files} 份文件，请用 --out 指定输出文件夹。", $"There are {files} files: name a folder for their tables with --out.");

    public string DetailsAreJson => Say("--details 和 --alternatives 只能与 --format json 同用。", "--details and --alternatives go with --format json only.");

    public string BadJobs => Say("--jobs 必须是大于 0 的整数。", "--jobs must be a whole number above 0.");

    public string CannotWrite(string folder) => Say($"无法写入输出文件夹 {folder}，请检查权限和磁盘空间，或用 --out 指定其他文件夹。", $"The output folder {folder} cannot be written. Check its permissions and the space on the disk, or choose another with --out.");

    public string OutIsFile(string path) => Say($"--out 指向的是文件而不是文件夹：{path}", $"--out is a file, not a folder: {path}");

    public string PipelineWrong(string message) => Say($"知识库有误：{message}", $"The pipeline is wrong: {message}");

    public string NoDocument(string reference) => Say($"数据库中没有这个文件：{reference}", $"The store holds no such document: {reference}");

    public string SeveralDocuments(string reference) => Say($"“{reference}”可指多个文件，请写明其中之一：", $"'{reference}' may be any of these documents; name one of them:");

    public string PageAndSvg => Say("--page 和 --svg 必须同时给出。", "--page and --svg go together: give both.");

    public string NoPages(string path) => Say($"只有 PDF 才能按页画出：{path}", $"Only a PDF has pages to draw: {path}");

    public string NoSuchPage(string path, int page, int pages) => Say($"{path} 没有可读取的第 {page} 页，共 {pages} 页。", $"{path} has no page {page} that can be read; it has {Count(pages, "page")}.");

    public string NotAtHand(string path) => Say($"找不到文件 {path}：数据库不保存原文件，请给出它的路径。", $"The file {path} is not here, and the store does not keep it: give its path.");

    public string CannotRead(string path) => Say($"无法读取文件：{path}", $"The file cannot be read: {path}");

    public string OtherThanStored(string path) => Say($"注意：{path} 本次读取的结果与数据库中的不同，请重新运行 disclosureminer mine。", $"Note: what is read in {path} now differs from what the store holds; run disclosureminer mine again.");

    public string NothingToExplain(string reference) => Say($"没有编号为 {reference} 的疑点或规则。规则目录见 disclosureminer rules。", $"There is no discrepancy or rule {reference}. The catalogue: disclosureminer rules.");

    public string NoSuchRule(string id) => Say($"规则目录中没有 {id}。", $"The catalogue has no rule {id}.");

    public string NoDiscrepancy(string beginning) => Say($"没有编号以“{beginning}”开头的疑点。请用 disclosureminer findings 查看编号。", $"There is no discrepancy whose id begins with '{beginning}'. disclosureminer findings lists the ids.");

    public string SeveralDiscrepancies(string beginning, int count) => Say($"以“{beginning}”开头的疑点有 {count} 个，请写全编号：", $"{count} discrepancies begin with '{beginning}'; write more of the id:");

    public string NoLongerFound(string id) => Say($"疑点 {id} 已不在任何文件中。", $"No document has the discrepancy {id} any more.");

    public string ReviewNeedsState => Say("--because 和 --by 须与 --as 同用。", "--because and --by go with --as.");

    public string ReviewNeedsReason => Say("请用 --because 写明理由。", "Say why with --because.");

    public string ReviewNeedsName => Say("请用 --by 写明处理人。", "Say who you are with --by.");

    public string OpenOrDecided => Say("--open 和 --decided 只能给出一个。", "--open and --decided exclude each other.");

    public string NoTruth(string folder) => Say($"文件夹中没有 *.truth.yaml 或 expected.jsonl：{folder}", $"There is no *.truth.yaml or expected.jsonl in {folder}");

    public string NoSuchFolder(string folder) => Say($"文件夹不存在：{folder}", $"There is no such folder: {folder}");

    public string NoDocumentOfTruths(string folder) => Say($"标注所指的文件都不在文件夹“{folder}”中。", $"None of the documents that the truths speak of is in the folder '{folder}'.");

    public string NoDocumentOfTruth(string document, string folder) => Say(
        $"{document}：文件夹“{folder}”中没有这个文件。请放入该文件，或改正标注中的 document。",
        $"{document}: there is no such file in the folder '{folder}'. Put it there, or correct `document` in its truth.");

    public string BadShare(string option, string value) => Say($"{option} 必须是 0 到 1 之间的数，例如 0.95，现为 {value}。", $"{option} must be a number from 0 to 1, such as 0.95, not {value}.");

    public string BadNumber(string option, string value) => Say($"{option} 必须是不小于 0 的数，现为 {value}。", $"{option} must be a number of 0 or more, not {value}.");

    public string BadFaults => Say("--inject 必须是大于 0 的整数。", "--inject must be a whole number above 0.");

    public string NotOfFaults(string option) => Say($"{option} 不能与 --inject 同用：植入差错只衡量 recall、location、culprit、explanation 和 once。", $"{option} does not go with --inject: planted faults have recall, location, culprit, explanation and once only.");

    public string OnlyOfFaults(string option) => Say($"{option} 只能与 --inject 同用。", $"{option} goes with --inject only.");

    public string NothingToPlant => Say("没有可植入差错的文件：需要标注了表格或数字、且 discrepancies 为空的 *.truth.yaml。", "There is no document to plant faults into: it takes a *.truth.yaml with tables or figures whose `discrepancies` are empty.");

    public string FallsShort(string measure, string value, string counts, string asked, bool isLeast) => Say(
        $"未达标：{measure} 为 {value}（{counts}），要求{(isLeast ? "不低于" : "不高于")} {asked}。",
        $"Falls short: {measure} is {value} ({counts}), asked for {(isLeast ? "at least" : "at most")} {asked}.");

    public string NothingLookedAt(string measure) => Say($"{measure}：没有可比较的内容，未作检验。", $"{measure}: nothing was looked at, so it was not tested.");

    public string DiskFull(string folder) => Say($"磁盘已满，无法写入 {folder}。请腾出空间后重新运行同一命令，已处理的文件不会重做。", $"The disk is full; {folder} cannot be written. Make room and run the same command again: nothing that is done is done again.");

    public string Interrupted => Say("已中断，尚未开始处理。重新运行同一命令即可。", "Interrupted before anything was mined. Run the same command again.");

    public string InterruptedAfter(int done, int left, string? written)
    {
        string what = left > 0
            ? Say($"已中断：完成 {done} 份，剩余 {left} 份。重新运行同一命令即可继续，已完成的不会重做。", $"Interrupted: {done} done, {left} left. Run the same command again to go on; nothing that is done is done again.")
            : Say($"已中断：{done} 份均已处理。重新运行同一命令即可写出结果。", $"Interrupted: all {done} are done. Run the same command again to write the outputs.");
        return written is null
            ? what + Say("输出文件夹中的结果未改动。", " The outputs are as they were.")
            : what + Say($"已完成部分的结果在 {written}。", $" What is done can be read in {written}.");
    }

    public string Store(StoreException problem) => problem.Problem switch
    {
        StoreProblem.Missing => Say($"数据库不存在：{problem.File}。请先运行 disclosureminer mine，或用 --db、--out 指定。", $"There is no store at {problem.File}. Run disclosureminer mine first, or name it with --db or --out."),
        StoreProblem.Locked => Say($"数据库正被其他程序占用：{problem.File}。请等它结束后重试，或用 --db 指定其他文件。", $"Another program is using the store {problem.File}. Wait for it to end, or choose another with --db."),
        StoreProblem.Unwritable => Say($"数据库不可写：{problem.File}。请检查文件、文件夹的权限，或用 --db 指定其他文件。", $"The store {problem.File} cannot be written. Check the permissions of the file and its folder, or choose another with --db."),
        StoreProblem.CannotOpen => Say($"数据库打不开：{problem.File}。请确认它是文件而不是文件夹，且有权限。", $"The store {problem.File} cannot be opened. Make sure that it is a file, not a folder, and that you may open it."),
        StoreProblem.Full => Say($"磁盘已满，无法写入数据库：{problem.File}", $"The disk is full; the store {problem.File} cannot be written."),
        StoreProblem.NotAStore => Say($"该文件不是本程序的数据库或已损坏：{problem.File}。请用 --db 指定其他文件。", $"{problem.File} is no store of this program, or it is damaged. Choose another with --db."),
        StoreProblem.Newer => Say($"数据库由更新版本的程序写成：{problem.File}。请升级程序，或用 --db 指定其他文件。", $"The store {problem.File} was written by a newer version. Upgrade, or choose another with --db."),
        StoreProblem.Unreachable => Say($"数据库服务器没有响应：{problem.File}。请检查连接串、网络和服务器状态。", $"The database server of {problem.File} does not answer. Check the connection string, the network and the server."),
        StoreProblem.BadAddress => Say("数据库连接串有误，应形如 Host=…;Database=…;Username=… 或 postgres://用户@主机/数据库。", "The connection string is wrong. It should look like Host=...;Database=...;Username=... or postgres://user@host/database."),
        _ => Say($"数据库出错：{problem.Message}", $"The store failed: {problem.Message}"),
    };
}
