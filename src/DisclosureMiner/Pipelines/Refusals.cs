using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>Results for files that are not mined, each with a code and a sentence that says what to do.</summary>
internal static class Refusals
{
    // Text that is written for programs is no disclosure, though its bytes are text.
    private static readonly Dictionary<string, string> ProgramText = new(StringComparer.Ordinal)
    {
        [".json"] = "application/json",
        [".jsonl"] = "application/jsonl",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".xml"] = "application/xml",
        [".csv"] = "text/csv",
        [".tsv"] = "text/tab-separated-values",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".py"] = "text/x-python",
        [".cs"] = "text/x-csharp",
        [".sh"] = "application/x-sh",
    };

    // A file that has one of these names and is no text is a broken text, not another kind of file.
    private static readonly string[] TextExtensions = ["", ".txt", ".text", ".md"];

    /// <summary>What becomes of a file that no reader need look at; null for one that is to be read.</summary>
    public static MinedDocument? Of(SourceFile file, string path)
    {
        if (file.IsEmpty)
        {
            return Refuse(file, path, file.MediaType, MiningStatus.Failed, "empty-file", new Bilingual(
                "文件为空（0 字节），请重新获取该文件。",
                "The file is empty (0 bytes). Obtain it again."));
        }

        string extension = Path.GetExtension(path).ToLowerInvariant();
        if (file.MediaType == MediaTypes.Text && ProgramText.TryGetValue(extension, out string? programText))
        {
            return Unsupported(file, path, programText);
        }

        return file.MediaType == MediaTypes.Unknown && TextExtensions.Contains(extension) ? Undecodable(file, path) : null;
    }

    /// <summary>What becomes of a file whose reader found no document in it.</summary>
    public static MinedDocument Unread(SourceFile file, string path, Reading reading) => reading.Problem switch
    {
        ReadingProblem.Undecodable => Undecodable(file, path),
        ReadingProblem.Encrypted => Refuse(file, path, file.MediaType, MiningStatus.Failed, "encrypted", new Bilingual(
            "文件已加密，无法读取，请取得未设密码的版本。",
            "The file is locked by a password. Obtain a copy without one.")),
        ReadingProblem.Damaged => Refuse(file, path, file.MediaType, MiningStatus.Failed, "damaged", new Bilingual(
            "文件已损坏或不完整，无法读取，请重新获取该文件。",
            "The file is damaged or incomplete and cannot be read. Obtain it again.")),
        ReadingProblem.NoText => Refuse(file, path, file.MediaType, MiningStatus.NeedsOcr, "needs-ocr", new Bilingual(
            "页面只有图像，没有文字，需先作文字识别（OCR），未作核对。",
            "The pages are pictures without text. Run text recognition (OCR) first; nothing was checked.")),
        ReadingProblem.UnreliableText => Refuse(file, path, file.MediaType, MiningStatus.NeedsOcr, "unreliable-text", new Bilingual(
            "文件中的文字与页面所见不符（识别错误的文字层或缺少字符映射），数字不可信，需重新作文字识别（OCR），未作核对。",
            "The text in the file is not what its pages show (a faulty OCR layer, or letters without a key), so its numbers cannot be trusted. Run text recognition (OCR) again; nothing was checked.")),
        _ => Unsupported(file, path, file.MediaType),
    };

    private static MinedDocument Unsupported(SourceFile file, string path, string mediaType) =>
        Refuse(file, path, mediaType, MiningStatus.Unsupported, "unsupported-type", new Bilingual(
            $"不支持的文件类型（{mediaType}）。可读取纯文本、HTML 和 PDF。",
            $"This type of file is not read ({mediaType}). Plain text, HTML and PDF are."));

    private static MinedDocument Undecodable(SourceFile file, string path) =>
        Refuse(file, path, MediaTypes.Text, MiningStatus.Failed, "undecodable", new Bilingual(
            "文件内容不是可识别的文本编码（支持 UTF-8、UTF-16、GB18030、Big5），请另存为 UTF-8 文本后重试。",
            "The content is no text in an encoding that is known here (UTF-8, UTF-16, GB18030, Big5). Save it as UTF-8 text and try again."));

    /// <summary>The form itself, not filled in by anybody.</summary>
    public static MinedDocument BlankForm(SourceFile file, string path) =>
        Refuse(file, path, file.MediaType, MiningStatus.Template, "blank-form", new Bilingual(
            "空白模板，不是公开文本，未作核对。",
            "A blank form, not a disclosure; nothing was checked."));

    /// <summary>
    /// A file that could not be opened or read. It has no bytes to be known by, so its id is made of its path. What the system says
    /// is not passed on, for it names the file by its absolute path.
    /// </summary>
    public static MinedDocument Unreadable(string path, Exception problem) => Failed(
        SourceFile.From("", Encoding.UTF8.GetBytes("unreadable:" + path)).Id,
        path,
        "",
        MediaTypes.Unknown,
        "unreadable",
        problem switch
        {
            UnauthorizedAccessException => new Bilingual(
                "没有读取权限，请检查文件或文件夹的权限。",
                "There is no permission to read it. Check the permissions of the file or folder."),
            FileNotFoundException or DirectoryNotFoundException => new Bilingual(
                "读取时文件已不存在，或链接指向的文件不存在。",
                "It was gone when it was to be read, or it is a link that leads nowhere."),
            _ => new Bilingual(
                "读取时发生磁盘或网络错误，请检查后重试。",
                "The disk or network failed while it was read. Check it and try again."),
        });

    /// <summary>A file too large to be held in memory.</summary>
    public static MinedDocument TooLarge(string path, string sha256, long bytes) => new(
        sha256[..16],
        path,
        [path],
        sha256,
        MediaTypes.Unknown,
        MiningStatus.Unsupported,
        new MiningError("too-large", new Bilingual(
            $"文件过大（{bytes} 字节），不是预决算公开文件的正常大小，未读取。",
            $"The file is too large to be a disclosure ({bytes} bytes) and was not read.")),
        null,
        [],
        [],
        [],
        []);

    /// <summary>A mistake of this program, kept away from the other files.</summary>
    public static MinedDocument Broken(SourceFile file, string path, Exception problem) => Failed(
        file.Id,
        path,
        file.Sha256,
        file.MediaType,
        "internal-error",
        new Bilingual(
            $"处理该文件时程序出错（{problem.GetType().Name}: {problem.Message}），其他文件不受影响，请将该文件报告给开发者。",
            $"The program failed on this file ({problem.GetType().Name}: {problem.Message}); other files are not affected. Please report it with the file."));

    private static MinedDocument Failed(string id, string path, string sha256, string mediaType, string code, Bilingual message) =>
        new(id, path, [path], sha256, mediaType, MiningStatus.Failed, new MiningError(code, message), null, [], [], [], []);

    private static MinedDocument Refuse(SourceFile file, string path, string mediaType, MiningStatus status, string code, Bilingual message) =>
        new(file.Id, path, [path], file.Sha256, mediaType, status, new MiningError(code, message), null, [], [], [], []);
}
