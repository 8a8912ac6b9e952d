using DisclosureMiner.Checks;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>Everything that the command itself says, in both languages. What documents say is worded by the library.</summary>
internal sealed class Texts(Language language)
{
    // ---- Help ----
    public string About => Say("读取预决算公开文件，核对表内、表间、文表之间的数字，报告不一致之处。", "Reads budget disclosures, cross-checks their tables and prose, and reports figures that do not agree.");

    public string Mine => Say("读取文件或文件夹，写出表格、数字、勾稽结果和疑点报告。", "Mine files or folders: write tables, figures, checks and discrepancies.");

    public string MinePaths => Say("文件或文件夹，文件夹逐层读取。", "Files or folders; folders are read with all that lies below them.");

    public string Out => Say("输出文件夹。", "Folder for the outputs.");

    public string Db => Say("SQLite 数据库文件。默认为输出文件夹中的 disclosures.db。", "SQLite database file. Default: disclosures.db in the output folder.");

    public string PipelineOption => Say("使用的知识库：名称，或 YAML 文件路径。", "The knowledge to use: a name, or the path of its YAML file.");

    public string Jobs => Say("同时处理的文件数。默认为处理器个数。", "How many files at a time. Default: the number of processors.");

    public string FailOn => Say("发现该级别及以上的疑点时以 1 退出：error、warning 或 never。", "Exit with 1 when there is a discrepancy of this severity or above: error, warning or never.");

    public string Lang => Say("信息语言：zh 或 en。默认取自 LANG。", "Language of messages: zh or en. Default: from LANG.");

    public string NoBom => Say("CSV 文件不写字节顺序标记（BOM）。", "Write CSV files without a byte order mark.");

    public string FindingsCommand => Say("列出已发现的疑点。", "List discrepancies found by earlier runs.");

    public string Severity => Say("最低级别：error、warning 或 note。", "The least severity: error, warning or note.");

    public string RuleFilter => Say("规则编号或其开头部分，例如 N-06、BX。", "A rule id or its beginning: N-06, BX.");

    public string VerdictFilter => Say("判定：conflict、decision-conflict 等。", "A verdict: conflict, decision-conflict ...");

    public string DocumentFilter => Say("文件：编号或路径。", "A document: its id or path.");

    public string YearFilter => Say("预算年度。", "A fiscal year.");

    public string OrganisationFilter => Say("单位名称的一部分。", "A part of the body's name.");

    public string Format => Say("text（默认）或 jsonl。", "text (default) or jsonl.");

    public string Show => Say("显示一个文件的结果：状态、疑点、表格、核对比例。", "Show one document: status, discrepancies, tables, share of checks decided.");

    public string Explain => Say("解释一个疑点或一条规则。", "Explain a discrepancy or a rule.");

    public string ExplainWhat => Say("疑点编号（或其开头）或规则编号。", "The id of a discrepancy (or its beginning) or of a rule.");

    public string Rules => Say("列出规则目录。", "List the rule catalogue.");

    public string RulesCheck => Say("只检查知识库文件是否正确。", "Only check that the pipeline's files are sound.");

    public string Score => Say("与人工标注的结果比较，给出准确率和召回率。", "Compare with documents whose truth is known: precision, recall, share decided.");

    public string ScoreFolder => Say("存放文档的文件夹。", "A folder with documents.");

    public string ScoreTruth => Say("人工标注（*.truth.yaml 或 expected.jsonl）所在的文件夹，默认与文档相同。", "Where their truth lies (*.truth.yaml, expected.jsonl). Default: beside them.");

    public string ScoreJson => Say("输出 JSON。", "Write JSON instead of a table.");

    // ---- Mistakes of use ----
    public string Wrong(string message) => Say($"错误：{message}", $"Error: {message}");

    public string HelpHint(string command) => Say($"用法请见：{command} --help", $"For help: {command} --help");

    public string NoSuchPath(string path) => Say($"路径不存在：{path}", $"There is no such file or folder: {path}");

    public string NoSuchOption(string option) => Say($"没有这个选项：{option}", $"There is no such option: {option}");

    public string NoFiles => Say("给定的文件夹中没有可读取的文件。", "There is no file to read in the given folders.");

    public string BadJobs => Say("--jobs 必须是大于 0 的整数。", "--jobs must be a whole number above 0.");

    public string NoPostgres => Say("本版本只支持 SQLite 数据库文件，--db 请给出文件路径。", "This version stores in SQLite only: give --db the path of a file.");

    public string CannotWrite(string folder) => Say($"无法写入输出文件夹 {folder}，请检查权限和磁盘空间，或用 --out 指定其他文件夹。", $"The output folder {folder} cannot be written. Check its permissions and the space on the disk, or choose another with --out.");

    public string OutIsFile(string path) => Say($"--out 指向的是文件而不是文件夹：{path}", $"--out is a file, not a folder: {path}");

    public string PipelineWrong(string message) => Say($"知识库有误：{message}", $"The pipeline is wrong: {message}");

    public string NoDocument(string reference) => Say($"数据库中没有这个文件：{reference}", $"The store holds no such document: {reference}");

    public string SeveralDocuments(string reference) => Say($"“{reference}”可指多个文件，请写明其中之一：", $"'{reference}' may be any of these documents; name one of them:");

