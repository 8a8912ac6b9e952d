namespace DisclosureMiner.Server;

/// <summary>The command line as settings. What is misspelt is refused: a server that runs without its key or its folder is worse than none.</summary>
internal static class ServerArguments
{
    private const string Section = ServerSettings.Section + ":";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["data"] = Section + "Data",
        ["postgres"] = "ConnectionStrings:Postgres",
        ["roles"] = Section + "Roles",
        ["jobs"] = Section + "Jobs",
        ["watch"] = Section + "Watch",
        ["pipelines"] = Section + "Pipelines",
        ["api-key"] = Section + "ApiKey",
        ["api-key-file"] = Section + "ApiKeyFile",
        ["max-upload-mb"] = Section + "MaxUploadMb",
        ["max-backlog"] = Section + "MaxBacklog",
        ["urls"] = "urls",
        ["environment"] = "environment",
        ["contentRoot"] = "contentRoot",
        ["applicationName"] = "applicationName",
    };

    /// <summary>The settings that were given; <c>--watch</c> may be given several times.</summary>
    /// <exception cref="ServerOptionsException">There is no such option, or its value is missing.</exception>
    public static Dictionary<string, string?> Parse(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        int folders = 0;
        for (int i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new ServerOptionsException([$"'{args[i]}' is no option. {Help}"]);
            }

            string[] parts = args[i][2..].Split('=', 2);
            string value = parts.Length == 2 ? parts[1]
                : i + 1 < args.Count ? args[++i]
                : throw new ServerOptionsException([$"--{parts[0]} needs a value."]);
            string name = Known.TryGetValue(parts[0], out string? known) ? known
                : parts[0].Contains(':', StringComparison.Ordinal) ? parts[0]
                : throw new ServerOptionsException([$"There is no option --{parts[0]}. {Help}"]);
            settings[parts[0] == "watch" ? $"{name}:{folders++}" : name] = value;
        }

        return settings;
    }

    private static string Help => "Options: " + string.Join(", ", Known.Keys.Take(11).Select(name => "--" + name))
        + ", and settings such as --Logging:LogLevel:Default=Debug.";
}
