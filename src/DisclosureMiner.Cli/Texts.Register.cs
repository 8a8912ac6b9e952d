using DisclosureMiner.Checks.Registers;

namespace DisclosureMiner.Cli;

/// <content>The register and what was published.</content>
internal sealed partial class Texts
{
    public string RegisterCommand => Say("按单位名录列出某年度已公开、逾期未公开、未到期、迟公开和名录之外的文件。", "Hold a year's documents against a register: what is here, missing, not yet due, late or unexpected.");

    public string RegisterWhat => Say("单位名录（CSV）。默认为当前文件夹中的 register.csv。", "The register (CSV). Default: register.csv in the current folder.");

    public string RegisterOption => Say("单位名录（CSV）。默认使用给定文件夹中的 register.csv。", "A register of bodies (CSV). Default: register.csv in a given folder.");

    public string RegisterBeside => Say("单位名录（CSV）。默认使用数据库文件旁的 register.csv。", "A register of bodies (CSV). Default: register.csv beside the database file.");

    public string CoverageYear => Say("财政年度。", "The fiscal year.");

    public string AsOf => Say("以哪一天为准，例如 2025-03-01。默认为今天。", "The day on which the question is asked, such as 2025-03-01. Default: today.");

    public string SeveralRegisters(string files) => Say($"有多份单位名录，请用 --register 指定一份：{files}", $"There are several registers; name one with --register: {files}");

    public string BadYear => Say("--year 必须是四位年份，例如 2025。", "--year must be a year of four digits, such as 2025.");

    public string BadDay(string day) => Say($"--as-of 必须是日期，例如 2025-03-01，现为 {day}。", $"--as-of must be a date such as 2025-03-01, not {day}.");

    public string NoRegister => Say("没有单位名录：无法判断应公开什么、是否及时。", "There is no register, so nothing can be said of what is missing or late.");

    public string CoverageCounts(int year, string day, string counts) => Say(
        $"{year}年度，截至 {day}：{(counts.Length == 0 ? "没有内容" : counts)}。",
        $"Fiscal year {year} as of {day}: {(counts.Length == 0 ? "nothing" : counts)}.");

    public string BodyCode => Say("代码", "code");

    public string Body => Say("单位", "body");

    public string DocumentKind => Say("类型", "kind");

    public string Due => Say("期限", "due");

    public string Published => Say("公开日期", "published");

    public string TimelinessHead => Say("及时性", "timeliness");

    public string Of(CoverageState state) => state switch
    {
        CoverageState.Missing => Say("逾期未公开", "missing"),
        CoverageState.Late => Say("迟公开", "late"),
        CoverageState.NotYetDue => Say("未到期", "not yet due"),
        CoverageState.Received => Say("已公开", "received"),
        CoverageState.Unexpected => Say("名录之外", "unexpected"),
        _ => Say("未核对", "not checked"),
    };

    public string Of(Timeliness timeliness) => timeliness switch
    {
        Timeliness.OnTime => Say("及时", "on time"),
        Timeliness.Late => Say("迟", "late"),
        _ => Say("未核对", "not checked"),
    };

    public string KindOf(string kind) => kind switch
    {
        "budget" => Say("预算", kind),
        "final-accounts" => Say("决算", kind),
        "three-public" => Say("“三公”经费", kind),
        "report" => Say("报告", kind),
        "other" => Say("其他", kind),
        _ => kind,
    };

    public string Why(string reason) => reason switch
    {
        "" => "",
        "not-in-register" => Say("名录中没有该单位", "the register does not have this body"),
        "kind-not-expected" => Say("名录不要求公开此类文件", "no document of this kind is expected"),
        "year-not-expected" => Say("该年度单位不存在", "the body was not there in that year"),
        "unit-not-expected" => Say("单位自身的文件，名录中只有部门", "a unit's document, and the register has the department only"),
        "two-files" => Say("同一单位、类型和年度的另一文件，数字毫无相同", "another document of the same body, kind and year, with no numbers in common"),
        "no-register" => Say("没有单位名录", "no register"),
        "ambiguous-body" => Say("可能指多个单位", "may mean several bodies"),
        "no-body" => Say("单位不明", "its body is not known"),
        "no-year" => Say("年度不明", "its year is not known"),
        "no-kind" => Say("类型不明", "its kind is not known"),
        "failed" => Say("未能读取", "could not be read"),
        "unsupported" => Say("格式不支持", "of a format that is not read"),
        "needs-ocr" => Say("扫描件", "a scan"),
        "template" => Say("空白表样", "a blank form"),
        _ => reason,
    };
}
