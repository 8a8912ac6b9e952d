using System.CommandLine;
using DisclosureMiner.Server;

namespace DisclosureMiner.Cli;

/// <summary><c>serve</c>: runs the server, which reads its options itself; here they are only told of.</summary>
internal sealed class ServeCommand
{
    private const string Name = "serve";

    public static Command Build(Screen screen, string[] args)
    {
        Texts texts = screen.Texts;
        var command = new Command(Name, texts.Serve) { TreatUnmatchedTokensAsErrors = false };
        foreach ((string name, string value, string description) in texts.ServeOptions)
        {
            command.Add(new Option<string[]>("--" + name) { Description = description, HelpName = value, Arity = ArgumentArity.OneOrMore });
        }

        command.SetAction((_, _) => Start(RestOf(args)));
        return command;
    }

    /// <summary>What stands behind <c>serve</c>, without the language of the command.</summary>
    internal static string[] RestOf(string[] args)
    {
        var rest = new List<string>();
        for (int i = Array.IndexOf(args, Name) + 1; i < args.Length; i++)
        {
            if (args[i] == "--lang")
            {
                i++;
            }
            else if (!args[i].StartsWith("--lang=", StringComparison.Ordinal) && !args[i].StartsWith("--lang:", StringComparison.Ordinal))
            {
                rest.Add(args[i]);
            }
        }

        return [.. rest];
    }

    // Apart, so that no other command loads the web server.
    private static Task<int> Start(string[] args) => ServerHost.Run(args);
}
