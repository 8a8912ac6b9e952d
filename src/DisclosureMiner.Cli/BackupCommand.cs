using System.CommandLine;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>backup</c>: copies a store, and the original bytes, to a folder, while others work on both.</summary>
internal sealed class BackupCommand
{
    private const string Unfinished = ".unfinished";

    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string> _folder;
    private readonly StoreOptions _places;
    private readonly ContentOption _content;

    private BackupCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _folder = new Argument<string>("DIR") { Description = texts.BackupFolder };
        _command = new Command("backup", texts.Backup) { _folder };
        _places = new StoreOptions(_command, texts);
        _content = new ContentOption(_command, texts);
        _command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
    }

    public static Command Build(Screen screen) => new BackupCommand(screen)._command;

    private int Run(ParseResult parsed, CancellationToken stop)
    {
        string db = _places.Db(parsed);
        string folder = OutputFolder.FullPath(parsed.GetRequiredValue(_folder));
        bool isServer = StoreAddress.IsPostgres(db);
        string content = _content.Need(parsed, db);
        string parts = folder + Unfinished;
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UsageException(_screen.Texts.BackupNotEmpty(folder));
        }

        if (Directory.Exists(parts))
        {
            throw new UsageException(_screen.Texts.BackupUnfinished(parts));
        }

        if (folder.StartsWith(OutputFolder.FullPath(content) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UsageException(_screen.Texts.BackupInside(content));
        }

        using DisclosureStore? store = isServer ? null : DisclosureStore.OpenExisting(db);
        using var interruption = new Interruption(() => { }, () => { }, stop);
        OutputFolder.Prepare(parts, _screen.Texts);
        try
        {
            // The database first: what it names was kept before it was named, so the bytes that are copied afterwards are all of them.
            store?.CopyTo(Path.Combine(parts, StoreOptions.DefaultDb));
            (int files, long bytes) = (0, 0L);
            OutputFolder.Writing(parts, _screen.Texts, () =>
            {
                (files, bytes) = Copy(content, Path.Combine(parts, ContentOption.DefaultName), interruption.Token);
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder);
                }

                Directory.Move(parts, folder);
            });
            _screen.Out.WriteLine(_screen.Texts.BackedUp(folder, files, bytes, isServer));
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException)
        {
            Directory.Delete(parts, recursive: true);
            _screen.Error.WriteLine(_screen.Texts.BackupInterrupted);
            return ExitCodes.Interrupted;
        }
        catch
        {
            Directory.Delete(parts, recursive: true);
            throw;
        }
    }

    /// <summary>Copies what is kept under its hash, and nothing that somebody has begun and not finished.</summary>
    private static (int Files, long Bytes) Copy(string from, string to, CancellationToken stop)
    {
        int files = 0;
        long bytes = 0;
        IEnumerable<string> folders = Directory.Exists(from) ? Directory.EnumerateDirectories(from).Where(IsOfHashes).Order(StringComparer.Ordinal) : [];
        foreach (string folder in folders)
        {
            string copy = Path.Combine(to, Path.GetFileName(folder));
            Directory.CreateDirectory(copy);
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles())
            {
                stop.ThrowIfCancellationRequested();
                file.CopyTo(Path.Combine(copy, file.Name));
                files++;
                bytes += file.Length;
            }
        }

        return (files, bytes);
    }

    private static bool IsOfHashes(string folder) => Path.GetFileName(folder) is { Length: 2 } name && name.All(char.IsAsciiHexDigitLower);
}
