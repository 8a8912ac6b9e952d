using DisclosureMiner.Checks;
using Spectre.Console;

namespace DisclosureMiner.Cli;

/// <summary>Where the command writes: data to <see cref="Out"/>, progress and log to <see cref="Error"/>.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsTable">Whether a person looks at standard output, so that tables may be drawn.</param>
/// <param name="IsBar">Whether a person looks at standard error, so that a bar may move.</param>
/// <param name="Language">The language of messages.</param>
internal sealed record Screen(TextWriter Out, TextWriter Error, bool IsTable, bool IsBar, Language Language)
{
    /// <summary>The texts in the language of the person.</summary>
    public Texts Texts { get; } = new(Language);

    /// <summary>A console that draws on standard output; colours are left out where NO_COLOR is set.</summary>
    public IAnsiConsole Drawing => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Out) });

    /// <summary>A console that draws on standard error.</summary>
    public IAnsiConsole Progress => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });

    /// <summary>The text in the language of the person.</summary>
    public string Say(Bilingual text) => text.In(Language);
}
