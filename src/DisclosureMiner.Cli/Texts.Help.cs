namespace DisclosureMiner.Cli;

/// <content>What the command is and takes.</content>
internal sealed partial class Texts
{
    public string About => Say("读取预决算公开文件，核对表内、表间、文表之间的数字，报告不一致之处。", "Reads budget disclosures, cross-checks their tables and prose, and reports figures that do not agree.");

    public string Help => Say("显示帮助。", "Show this help.");

    public string Version => Say("显示版本。", "Show the version.");

    public string Mine => Say("读取文件或文件夹，写出表格、数字、勾稽结果和疑点报告。", "Mine files or folders: write tables, figures, checks and discrepancies.");

    public string MinePaths => Say("文件或文件夹，文件夹逐层读取。", "Files or folders; folders are read with all that lies below them.");

    public string Tables => Say("只提取表格，写成 JSON、CSV 或 HTML。", "Take the tables from files, and nothing else, as JSON, CSV or HTML.");

    public string TablesFormat => Say("json（默认；[页][表][行][单元格]）、csv（每表一个文件）或 html（每份文件一页）。", "json (default; [page][table][row][cell]), csv (a file for each table) or html (a page for each file).");

    public string TablesAlternatives => Say("JSON 中附上每张表（PDF）的其他读法。", "Add to the JSON how each table of a PDF reads in other ways.");

    public string TablesDetails => Say("JSON 中注明每张表的识别方式和可信度。", "Say in the JSON how each table was found and how sure that is.");

    public string TablesOut => Say("输出文件夹。只有一份文件时可省略，写到标准输出。", "Folder for the outputs. Without it, the tables of one file go to standard output.");

    public string Out => Say("输出文件夹。", "Folder for the outputs.");

    public string Db => Say("SQLite 数据库文件，或 PostgreSQL 连接串。默认为输出文件夹中的 disclosures.db。", "SQLite database file, or a connection string of PostgreSQL. Default: disclosures.db in the output folder.");

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

    public string PageOption => Say("与 --svg 同用：PDF 的第几页。文件可以是数据库中的编号，也可以是 PDF 的路径。", "With --svg: a page of a PDF, which may also be given by its path.");

    public string SvgOption => Say("把该页按读取的结果画成 SVG：文字、线条、段落、表格、单元格和数字。", "Draw that page as it is read, as SVG: letters, lines, paragraphs, tables, cells, figures.");

    public string Explain => Say("解释一个疑点或一条规则。", "Explain a discrepancy or a rule.");

    public string ExplainWhat => Say("疑点编号（或其开头）或规则编号。", "The id of a discrepancy (or its beginning) or of a rule.");

    public string Review => Say("记录对疑点的处理意见；不带 --as 时显示处理经过。", "Record what you decide about a discrepancy; without --as, show what was decided so far.");

    public string ReviewWhat => Say("疑点编号或其开头。", "The id of a discrepancy or its beginning.");

    public string ReviewAs => Say("处理意见：confirmed（确认有误）、false-alarm（误报）或 explained（已有解释）。", "The decision: confirmed, false-alarm or explained (the numbers differ, and rightly so).");

    public string ReviewBecause => Say("理由。", "Why.");

    public string ReviewBy => Say("处理人。默认为登录名。", "Who decides. Default: the login name.");

    public string OnlyOpen => Say("只列待处理的。", "Only what nobody has decided about, or about other values only.");

    public string OnlyDecided => Say("只列已处理的。", "Only what was decided.");

    public string Rules => Say("列出规则目录。", "List the rule catalogue.");

    public string RulesId => Say("规则编号，显示该规则的全部内容。", "The id of a rule, to show all of it.");

    public string RulesCheck => Say("只检查知识库文件是否正确。", "Only check that the pipeline's files are sound.");

    public string Score => Say("与人工标注的结果比较，给出准确率和召回率。", "Compare with documents whose truth is known: precision, recall, share decided.");

    public string ScoreFolder => Say("存放文档的文件夹。", "A folder with documents.");

    public string ScoreTruth => Say("人工标注（*.truth.yaml 或 expected.jsonl）所在的文件夹，默认与文档相同。", "Where their truth lies (*.truth.yaml, expected.jsonl). Default: beside them.");

    public string ScoreInject => Say("向无误的文件各植入一处差错，共 N 处，检验能否查出。", "Plant N faults, one to a copy, into documents in which nothing is wrong, and say what is found.");

    public string ScoreSeed => Say("选择差错的随机种子。", "Seed of the choice of faults.");

    public string MostFalseAlarms => Say("每份无误文件的误报数高于该值时以 1 退出。", "Exit with 1 when there are more false alarms per document in which nothing is wrong.");

    public string Least(string measure)
    {
        string what = measure switch
        {
            "identity" => Say("状态、单位、年度、类型正确的", "status, body, year and genre right"),
            "tables" => Say("已找到的表格", "tables found"),
            "kinds" => Say("类型正确的表格", "tables of the right kind"),
            "cells" => Say("读取正确的单元格", "cells right"),
            "figures" => Say("已找到的正文数字", "figures found"),
            "roles" => Say("角色正确的正文数字", "figures with the right role"),
            "bindings" => Say("对应单元格正确的正文数字", "figures bound to the right cell"),
            "decided" => Say("已判定的核对关系", "obligations decided"),
            "coverage" => Say("有核对关系约束的数字单元格和正文数字（分别计算）", "numeric cells, and of figures, held by a decided obligation"),
            "precision" => Say("报告正确的疑点（准确率）", "reported discrepancies that are right"),
            "recall" => Say("已报告的标注疑点（召回率）", "true discrepancies found"),
            "location" => Say("页码和数字均指对的疑点", "found discrepancies with the right page and figure"),
            "culprit" => Say("所指原因数字正确的疑点", "found discrepancies that name a right figure as the cause"),
            "explanation" => Say("首个可能原因正确的植入差错", "planted faults whose first hypothesis is right"),
            "once" => Say("只报告为一处疑点的植入差错", "planted faults reported as one discrepancy"),
            _ => measure,
        };
        return Say($"{what}所占比例的下限，低于时以 1 退出。", $"Least share of {what}; exit with 1 below it.");
    }

    public string ScoreJson => Say("输出 JSON。", "Write JSON instead of a table.");
}
