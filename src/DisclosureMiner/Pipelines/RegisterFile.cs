using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Registers;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads a register from its file.</summary>
public static class RegisterFile
{
    /// <summary>The name under which a register is found in a folder.</summary>
    public const string Name = "register.csv";

    // Anything else is told: a register in another encoding would match no name.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads it.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="pipeline">What tells how names are folded.</param>
    /// <exception cref="RegisterException">It cannot be read, or something in it is wrong.</exception>
    public static Register Load(string path, Pipeline pipeline)
    {
        try
        {
            return Register.Parse(Strict.GetString(File.ReadAllBytes(path)), path, pipeline.Words);
        }
        catch (DecoderFallbackException)
        {
            throw Unread(path, "不是 UTF-8 编码，请另存为“CSV UTF-8”", "this is not UTF-8; save it as CSV UTF-8");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unread(path, "无法读取，请检查路径和权限", "cannot be read; check the path and the permissions");
        }
    }

    private static RegisterException Unread(string path, string zh, string en) => new(path, [new RegisterProblem(0, null, new Bilingual(zh, en))]);
}
