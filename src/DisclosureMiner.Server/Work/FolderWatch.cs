using System.Collections.Immutable;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Work;

/// <summary>
/// Takes in what lies in the watched folders. A file is taken when it has stayed as it is from one look to the next; one that was
/// taken stays where it lies, and is taken again when it changes.
/// </summary>
internal sealed class FolderWatch(
    ServerOptions options, StoreFactory stores, ContentStore content, WorkStatus work, TimeProvider clock, ILogger<FolderWatch> log) : BackgroundService
{
    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _complained = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using DisclosureStore store = stores.Open();
        var intake = new Intake(store, content, clock);
        foreach (string folder in options.Watched)
        {
            Directory.CreateDirectory(folder);
            log.Watches(folder);
        }

        using var timer = new PeriodicTimer(options.Poll);
        do
        {
            foreach (string folder in options.Watched)
            {
                await Look(folder, store, intake, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Look(string folder, DisclosureStore store, Intake intake, CancellationToken stop)
    {
        ImmutableArray<InputFile> files = Directory.Exists(folder)
            ? MinerInput.Find([Path.GetFileName(folder)], Path.GetDirectoryName(folder)!, [options.DataFolder]).Files
            : [];
        foreach (InputFile file in files)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                if (HasSettled(file) is not { } written)
                {
                    continue;
                }

                while (work.IsTooMuch)
                {
                    await Task.Delay(options.Poll, stop);
                }

                await TakeIn(file, written, store, intake, stop);
                _complained.Remove(file.FullPath);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or StoreException)
            {
                // Locked, half written or gone: the next look tries again, and says so once.
                if (_complained.Add(file.FullPath))
                {
                    log.CannotTakeIn(file.Path, problem.Message);
                }
            }
        }
    }

    /// <summary>When it was last written, if it has not changed since the look before and was not taken in as it is.</summary>
    private DateTime? HasSettled(InputFile file)
    {
        var info = new FileInfo(file.FullPath);
        (long, DateTime) now = (info.Length, info.LastWriteTimeUtc);
        bool isSettled = _seen.TryGetValue(file.FullPath, out (long, DateTime) before) && before == now;
        _seen[file.FullPath] = now;
        return isSettled ? info.LastWriteTimeUtc : null;
    }

    private async Task TakeIn(InputFile file, DateTime written, DisclosureStore store, Intake intake, CancellationToken stop)
    {
        string path = Intake.Harmless(file.Path);
        if (store.FindArrival(path) is { } known && known.Written == written && known.Bytes == new FileInfo(file.FullPath).Length)
        {
            return;
        }

        using FileStream bytes = File.OpenRead(file.FullPath);
        Receipt receipt = await intake.ReceiveAsync(bytes, path, "folder", written, stop);
        log.TookIn(file.Path, receipt.Id, receipt.IsNew);
    }
}
