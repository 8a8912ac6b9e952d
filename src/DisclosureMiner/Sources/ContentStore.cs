using System.Buffers;
using System.Security.Cryptography;

namespace DisclosureMiner.Sources;

/// <summary>What bytes are called in a <see cref="ContentStore"/>.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Bytes">How many.</param>
/// <param name="IsNew">Whether they were not kept before.</param>
public sealed record ContentName(string Sha256, long Bytes, bool IsNew);

/// <summary>Bytes above the most that are taken.</summary>
/// <param name="most">The most.</param>
public sealed class ContentTooLargeException(long most) : IOException($"More than {most} bytes.")
{
    /// <summary>The most that is taken.</summary>
    public long Most { get; } = most;
}

/// <summary>
/// Original bytes in a folder, each once, named by their SHA-256. What was kept is never changed; several programs, on several
/// machines, may share the folder.
/// </summary>
/// <param name="folder">The folder; it is made when the first bytes come.</param>
public sealed class ContentStore(string folder)
{
    private const int Chunk = 81_920;
    private const string Unfinished = "unfinished";

    /// <summary>Keeps bytes. They are there as a whole or not at all.</summary>
    /// <param name="bytes">Read to its end and not closed.</param>
    /// <param name="most">So many bytes at most.</param>
    /// <param name="stop">Stops; then nothing is kept.</param>
    /// <exception cref="ContentTooLargeException">There are more.</exception>
    /// <exception cref="IOException">They cannot be read or written.</exception>
    public async Task<ContentName> KeepAsync(Stream bytes, long most, CancellationToken stop = default)
    {
        string unfinished = Path.Combine(folder, Unfinished);
        Directory.CreateDirectory(unfinished);
        string temporary = Path.Combine(unfinished, Guid.NewGuid().ToString("N"));
        try
        {
            ContentName name;
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                name = await CopyAsync(bytes, file, most, stop).ConfigureAwait(false);

                // A name in the database must not outlive a power cut that its bytes did not.
                file.Flush(flushToDisk: true);
            }

            string kept = PathOf(name.Sha256);
            if (IsRenewed(kept))
            {
                return name;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Move(temporary, kept, overwrite: true);
            return name with { IsNew = true };
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Where the bytes of that name lie, or would lie.</summary>
    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    /// <summary>Whether bytes of that name are kept.</summary>
    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>
    /// Deletes bytes that nothing names any more, unless somebody has brought them again since that time: he may be about to name them.
    /// </summary>
    /// <returns>Whether they are gone.</returns>
    public bool Delete(string sha256, DateTime broughtBefore)
    {
        var kept = new FileInfo(PathOf(sha256));
        if (!kept.Exists || kept.LastWriteTimeUtc >= broughtBefore)
        {
            return false;
        }

        kept.Delete();
        return true;
    }

    /// <summary>Deletes what was begun before that time and never finished.</summary>
    public void Tidy(DateTime before)
    {
        var unfinished = new DirectoryInfo(Path.Combine(folder, Unfinished));
        foreach (FileInfo file in unfinished.Exists ? unfinished.GetFiles() : [])
        {
            if (file.LastWriteTimeUtc < before)
            {
                file.Delete();
            }
        }
    }

    private static bool IsRenewed(string kept)
    {
        try
        {
            File.SetLastWriteTimeUtc(kept, DateTime.UtcNow);
            return true;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static async Task<ContentName> CopyAsync(Stream from, FileStream to, long most, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            long length = 0;
            while (await from.ReadAsync(buffer, stop).ConfigureAwait(false) is > 0 and var read)
            {
                length += read;
                if (length > most)
                {
                    throw new ContentTooLargeException(most);
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), stop).ConfigureAwait(false);
            }

            return new ContentName(Convert.ToHexStringLower(hash.GetHashAndReset()), length, IsNew: false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
