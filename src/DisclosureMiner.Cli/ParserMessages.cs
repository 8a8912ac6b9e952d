using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using DisclosureMiner.Checks;

namespace DisclosureMiner.Cli;

/// <summary>
/// What the parser of the command line says, in Chinese. Its own translation is in part English; what is not known here stays English.
/// </summary>
internal static partial class ParserMessages
{
    private static readonly (Regex English, string Chinese)[] Errors =
    [
        (MissingForCommand(), "命令 {1} 缺少参数：{0}"),
        (MissingForOption(), "选项 {0} 缺少参数。"),
        (TooMany(), "选项 {0} 只能给出一个值，现有 {1} 个。"),
        (NotAmong(), "“{0}”不是可用的值，可用：{1}。"),
        (Unrecognized(), "无法识别的命令或参数：{0}"),
        (NotOfType(), "选项 {1} 的值不正确：{0}"),
        (NoCommand(), "没有给出命令。"),
        (NotCombined(), "{0} 不能与其他参数同时使用。"),
    ];

    private static readonly (string English, string Chinese)[] Headings =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("[command]", "[命令]"), ("[options]", "[选项]"), ("[default: ", "[默认："),
        ("Additional Arguments:", "其他参数："), ("Arguments passed to the application that is being run.", "ASP.NET Core 的设置，例如 --Logging:LogLevel:Default=Debug。"),
    ];

    /// <summary>A mistake in the words given, on one line.</summary>
    public static string Error(string message, Language language)
    {
        if (language == Language.Zh)
        {
            foreach ((Regex english, string chinese) in Errors)
            {
                if (english.Match(message) is { Success: true } match)
                {
                    return chinese
                        .Replace("{0}", match.Groups[1].Value, StringComparison.Ordinal)
                        .Replace("{1}", Listed(match.Groups[2].Value, "、").Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
                }
            }
        }

        return Listed(message, " ");
    }

    /// <summary>Help in the language of the person.</summary>
    public static HelpOption Help(Texts texts, Language language)
    {
        var help = new HelpOption { Description = texts.Help };
        if (language == Language.Zh)
        {
            help.Action = new ChineseHelp((SynchronousCommandLineAction)help.Action!);
        }

        return help;
    }

    private static string Listed(string lines, string between) =>
        string.Join(between, lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("^Required argument '(.+?)' missing for command: '(.+?)'")]
    private static partial Regex MissingForCommand();

    [GeneratedRegex("^Required argument missing for option: '(.+?)'")]
    private static partial Regex MissingForOption();

    [GeneratedRegex("^Option '(.+?)' expects a single argument but (.+?) were provided")]
    private static partial Regex TooMany();

    [GeneratedRegex("^Argument '(.*?)' not recognized. Must be one of:(.*)$", RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    [GeneratedRegex("^Unrecognized command or argument '(.*?)'")]
    private static partial Regex Unrecognized();

    [GeneratedRegex("^Cannot parse argument '(.*?)' for option '(.+?)' as expected type")]
    private static partial Regex NotOfType();

    [GeneratedRegex("^Required command was not provided")]
    private static partial Regex NoCommand();

    [GeneratedRegex("^(.+?) option cannot be combined with other arguments")]
    private static partial Regex NotCombined();

    /// <summary>The parser's help with its headings translated.</summary>
    private sealed class ChineseHelp(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => help.ClearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            using var text = new StringWriter { NewLine = output.NewLine };
            parseResult.InvocationConfiguration.Output = text;
            int exitCode = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            output.Write(Headings.Aggregate(text.ToString(), (whole, pair) => whole.Replace(pair.English, pair.Chinese, StringComparison.Ordinal)));
            return exitCode;
        }
    }
}