    public string NothingToExplain(string reference) => Say($"没有编号为 {reference} 的疑点或规则。规则目录见 disclosureminer rules。", $"There is no discrepancy or rule {reference}. The catalogue: disclosureminer rules.");

    public string NoTruth(string folder) => Say($"文件夹中没有 *.truth.yaml 或 expected.jsonl：{folder}", $"There is no *.truth.yaml or expected.jsonl in {folder}");

    public string Interrupted => Say("已中断。已处理完的文件保存在数据库中，重新运行即可继续。", "Interrupted. Documents that were done are stored; run again to go on.");

    public string Store(StoreException problem) => problem.Problem switch
    {
        StoreProblem.Missing => Say($"数据库不存在：{problem.File}。请先运行 disclosureminer mine，或用 --db、--out 指定。", $"There is no store at {problem.File}. Run disclosureminer mine first, or name it with --db or --out."),
        StoreProblem.Locked => Say($"数据库正被其他程序占用：{problem.File}。请等它结束后重试，或用 --db 指定其他文件。", $"Another program is using the store {problem.File}. Wait for it to end, or choose another with --db."),
        StoreProblem.Unwritable => Say($"数据库不可写：{problem.File}。请检查文件、文件夹的权限，或用 --db 指定其他文件。", $"The store {problem.File} cannot be written. Check the permissions of the file and its folder, or choose another with --db."),
        StoreProblem.CannotOpen => Say($"数据库打不开：{problem.File}。请确认它是文件而不是文件夹，且有权限。", $"The store {problem.File} cannot be opened. Make sure that it is a file, not a folder, and that you may open it."),
        StoreProblem.Full => Say($"磁盘已满，无法写入数据库：{problem.File}", $"The disk is full; the store {problem.File} cannot be written."),
        StoreProblem.NotAStore => Say($"该文件不是本程序的数据库或已损坏：{problem.File}。请用 --db 指定其他文件。", $"{problem.File} is no store of this program, or it is damaged. Choose another with --db."),
        StoreProblem.Newer => Say($"数据库由更新版本的程序写成：{problem.File}。请升级程序，或用 --db 指定其他文件。", $"The store {problem.File} was written by a newer version. Upgrade, or choose another with --db."),
        _ => Say($"数据库出错：{problem.Message}", $"The store failed: {problem.Message}"),
    };

    // ---- Progress and summary ----
    public string Mining => Say("正在处理", "Mining");

    public string MoreUnsupported(int count) => Say($"另有 {count} 个不支持的文件，见 documents.jsonl。", $"and {count} more files of kinds that are not read: see documents.jsonl.");

    public string SummaryDocuments(int documents, int files, int skipped) => Say(
        $"文件 {files} 个，不同内容 {documents} 份" + (skipped > 0 ? $"（其中 {skipped} 份此前已处理，直接沿用）" : ""),
        $"{Count(files, "file")}, {Count(documents, "document")}" + (skipped > 0 ? $" ({skipped} mined by an earlier run)" : ""));

    public string SummaryStatus => Say("状态", "status");

    public string SummaryTables => Say("表格", "tables");

    public string SummaryFigures => Say("正文数字", "figures");

    public string SummaryChecks => Say("核对关系", "checks");

    public string SummaryDiscrepancies => Say("疑点", "discrepancies");

    public string SummaryWorst => Say("最需核实：", "Worst:");

    public string SummaryReport(string path) => Say($"报告：{path}", $"Report: {path}");

    public string Decided(int decided, int total, string share) => Say($"{total} 项，已判定 {decided} 项（{share}）", $"{total}, of which decided {decided} ({share})");

    // ---- Names ----
    public string Severities(int errors, int warnings, int notes) => Say(
        $"错误 {errors}，警告 {warnings}，提示 {notes}",
        $"{Count(errors, "error")}, {Count(warnings, "warning")}, {Count(notes, "note")}");

    // ---- Details ----
    public string File => Say("文件", "file");

    public string Id => Say("编号", "id");

    public string Stated => Say("印出", "stated");

    public string Computed => Say("按数计算", "computed");

    public string Difference => Say("差额", "difference");

    public string Tolerance => Say("舍入可解释", "rounding explains");

    public string Formula => Say("算式", "formula");

    public string Perhaps => Say("可能原因", "perhaps");

    public string Evidence => Say("原文", "evidence");

    public string Rule => Say("规则", "rule");

    public string Where => Say("位置", "where");

    public string Message => Say("说明", "message");

    public string NoFindings => Say("没有符合条件的疑点。", "No discrepancy matches.");

    public string ExplainedBy(int count) => Say($"由此引起的未通过关系 {count} 项：", $"Checks that it breaks ({count}):");

    public string RuleTest(string tolerance, string severity, bool isCore) => Say(
        $"检验方式 {tolerance}，级别 {severity}" + (isCore ? "，核心规则" : ""),
        $"test {tolerance}, severity {severity}" + (isCore ? ", core" : ""));

    public string Example => Say("例", "example");

    public string RulesOk(int rules, int tables, int subjects) => Say(
        $"知识库正确：规则 {rules} 条，表格类型 {tables} 种，科目 {subjects} 个。",
        $"The pipeline is sound: {Count(rules, "rule")}, {Count(tables, "kind")} of tables, {Count(subjects, "subject")}.");

    private string Say(string zh, string en) => language == Language.Zh ? zh : en;

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
