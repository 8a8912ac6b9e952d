using System.CommandLine;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary><c>--sources</c>: the folder of the sources that are crawled.</summary>
internal sealed class SourcesOption
{
    private readonly Option<string?> _folder;
    private readonly Texts _texts;

    public SourcesOption(Command command, Texts texts)
    {
        _texts = texts;
        _folder = new Option<string?>("--sources") { Description = texts.SourcesOption, HelpName = "DIR" };
        command.Add(_folder);
    }

    /// <summary>Reads the sources.</summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    /// <exception cref="PipelineException">Something in a file is wrong.</exception>
    public CrawlSources Load(ParseResult parsed)
    {
        string? folder = parsed.GetValue(_folder);
        return folder is null || Directory.Exists(folder) ? CrawlSources.Load(sources: folder) : throw new UsageException(_texts.NoSuchPath(folder));
    }
}
