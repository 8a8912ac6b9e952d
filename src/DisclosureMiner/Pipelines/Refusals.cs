using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>Results for files that are not mined, each with a code and a sentence that says what to do.</summary>
internal static class Refusals
{
    private const string OutOfMemory = "out-of-memory", TooSlow = "too-slow", Internal = "internal-error";

    // A file that has one of these names and is no text is a broken text, not another kind of file.
    private static readonly string[] TextExtensions = ["", ".txt", ".text", ".md", ".html", ".htm"];

    private static readonly Bilingual Undecodable = new(
        "文件内容不是可识别的文本编码（支持 UTF-8、UTF-16、GB18030、Big5），请另存为 UTF-8 文本后重试。",
        "The content is no text in an encoding that is known here (UTF-8, UTF-16, GB18030, Big5). Save it as UTF-8 text and try again.");

    /// <summary>What becomes of a file whose reader found no document in it.</summary>
    public static MinedDocument Of(FileIdentity file, Reading reading) => reading.Problem switch
    {
        ReadingProblem.Empty => Failed(file, "empty-file", new Bilingual(
            "文件为空（0 字节），或不是普通文件，请重新获取该文件。",
            "The file is empty (0 bytes), or it is no ordinary file. Obtain it again.")),
        ReadingProblem.Undecodable => Failed(file, "undecodable", Undecodable),
        ReadingProblem.Encrypted => Failed(file, "encrypted", new Bilingual(
            "文件已加密，无法读取，请取得未设密码的版本。",
            "The file is locked by a password. Obtain a copy without one.")),
        ReadingProblem.Damaged => Failed(file, "damaged", new Bilingual(
            "文件已损坏或不完整，无法读取，请重新获取该文件。",
            "The file is damaged or incomplete and cannot be read. Obtain it again.")),
        ReadingProblem.Oversized => Failed(file, "oversized", new Bilingual(
            "文件展开后的内容远超任何公开文件（可能已损坏或被恶意构造），未读取，请从可靠来源重新获取该文件。",
            "The file unfolds to far more than any disclosure holds (it is damaged, or made to do harm) and was not read. Obtain it again from a source you trust.")),
        ReadingProblem.Blank => Failed(file, "blank-pages", new Bilingual(
            "各页均为空白，没有文字也没有图像，请核对是否取得了正确的文件。",
            "All pages are blank, without text or pictures. Check whether it is the right file, and obtain it again.")),
        ReadingProblem.NoText => Refuse(file, MiningStatus.NeedsOcr, "needs-ocr", new Bilingual(
            "页面只有图像，没有文字，需先作文字识别（OCR），未作核对。",
            "The pages are pictures without text. Run text recognition (OCR) first; nothing was checked.")),
        ReadingProblem.UnreliableText => Refuse(file, MiningStatus.NeedsOcr, "unreliable-text", new Bilingual(
            "文件中的文字与页面所见不符（识别错误的文字层或缺少字符映射），数字不可信，需重新作文字识别（OCR），未作核对。",
            "The text in the file is not what its pages show (a faulty OCR layer, or letters without a key), so its numbers cannot be trusted. Run text recognition (OCR) again; nothing was checked.")),
        _ when file.MediaType == MediaTypes.Unknown && TextExtensions.Contains(Path.GetExtension(file.Path).ToLowerInvariant()) =>
            Failed(file with { MediaType = MediaTypes.Text }, "undecodable", Undecodable),
        _ => Refuse(file, MiningStatus.Unsupported, "unsupported-type", Unsupported(file.MediaType)),
    };

    /// <summary>The form itself, not filled in by anybody.</summary>
    public static MinedDocument BlankForm(FileIdentity file, Document document) =>
        Refuse(file, MiningStatus.Template, "blank-form", new Bilingual(
            "空白模板，不是公开文本，未作核对。",
            "A blank form, not a disclosure; nothing was checked.")) with
        { Document = document };

    /// <summary>A file too large to be held in memory.</summary>
    public static MinedDocument TooLarge(FileIdentity file, long bytes) =>
        Refuse(file, MiningStatus.Unsupported, "too-large", new Bilingual(
            $"文件过大（{bytes} 字节），不是预决算公开文件的正常大小，未读取。",
            $"The file is too large to be a disclosure ({bytes} bytes) and was not read."));

