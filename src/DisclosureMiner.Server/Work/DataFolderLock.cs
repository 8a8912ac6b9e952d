namespace DisclosureMiner.Server.Work;

/// <summary>Keeps a second server from a data folder with a SQLite file, which one process works on.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream? _file;

    /// <exception cref="ServerOptionsException">Another server has it.</exception>
    public DataFolderLock(ServerOptions options)
    {
        if (options.Postgres is not null)
        {
            return;
        }

        try
        {
            _file = new FileStream(Path.Combine(options.DataFolder, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new ServerOptionsException(
                [$"Another server works on '{options.DataFolder}'. Stop it, name another folder with --data, or share a PostgreSQL database with --postgres."]);
        }
    }

    public void Dispose() => _file?.Dispose();
}
