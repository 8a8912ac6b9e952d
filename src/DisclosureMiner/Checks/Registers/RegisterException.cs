using System.Collections.Immutable;
using System.Globalization;

namespace DisclosureMiner.Checks.Registers;

/// <summary>Something in a register that cannot stand, and what to do about it.</summary>
/// <param name="Line">The line of the file, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The head of the column; null for the row as a whole.</param>
/// <param name="Message">What is wrong, and how to put it right.</param>
public sealed record RegisterProblem(int Line, string? Column, Bilingual Message)
{
    /// <summary>Place and message in one line: <c>register.csv:7: parent: …</c>.</summary>
    public string In(string file, Language language) => string.Join(
        ": ",
        new[] { Line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}"), Column, Message.In(language) }.OfType<string>());
}

/// <summary>A register that cannot be used: all that is wrong with it at once.</summary>
public sealed class RegisterException : Exception
{
    /// <param name="file">The file, as it was named.</param>
    /// <param name="problems">What is wrong, at least one thing.</param>
    public RegisterException(string file, ImmutableArray<RegisterProblem> problems)
        : base(Told(file, problems, Language.En))
    {
        File = file;
        Problems = problems;
    }

    /// <summary>The file, as it was named.</summary>
    public string File { get; }

    /// <summary>What is wrong, in order of lines.</summary>
    public ImmutableArray<RegisterProblem> Problems { get; }

    /// <summary>All problems, a line each.</summary>
    public string In(Language language) => Told(File, Problems, language);

    private static string Told(string file, ImmutableArray<RegisterProblem> problems, Language language) =>
        string.Join('\n', problems.Select(problem => problem.In(file, language)));
}
