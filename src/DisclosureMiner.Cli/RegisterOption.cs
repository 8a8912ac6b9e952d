using System.CommandLine;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>--register</c>: the register to use, or the one that lies in a given folder.</summary>
internal sealed class RegisterOption
{
    private readonly Option<string?> _file;
    private readonly Texts _texts;

    public RegisterOption(Command command, Texts texts, string? description = null)
    {
        _texts = texts;
        _file = new Option<string?>("--register") { Description = description ?? texts.RegisterOption, HelpName = "FILE" };
        command.Add(_file);
    }

    /// <summary>The files that are registers and no disclosures: those that lie directly in given folders, and the one that was named.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="paths">Files and folders as given.</param>
    public string[] Files(ParseResult parsed, IEnumerable<string> paths) => [.. InFolders(paths).Concat(new[] { parsed.GetValue(_file) }.OfType<string>())];

    /// <summary>The file to use; null for none.</summary>
    /// <exception cref="UsageException">It is not there, or there are several.</exception>
    public string? File(ParseResult parsed, IEnumerable<string> paths)
    {
        if (parsed.GetValue(_file) is { } named)
        {
            return System.IO.File.Exists(named) ? named : throw new UsageException(_texts.NoSuchPath(named));
        }

        string[] found = [.. InFolders(paths).DistinctBy(Path.GetFullPath)];
        return found.Length <= 1 ? found.FirstOrDefault() : throw new UsageException(_texts.SeveralRegisters(string.Join(", ", found)));
    }

    /// <summary>The file to use with a store: the one that was named, or that lies beside the file of the database, as in the data folder of a server.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
    public string? FileFor(ParseResult parsed, string db) => File(parsed, StoreAddress.IsPostgres(db) ? [] : [Path.GetDirectoryName(Path.GetFullPath(db))!]);

    private static IEnumerable<string> InFolders(IEnumerable<string> paths) =>
        paths.Where(Directory.Exists).Select(folder => Path.Combine(folder, RegisterFile.Name)).Where(System.IO.File.Exists);
}
