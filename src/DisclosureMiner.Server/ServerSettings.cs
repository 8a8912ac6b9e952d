using System.Collections.Immutable;
using System.Globalization;

namespace DisclosureMiner.Server;

/// <summary>Reads the options out of the settings, and says of all that cannot be what to write instead.</summary>
internal sealed class ServerSettings
{
    public const string Section = "DisclosureMiner";

    // A shorter one is guessed in a night.
    private const int LeastKey = 16;

    private readonly List<string> _problems = [];
    private readonly IConfiguration _settings;
    private readonly string _current;

    private ServerSettings(IConfiguration settings, string current)
    {
        _settings = settings;
        _current = current;
    }

    /// <param name="settings">All settings.</param>
    /// <param name="current">The folder that relative paths start at.</param>
    /// <exception cref="ServerOptionsException">Something cannot be.</exception>
    public static ServerOptions Read(IConfiguration settings, string current) => new ServerSettings(settings, current).Read();

    private ServerOptions Read()
    {
        string? key = Key();
        ImmutableArray<string> urls = Urls(key is not null);
        string data = Path.GetFullPath(Text("Data") ?? "disclosures-data", _current);
        var options = new ServerOptions
        {
            DataFolder = data,
            Postgres = Known(_settings.GetConnectionString("Postgres")),
            Roles = Roles(),
            Jobs = Number("Jobs", Environment.ProcessorCount, 1, 1024),
            Watched = Watched(data),
            Lease = TimeSpan.FromSeconds(Number("LeaseSeconds", 60, 2, 3600)),
            Poll = TimeSpan.FromMilliseconds(Number("PollMilliseconds", 1000, 50, 60_000)),
            Retention = TimeSpan.FromDays(Number("RetentionDays", 90, 1, 36_500)),
            Pipelines = Text("Pipelines") is { } pipelines ? Path.GetFullPath(pipelines, _current) : null,
            MostReported = Number("MaxReported", ServerOptions.DefaultMostReported, 0, int.MaxValue),
            ApiKey = key,
            Urls = urls,
            MaxUpload = (long)Number("MaxUploadMb", (int)(ServerOptions.DefaultMaxUpload >> 20), 1, 1 << 20) << 20,
            MaxBacklog = Number("MaxBacklog", ServerOptions.DefaultMaxBacklog, 1, int.MaxValue),
        };
        if (File.Exists(options.DataFolder))
        {
            _problems.Add($"The data folder '{options.DataFolder}' is a file. Name a folder with --data.");
        }

        return _problems.Count == 0 ? options : throw new ServerOptionsException(_problems);
    }

    private string? Key()
    {
        string? key = Text("ApiKey");
        if (Text("ApiKeyFile") is { } file)
        {
            try
            {
                key = Known(File.ReadAllText(Path.GetFullPath(file, _current)).Trim());
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                _problems.Add($"The file of the key cannot be read: {problem.Message}");
                return null;
            }

            if (key is null)
            {
                _problems.Add($"The file of the key '{file}' is empty.");
            }
        }

        if (key is not null && (key.Length < LeastKey || key.Any(c => c is <= ' ' or > '~')))
        {
            _problems.Add($"The key must have at least {LeastKey} characters, all of them letters, digits or signs of ASCII.");
        }

        return key;
    }

    private ImmutableArray<string> Urls(bool hasKey)
    {
        string given = Known(_settings["urls"]) ?? ServerOptions.DefaultUrl;
        string[] urls = given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // Endpoints of the web server's own settings go before ours.
        IEnumerable<string> endpoints = _settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        foreach (string url in urls.Concat(endpoints))
        {
            if (ListenAddress.HostOf(url) is not { } host)
            {
                _problems.Add($"'{url}' is no address to listen at. Write --urls http://127.0.0.1:5080");
            }
            else if (!hasKey && !ListenAddress.IsLoopback(host))
            {
                _problems.Add(
                    $"'{url}' can be reached from other machines, and no key is configured. "
                    + "Set DisclosureMiner__ApiKey (or --api-key-file), or listen at a loopback address such as http://127.0.0.1:5080.");
            }
        }

        return [.. urls];
    }

    private ServerRoles Roles()
    {
        ServerRoles roles = ServerRoles.None;
        foreach (string word in (Text("Roles") ?? "worker,crawler,web").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            ServerRoles role = word.ToLowerInvariant() switch
            {
                "worker" => ServerRoles.Worker,
                "crawler" => ServerRoles.Crawler,
                "web" => ServerRoles.Web,
                "all" => ServerRoles.All,
                _ => ServerRoles.None,
            };
            if (role == ServerRoles.None)
            {
                _problems.Add($"'{word}' is no role. Roles are worker, crawler and web, parted by commas.");
            }

            roles |= role;
        }

        if (roles == ServerRoles.None && _problems.Count == 0)
        {
            _problems.Add("A server needs a role: worker, crawler or web.");
        }

        return roles;
    }

    private ImmutableArray<string> Watched(string data)
    {
        IConfigurationSection section = _settings.GetSection(Section + ":Watch");
        IEnumerable<string> given = section.Value is { } single
            ? single.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : section.GetChildren().Select(child => child.Value).OfType<string>();
        string[] folders = [.. given.Select(folder => Path.GetFullPath(folder, _current)).Distinct(StringComparer.Ordinal)];
        foreach (string file in folders.Where(File.Exists))
        {
            _problems.Add($"The watched folder '{file}' is a file. Name a folder with --watch.");
        }

        foreach (IGrouping<string, string> same in folders.GroupBy(folder => Path.GetFileName(folder), StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            // Documents are called by the folder's name and what follows.
            _problems.Add($"Two watched folders are called '{same.Key}': {string.Join(", ", same)}. Give one another name.");
        }

        return folders.Length > 0 ? [.. folders] : [Path.Combine(data, "inbox")];
    }

    private int Number(string name, int usual, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        _problems.Add(FormattableString.Invariant($"{Section}:{name} is '{text}'; it must be a whole number from {least} to {most}."));
        return usual;
    }

    private string? Text(string name) => Known(_settings[$"{Section}:{name}"]);

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
