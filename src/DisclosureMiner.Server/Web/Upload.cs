using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>
/// Takes in what is sent, as <c>upload/ID/NAME</c>: files of one name may come from different bodies, and none is a version of the other for that.
/// </summary>
internal sealed class Upload(StoreFactory stores, ContentStore content, ServerOptions options, TimeProvider clock, ILogger<Upload> log)
{
    private const string Origin = "upload";

    /// <summary>Takes a file in. It goes straight to the disk; memory holds a few kilobytes of it, however large it is.</summary>
    /// <param name="sent">The file.</param>
    /// <param name="name">Its name, without folders.</param>
    /// <param name="stop">The sender has gone; then nothing is taken in.</param>
    /// <exception cref="BadHttpRequestException">It is empty or too large.</exception>
    public async Task<TakenIn> Take(Stream sent, string name, CancellationToken stop)
    {
        ContentName kept = await Keep(sent, name, stop);
        if (kept.Bytes == 0)
        {
            throw Asked.Bad($"'{name}' is empty.");
        }

        // Not before it is here: the sender may be slow.
        using DisclosureStore store = stores.Open();
        Receipt receipt = new Intake(store, content, clock).Note(kept, $"{Origin}/{kept.Sha256[..16]}/{name}", Origin);
        log.TookIn(name, receipt.Id, receipt.IsNew);
        return new TakenIn(receipt.Id, receipt.Sha256, name, receipt.IsNew, $"/api/v1/documents/{receipt.Id}", $"/api/v1/work/{receipt.Id}");
    }

    private async Task<ContentName> Keep(Stream sent, string name, CancellationToken stop)
    {
        try
        {
            return await content.KeepAsync(sent, options.MaxUpload, stop);
        }
        catch (ContentTooLargeException)
        {
            throw new BadHttpRequestException(
                $"'{name}' is larger than {options.MaxUpload >> 20} MB, the most that is taken.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}

/// <summary>A file that was taken in.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsNew">Whether these bytes were not there before.</param>
/// <param name="Document">Where the document is when it is mined.</param>
/// <param name="Work">Where to see how far it is.</param>
internal sealed record TakenIn(string Id, string Sha256, string Name, bool IsNew, string Document, string Work);