    /// <summary>A mistake of this program, kept away from the other files.</summary>
    public static MinedDocument Broken(FileIdentity file, Exception problem) => problem switch
    {
        OutOfMemoryException => Failed(file, OutOfMemory, new Bilingual(
            "内存不足，未能处理该文件。请用 --jobs 1 重新运行，或在内存更大的机器上处理。",
            "There was not enough memory for this file. Run again with --jobs 1, or on a machine with more memory.")),
        TooSlowException => Failed(file, TooSlow, new Bilingual(
            "处理该文件的时间远超其大小应需的时间，已放弃，其他文件不受影响。请另存或重新获取该文件；若文件正常，请将其报告给开发者。",
            "It took far longer than a file of this size does and was given up; other files are not affected. Save it anew or obtain it again; if it is in order, please report it.")),
        _ => Failed(file, Internal, new Bilingual(
            $"处理该文件时程序出错（{problem.GetType().Name}: {problem.Message}），其他文件不受影响，请将该文件报告给开发者。",
            $"The program failed on this file ({problem.GetType().Name}: {problem.Message}); other files are not affected. Please report it with the file.")),
    };

    /// <summary>A file at which the whole program ended before, again and again.</summary>
    public static MinedDocument Fatal(FileIdentity file) => Failed(file, "fatal", new Bilingual(
        "程序此前处理该文件时多次意外终止，本次跳过，其他文件不受影响，请将该文件报告给开发者。更新程序后会重试。",
        "The program ended abruptly at this file more than once, so it is left out; other files are not affected. Please report it with the file. A newer version will try again."));

    /// <summary>Whether it may end otherwise in a moment: the file may be unlocked by then, and the memory free.</summary>
    public static bool MayPass(MiningError? error) => error?.Code is Unreadable.Code or OutOfMemory;

    /// <summary>Whether another run of this version would only repeat it.</summary>
    public static bool IsSettled(MiningError? error) => !MayPass(error) && error?.Code is not (Internal or TooSlow);

    private static Bilingual Unsupported(string mediaType) => mediaType switch
    {
        MediaTypes.WordDocument or MediaTypes.RichText => new Bilingual(
            "Word 文档不能直接读取，请用 Word 或 WPS 另存为 PDF 后重试。",
            "A Word document is not read as it is. Save it as PDF and try again."),
        MediaTypes.Workbook => new Bilingual(
            "Excel 工作簿不能直接读取，请用 Excel 或 WPS 导出为 PDF 后重试。",
            "A workbook is not read as it is. Export it as PDF and try again."),
        MediaTypes.LegacyOffice => new Bilingual(
            "旧版 Office 文件（doc、xls、wps 等）不能直接读取，请用 Office 或 WPS 另存为 PDF 后重试。",
            "An old office file (doc, xls ...) is not read as it is. Save it as PDF and try again."),
        MediaTypes.Ofd => new Bilingual(
            "OFD 文件不能直接读取，请用 OFD 阅读器转换为 PDF 后重试。",
            "An OFD file is not read as it is. Convert it to PDF and try again."),
        MediaTypes.Zip or MediaTypes.Rar or MediaTypes.SevenZip or MediaTypes.Gzip => new Bilingual(
            "压缩包不能直接读取，请先解压，再处理解压后的文件夹。",
            "An archive is not opened. Unpack it and mine the folder."),
        _ when mediaType.StartsWith("image/", StringComparison.Ordinal) => new Bilingual(
            "图片没有可读取的文字，请先作文字识别（OCR），另存为文本或带文字层的 PDF 后重试。",
            "A picture holds no text. Run text recognition (OCR), save the result as text or PDF, and try again."),
        MediaTypes.Unknown => new Bilingual(
            "无法识别的文件类型，未读取。可读取纯文本、HTML 和 PDF。",
            "This kind of file is not known and was not read. Plain text, HTML and PDF are."),
        _ => new Bilingual(
            $"不读取该类文件（{mediaType}）。可读取纯文本、HTML 和 PDF。",
            $"This kind of file is not read ({mediaType}). Plain text, HTML and PDF are."),
    };

    private static MinedDocument Failed(FileIdentity file, string code, Bilingual message) =>
        Refuse(file, MiningStatus.Failed, code, message);

    private static MinedDocument Refuse(FileIdentity file, MiningStatus status, string code, Bilingual message) =>
        new(file.Id, file.Path, [file.Path], file.Sha256, file.MediaType, status, new MiningError(code, message), null, [], [], [], []);
}
