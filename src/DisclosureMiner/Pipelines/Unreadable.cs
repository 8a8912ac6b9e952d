using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>Results for files whose bytes could not be had, by what the system said of them.</summary>
internal static class Unreadable
{
    /// <summary>The code of such a result.</summary>
    public const string Code = "unreadable";

    // What decoding a file name leaves where its bytes are no UTF-8.
    private const char NotDecoded = '\ufffd';

    // errno on Unix, HRESULTs of ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private const int WouldBlock = 11;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>Whether reading a file may end so; anything else is a mistake of this program.</summary>
    public static bool Covers(Exception problem) => problem is IOException or UnauthorizedAccessException;

    /// <summary>
    /// A file that could not be opened or read. It has no bytes to be known by, so its id is made of its path. What the system says
    /// is not passed on, for it names the file by its absolute path.
    /// </summary>
    public static MinedDocument Of(string path, Exception problem) => new(
        SourceFile.From("", Encoding.UTF8.GetBytes("unreadable:" + path)).Id,
        path,
        [path],
        "",
        MediaTypes.Unknown,
        MiningStatus.Failed,
        new MiningError(Code, Message(path, problem)),
        null,
        [],
        [],
        [],
        []);

    private static Bilingual Message(string path, Exception problem) => problem switch
    {
        ChangedFileException => new Bilingual(
            "读取过程中文件内容发生变化，请等写入完成后重新运行。",
            "It changed while it was being read. Run again when it is complete."),
        UnauthorizedAccessException => new Bilingual(
            "没有读取权限，请检查文件或文件夹的权限。",
            "There is no permission to read it. Check the permissions of the file or folder."),
        FileNotFoundException or DirectoryNotFoundException when path.Contains(NotDecoded, StringComparison.Ordinal) => new Bilingual(
            "文件名不是 UTF-8 编码（常见于用 GBK 打包的压缩文件），无法打开，请改名或用正确的编码重新解压。",
            "The file's name is no UTF-8 (often so after unpacking an archive made with GBK), so it cannot be opened. Rename it, or unpack again with the right encoding."),
        FileNotFoundException or DirectoryNotFoundException => new Bilingual(
            "读取时文件已不存在，或链接指向的文件不存在。",
            "It was gone when it was to be read, or it is a link that leads nowhere."),
        PathTooLongException => new Bilingual(
            "路径过长，系统无法打开，请移到较短的路径下。",
            "Its path is too long for the system. Move it to a shorter one."),
        { HResult: WouldBlock or SharingViolation or LockViolation } => new Bilingual(
            "文件正被其他程序占用，请关闭该程序后重新运行。",
            "Another program holds it. Close that program and run again."),
        _ => new Bilingual(
            "读取时发生磁盘或网络错误，请检查后重试。",
            "The disk or network failed while it was read. Check it and try again."),
    };
}

/// <summary>The bytes of a file could not be had; the inner exception says why.</summary>
internal sealed class UnreadException(Exception because) : Exception(because.Message, because);

/// <summary>The bytes of a file are not those by which it was known a moment ago.</summary>
internal sealed class ChangedFileException : IOException;
