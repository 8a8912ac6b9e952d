using DisclosureMiner.Sources;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// Takes in what crawls keep: bytes at once, and each file of a publication as a document that is owed. One address is one path, so a
/// file that is replaced under its address is a revision of the one before.
/// </summary>
/// <param name="store">Where it is noted.</param>
/// <param name="content">Where bytes are kept.</param>
/// <param name="clock">Tells when they came.</param>
public sealed class CrawlIntake(DisclosureStore store, ContentStore content, TimeProvider clock) : ICrawlSink
{
    private const string Origin = "crawl";

    /// <inheritdoc/>
    public async Task Keep(CrawlCapture capture, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        using Stream stream = new MemoryStream(bytes.ToArray(), writable: false);
        await content.KeepAsync(stream, Intake.MostBytes, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task Publish(CrawledPublication publication, CancellationToken stop)
    {
        foreach (PublicationFile file in publication.Files)
        {
            long length = new FileInfo(content.PathOf(file.Sha256)).Length;
            store.Arrive(new Arrival(PathOf(publication.Source, file), file.Sha256, length, Origin, clock.GetUtcNow()));
        }

        return Task.CompletedTask;
    }

    /// <summary>The path of a file: the source and the address, with the extension that tells what it is.</summary>
    internal static string PathOf(string source, PublicationFile file)
    {
        var address = new Uri(file.Address);
        string host = address.IsDefaultPort ? address.Host : FormattableString.Invariant($"{address.Host}_{address.Port}");
        string path = Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/');

        // Characters that some file systems refuse.
        string query = string.Concat(address.Query.TrimStart('?').Select(letter => "<>:\"|?*/\\".Contains(letter, StringComparison.Ordinal) ? '_' : letter));
        string extension = Path.GetExtension(file.Name);
        string whole = $"{Origin}/{source}/{host}/{path}{(query.Length == 0 ? "" : "_" + query)}";
        return Intake.Harmless(whole.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? whole : whole + extension);
    }
}
