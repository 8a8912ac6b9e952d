using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using DisclosureMiner.Documents;
using DisclosureMiner.Sources.Crawling;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>The sources of a pipelines folder, and the words that crawls go by.</summary>
/// <param name="Sources">All sources, by id.</param>
/// <param name="Words">By what stand-ins for documents are told.</param>
public sealed record CrawlSources(ImmutableArray<CrawlSource> Sources, CrawlWords Words)
{
    /// <summary>The source of that id; null when there is none.</summary>
    public CrawlSource? Find(string id) => Sources.FirstOrDefault(source => source.Id == id);

    /// <summary>Reads sources, one to a file (<c>*.yaml</c>).</summary>
    /// <param name="directory">The pipelines folder; null for the one beside the program.</param>
    /// <param name="sources">The folder of the sources; null for <c>sources</c> in the pipelines folder.</param>
    /// <exception cref="PipelineException">A file is wrong; the message gives file, line and column.</exception>
    public static CrawlSources Load(string? directory = null, string? sources = null)
    {
        string pipelines = directory ?? Path.Combine(AppContext.BaseDirectory, "pipelines");
        return CrawlSourceFiles.Read(pipelines, sources ?? Path.Combine(pipelines, "sources"));
    }
}

/// <summary>Reads sources: one to a file.</summary>
internal static partial class CrawlSourceFiles
{
    /// <exception cref="PipelineException">A file is wrong, or an id is used twice.</exception>
    public static CrawlSources Read(string directory, string folder)
    {
        var sources = ImmutableArray.CreateBuilder<CrawlSource>();
        IEnumerable<string> names = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(path => Path.GetFileName(path)!) : [];
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            // Messages name the folder, and the one that it lies in.
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            PipelineFile file = Path.GetDirectoryName(full) is { } above
                ? PipelineFile.Read(above, $"{Path.GetFileName(full)}/{name}")
                : PipelineFile.Read(full, name);
            Entry entry = file.Entry();
            CrawlSource source = SourceOf(entry);
            if (sources.Any(other => other.Id == source.Id))
            {
                throw file.At(entry.Need("id"), $"expected an id of its own, found '{source.Id}' a second time");
            }

            sources.Add(source);
        }

