using System.CommandLine;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>--content</c>: the folder of original bytes.</summary>
internal sealed class ContentOption
{
    /// <summary>What it is called where nothing else was said.</summary>
    public const string DefaultName = "blobs";

    private readonly Option<string?> _folder;
    private readonly Texts _texts;

    public ContentOption(Command command, Texts texts)
    {
        _texts = texts;
        _folder = new Option<string?>("--content") { Description = texts.Content, HelpName = "DIR" };
        command.Add(_folder);
    }

    /// <summary>The folder: beside the file of the database where nothing else was said; null when that is on a server.</summary>
    public string? Find(ParseResult parsed, string db) => parsed.GetValue(_folder)
        ?? (StoreAddress.IsPostgres(db) ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(db))!, DefaultName));

    /// <summary>The folder, where there has to be one.</summary>
    /// <exception cref="UsageException">It was not named, and the database is on a server.</exception>
    public string Need(ParseResult parsed, string db)
    {
        string folder = Find(parsed, db) ?? throw new UsageException(_texts.ContentNeeded);
        return File.Exists(folder) ? throw new UsageException(_texts.ContentIsFile(folder)) : folder;
    }
}
