using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>What became of bytes that came in.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Bytes">How many.</param>
/// <param name="Path">Their name in outputs.</param>
/// <param name="IsNew">Whether these bytes were not there before.</param>
public sealed record Receipt(string Id, string Sha256, long Bytes, string Path, bool IsNew);

/// <summary>
/// The one way in for everything that is to be mined in the background: bytes are kept first, then it is noted where they came from and
/// that they are owed. Whoever dies in between leaves bytes that nobody asks for, and never a debt without bytes.
/// </summary>
/// <param name="store">Where it is noted.</param>
/// <param name="content">Where bytes are kept.</param>
/// <param name="clock">Tells when they came.</param>
public sealed class Intake(DisclosureStore store, ContentStore content, TimeProvider clock)
{
    /// <summary>Published disclosures are below 200 MB.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    private const int LongestName = 200;

    /// <summary>Takes bytes in. The same bytes under the same path change nothing.</summary>
    /// <param name="bytes">Read to its end and not closed.</param>
    /// <param name="path">Their name; made relative and harmless.</param>
    /// <param name="origin"><c>folder</c>, <c>upload</c>, <c>crawl</c> or <c>command</c>.</param>
    /// <param name="written">When a file was last written.</param>
    /// <param name="stop">Stops; then nothing was taken in.</param>
    /// <exception cref="ContentTooLargeException">There are more than <see cref="MostBytes"/>.</exception>
    /// <exception cref="IOException">They cannot be read or kept.</exception>
    /// <exception cref="StoreException">It could not be noted.</exception>
    public async Task<Receipt> ReceiveAsync(Stream bytes, string path, string origin, DateTime? written = null, CancellationToken stop = default)
    {
        ContentName name = await content.KeepAsync(bytes, MostBytes, stop).ConfigureAwait(false);
        return Note(name, path, origin, written);
    }

    /// <summary>Notes that bytes came in that are kept already. The same bytes under the same path change nothing.</summary>
    /// <param name="name">What the bytes are called where they are kept.</param>
    /// <param name="path">Their name; made relative and harmless.</param>
    /// <param name="origin"><c>folder</c>, <c>upload</c>, <c>crawl</c> or <c>command</c>.</param>
    /// <param name="written">When a file was last written.</param>
    /// <exception cref="StoreException">It could not be noted.</exception>
    public Receipt Note(ContentName name, string path, string origin, DateTime? written = null)
    {
        string harmless = Harmless(path);
        store.Arrive(new Arrival(harmless, name.Sha256, name.Bytes, origin, clock.GetUtcNow(), written));
        return new Receipt(name.Sha256[..16], name.Sha256, name.Bytes, harmless, name.IsNew);
    }

    /// <summary>A path that leads nowhere else: relative, with forward slashes, without <c>..</c> and control characters.</summary>
    public static string Harmless(string path)
    {
        string[] parts =
        [
            .. path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(part => part is not ("." or ".."))
                .Select(part => string.Concat(part.Where(letter => !char.IsControl(letter))))
                .Where(part => part.Length > 0)
                .Select(part => part.Length <= LongestName ? part : part[..(LongestName / 2)] + part[^(LongestName / 2)..]),
        ];
        return parts.Length == 0 ? "unnamed" : string.Join('/', parts);
    }
}