        return new CrawlSources([.. sources.OrderBy(source => source.Id, StringComparer.Ordinal)], WordsOf(directory));
    }

    private static CrawlWords WordsOf(string directory)
    {
        Entry words = PipelineFile.Read(directory, "vocabulary/crawling.yaml").Entry();
        Entry pages = PipelineFile.Read(directory, "vocabulary/pages.yaml").Entry();
        var read = new CrawlWords(
            words.Texts("crawl-challenge-phrases"),
            [.. words.File.ElementsOf(words.Need("crawl-error-titles")).Select(node => PatternOf(words.File, node))],
            words.Texts("crawl-error-phrases"),
            pages.Texts("attachment-extensions").ToFrozenSet(StringComparer.Ordinal));
        words.Close();
        return read;
    }

    private static CrawlSource SourceOf(Entry entry)
    {
        string id = entry.Text("id");
        if (!Name().IsMatch(id))
        {
            throw entry.File.Expected(entry.Need("id"), "small letters, digits and hyphens");
        }

        Entry keep = entry.File.EntryOf(entry.Need("keep"));
        string? encoding = entry.Find("encoding") is null ? null : entry.Choice("encoding", Encodings);
        var source = new CrawlSource(
            id, entry.Text("publisher"), [.. entry.File.ElementsOf(entry.Need("start")).Select(node => AddressOf(entry.File, node, encoding))])
        {
            IsEnabled = entry.Flag("enabled"),
            Follow = Rules(entry, "follow", isCounted: true),
            Pagination = Rules(entry, "pagination", isCounted: true),
            Deny = Rules(entry, "deny", isCounted: false),
            KeepPages = Rules(keep, "pages", isCounted: false),
            KeepFiles = Rules(keep, "files", isCounted: false),
            Attachments = entry.Find("attachments") is null ? null : Rules(entry, "attachments", isCounted: false),
            Hosts = Matching(entry, "hosts", HostName(), "the name of a host, such as www.example.gov.cn or *.example.gov.cn"),
            AllowPrivate = Matching(entry, "allow-private", HostAndPort(), "a host with its port, such as 10.0.0.5:8080"),
            Types = entry.Find("types") is null ? CrawlSource.KeptTypes : entry.Texts("types"),
            Limits = LimitsOf(entry),
            Schedule = ScheduleOf(entry),
            Politeness = PolitenessOf(entry),
            Genres = Matching(entry, "genres", null, "one of " + string.Join(", ", Genre.All)),
            Encoding = encoding,
            Version = VersionOf(entry.File.Bytes),
        };
        if (source.Start.IsEmpty)
        {
            throw entry.File.Expected(entry.Need("start"), "at least one address");
        }

        if (source.KeepPages.IsEmpty && source.KeepFiles.IsEmpty)
        {
            throw entry.File.At(keep.Node, "expected a rule under 'pages' or 'files', or nothing is ever kept");
        }

        (int? least, int? most) = ExpectedOf(entry);
        keep.Close();
        entry.Close();
        return source with { Least = least, Most = most };
    }

    private static readonly Dictionary<string, string> Encodings = new[] { "utf-8", "gb18030", "big5" }.ToDictionary(name => name, StringComparer.Ordinal);

    private static ImmutableArray<LinkRule> Rules(Entry entry, string key, bool isCounted)
    {
        var rules = ImmutableArray.CreateBuilder<LinkRule>();
        foreach (Entry rule in entry.Entries(key))
        {
            Regex? url = rule.Find("url") is { } urlNode ? PatternOf(entry.File, urlNode) : null;
            Regex? text = rule.Find("text") is { } textNode ? PatternOf(entry.File, textNode) : null;
            string? within = rule.TextOrNull("within");
            if (within is not null && new CssSelectorParser().ParseSelector(within) is null)
            {
                throw entry.File.Expected(rule.Need("within"), "a CSS selector");
            }

            if (url is null && text is null && within is null)
            {
                throw entry.File.At(rule.Node, "expected one of the keys text, url, within: a rule without any would fit every link");
            }

            int limit = isCounted && rule.Find("pages") is not null ? rule.Number("pages", 1, 100_000) : LinkRule.UsualLimit;
            rule.Close();
            rules.Add(new LinkRule(url, text, within, limit));
        }

        return rules.ToImmutable();
    }

    private static CrawlLimits LimitsOf(Entry entry)
    {
        var usual = new CrawlLimits();
        if (entry.Find("limits") is not { } node)
        {
            return usual;
        }

        Entry limits = entry.File.EntryOf(node);
        var read = new CrawlLimits(
            limits.NumberOr("depth", 0, 100, usual.Depth),
            limits.NumberOr("lists", 1, 1_000_000, usual.Lists),
            limits.NumberOr("publications", 1, 10_000_000, usual.Publications),
            limits.NumberOr("attachments", 0, 100_000, usual.Attachments));
        limits.Close();
        return read;
    }

    private static CrawlSchedule? ScheduleOf(Entry entry)
    {
        if (entry.Find("schedule") is not { } node)
        {
            return null;
        }

        Entry schedule = entry.File.EntryOf(node);
        string cron = schedule.Text("cron"), zone = schedule.TextOrNull("zone") ?? CrawlSchedule.UsualZone;
        ImmutableArray<int> season = schedule.Numbers("months", 1, 12);
        int silent = schedule.NumberOr("silent-nights", 0, 10_000, 0);
        schedule.Close();
        try
        {
            return CrawlSchedule.Of(cron, zone, season, silent);
        }
        catch (FormatException problem)
        {
            throw new PipelineException(entry.File.PlaceOf(schedule.Need("cron")), $"expected five fields of cron such as '15 2 * * *' (minute, hour, day, month, weekday): {problem.Message}", problem);
        }
        catch (TimeZoneNotFoundException problem)
        {
            throw new PipelineException(entry.File.PlaceOf(schedule.Need("zone")), $"expected a time zone such as Asia/Shanghai, found '{zone}'", problem);
        }
    }

    private static Politeness PolitenessOf(Entry entry)
    {
        Entry manners = entry.File.EntryOf(entry.Need("politeness"));
        var usual = new Politeness();
        string agent = manners.TextOrNull("agent") ?? usual.Agent, contact = manners.Text("contact");
        if (!Product().IsMatch(agent))
        {
            throw entry.File.Expected(manners.Need("agent"), "a product token of letters, hyphens and underscores, by which robots.txt may name the crawler");
        }

        if (!Contact().IsMatch(contact))
        {
            throw entry.File.Expected(manners.Need("contact"), "an address of mail or of a page in ASCII, where publishers reach whoever runs the crawl");
        }

        var read = new Politeness
        {
            Agent = agent,
            Contact = contact,
            Delay = manners.TimeOr("delay", usual.Delay),
            Jitter = manners.TimeOr("jitter", usual.Jitter),
            Timeout = manners.TimeOr("timeout", usual.Timeout),
            Longest = manners.TimeOr("longest", usual.Longest),
            LongestWait = manners.TimeOr("longest-wait", usual.LongestWait),
            Tries = manners.NumberOr("tries", 1, 20, usual.Tries),
            MaximumBytes = manners.SizeOr("maximum", usual.MaximumBytes),
            Redirects = manners.NumberOr("redirects", 0, 20, usual.Redirects),
        };
        manners.Close();
        return read;
    }

    private static (int? Least, int? Most) ExpectedOf(Entry entry)
    {
        if (entry.Find("expect") is not { } node)
        {
            return (null, null);
        }

        Entry expected = entry.File.EntryOf(node);
        int? least = expected.Find("least") is null ? null : expected.Number("least", 0, 10_000_000);
        int? most = expected.Find("most") is null ? null : expected.Number("most", least ?? 0, 10_000_000);
        expected.Close();
        return (least, most);
    }

    private static ImmutableArray<string> Matching(Entry entry, string key, Regex? pattern, string what)
    {
        foreach (YamlNode node in entry.Find(key) is { } list ? entry.File.ElementsOf(list) : [])
        {
            string text = entry.File.TextOf(node);
            if (pattern is null ? !Genre.All.Contains(text) : !pattern.IsMatch(text))
            {
                throw entry.File.Expected(node, what);
            }
        }

        return entry.Texts(key);
    }

    // What stands behind the question mark is sent as a page of the site would send it.
    private static Uri AddressOf(PipelineFile file, YamlNode node, string? encoding) =>
        Uri.TryCreate(file.TextOf(node), UriKind.Absolute, out Uri? address) && Addresses.Resolve(address, file.TextOf(node), encoding ?? "utf-8") is { } start
            ? start
            : throw file.Expected(node, "an address that begins with http:// or https://");

    private static Regex PatternOf(PipelineFile file, YamlNode node)
    {
        try
        {
            return LinkRule.Pattern(file.TextOf(node));
        }
        catch (RegexParseException problem)
        {
            throw new PipelineException(file.PlaceWithin(node, problem.Offset), $"expected a regular expression: {problem.Message}", problem);
        }
        catch (NotSupportedException problem)
        {
            throw new PipelineException(file.PlaceOf(node), "expected a regular expression without looking ahead or behind and without back-references; use 'deny' for what is not meant", problem);
        }
    }

    private static string VersionOf(byte[] bytes) =>
        // Line ends differ between checkouts of one and the same file.
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n"))))[..16];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$")]
    private static partial Regex HostName();

    [GeneratedRegex(@"^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}$")]
    private static partial Regex HostAndPort();

    [GeneratedRegex("^[A-Za-z_-]+$")]
    private static partial Regex Product();

    [GeneratedRegex("^[!-~]*[@:][!-~]+$")]
    private static partial Regex Contact();
}
