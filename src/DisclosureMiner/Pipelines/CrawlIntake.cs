using System.Runtime.InteropServices;
using DisclosureMiner.Sources;
using DisclosureMiner.Sources.Crawling;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// Takes what crawls keep into a store: the bytes to where original bytes are kept, and each file of a publication as something that
/// came in and is to be mined. Any number of crawls may share it.
/// </summary>
/// <param name="store">Where it is noted.</param>
/// <param name="content">Where bytes are kept.</param>
/// <param name="clock">Tells when they came.</param>
public sealed class CrawlIntake(DisclosureStore store, ContentStore content, TimeProvider clock) : ICrawlSink
{
    /// <summary>What <see cref="Arrival.Origin"/> says of files that a crawl brought.</summary>
    public const string Origin = "crawl";

    private readonly Intake _intake = new(store, content, clock);

    /// <inheritdoc/>
    public async Task Keep(CrawlCapture capture, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        using MemoryStream stream = MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        await content.KeepAsync(stream, Intake.MostBytes, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task Publish(CrawledPublication publication, CancellationToken stop)
    {
        foreach (PublicationFile file in publication.Files.Where(IsDocument))
        {
            _intake.Note(new ContentName(file.Sha256, new FileInfo(content.PathOf(file.Sha256)).Length, IsNew: false), CrawlPath.Of(publication.Source, file), Origin);
        }

        return Task.CompletedTask;
    }

    // A format that is not read is told as such among the documents; a page that is nobody's publication is only the way to one.
    private static bool IsDocument(PublicationFile file) => file.MediaType != MediaTypes.Html || file.Role == LinkRole.Page;
}
