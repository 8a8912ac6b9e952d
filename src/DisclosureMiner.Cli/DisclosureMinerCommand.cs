using System.CommandLine;
using System.CommandLine.Parsing;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Scoring;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>The whole command: parses, runs one of its parts, and turns what goes wrong into a message and an exit code.</summary>
internal static class DisclosureMinerCommand
{
    private const string Name = "disclosureminer";

    /// <summary>Runs the command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        bool isTable = false,
        bool isBar = false,
        TimeProvider? clock = null,
        CancellationToken cancellation = default)
    {
        var screen = new Screen(output, error, isTable, isBar, LanguageOf(args, Environment.GetEnvironmentVariable));
        Command root = Build(screen, clock ?? TimeProvider.System, args);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // The last says most: of a command that does not exist, the first is only that none was given.
            error.WriteLine(screen.Texts.Wrong(ParserMessages.Error(parsed.Errors[^1].Message, screen.Language)));
            error.WriteLine(screen.Texts.HelpHint(NameOf(parsed.CommandResult)));
            return ExitCodes.Usage;
        }

        try
        {
            // No termination timeout: the one part that takes long enough to be interrupted hears the signals itself.
            var invocation = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine(screen.Texts.Interrupted);
            return ExitCodes.Interrupted;
        }
        catch (Exception problem) when (MessageOf(problem, screen.Texts) is { } message)
        {
            error.WriteLine(screen.Texts.Wrong(message));
            return ExitCodes.Usage;
        }
    }

    /// <summary>The language asked for by <c>--lang</c>, else that of the environment: Chinese if it says so, else English.</summary>
    internal static Language LanguageOf(string[] args, Func<string, string?> environment)
    {
        string? asked = null;
        for (int i = 0; i < args.Length; i++)
        {
            asked = args[i] == "--lang" && i + 1 < args.Length ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal) ? args[i][7..]
                : asked;
        }

        asked ??= new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return asked?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Language.Zh : Language.En;
    }

    /// <summary>The command as it is called: <c>disclosureminer crawl report</c>.</summary>
    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult above ? $"{NameOf(above)} {command.Command.Name}" : command.Command.Name;

    private static Command Build(Screen screen, TimeProvider clock, string[] args)
    {
        var language = new Option<string>("--lang") { Description = screen.Texts.Lang, HelpName = "zh|en", Recursive = true };
        language.AcceptOnlyFromAmong("zh", "en");

        // Not a RootCommand, which names itself after the assembly; the launcher has another name.
        return new Command(Name, screen.Texts.About)
        {
            ParserMessages.Help(screen.Texts, screen.Language),
            new VersionOption { Description = screen.Texts.Version },
            MineCommand.Build(screen),
            TablesCommand.Build(screen),
            FindingsCommand.Build(screen),
            ShowCommand.Build(screen),
            ExplainCommand.Build(screen),
            ReviewCommand.Build(screen, clock),
            RegisterCommand.Build(screen, clock),
            RulesCommand.Build(screen),
            ScoreCommand.Build(screen),
            ReportCommand.Build(screen),
            CrawlCommand.Build(screen, clock),
            ServeCommand.Build(screen, args),
            BackupCommand.Build(screen),
            DoctorCommand.Build(screen, clock),
            language,
        };
    }

    private static string? MessageOf(Exception problem, Texts texts) => problem switch
    {
        UsageException => problem.Message,
        StoreException store => texts.Store(store),
        PipelineException => texts.PipelineWrong(problem.Message),
        TruthFormatException => problem.Message,
        RegisterException register => register.In(texts.Language),
        _ => null,
    };
}
