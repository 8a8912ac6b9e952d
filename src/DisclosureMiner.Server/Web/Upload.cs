using DisclosureMiner.Server.Ingestion;

namespace DisclosureMiner.Server.Web;

/// <summary>Takes files of one request in, one after the other, by way of the disk.</summary>
internal sealed class Upload(IIntake intake, ServerOptions options, ILogger log, CancellationToken stop)
{
    private const int BufferSize = 1 << 16;

    /// <summary>The sender has gone.</summary>
    public CancellationToken Stop => stop;

    /// <summary>Takes a file in.</summary>
    /// <exception cref="BadHttpRequestException">It is empty or too large.</exception>
    public async Task<Receipt> Take(Stream sent, string name)
    {
        // What takes it in can then go back to its start, and does not wait for a slow sender.
        await using var file = new FileStream(
            Path.Combine(options.Incoming, Guid.NewGuid().ToString("N") + ".part"),
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        byte[] buffer = new byte[BufferSize];
        for (int count; (count = await sent.ReadAsync(buffer, stop)) > 0;)
        {
            if (file.Length + count > options.MaxUpload)
            {
                throw new BadHttpRequestException(
                    $"'{name}' is larger than {options.MaxUpload >> 20} MB, the most that is taken.", StatusCodes.Status413PayloadTooLarge);
            }

            await file.WriteAsync(buffer.AsMemory(0, count), stop);
        }

        if (file.Length == 0)
        {
            throw Asked.Bad($"'{name}' is empty.");
        }

        file.Position = 0;
        Receipt receipt = await intake.Receive(file, name, "upload", stop);
        log.TookIn(name, receipt.Id, receipt.IsNew);
        return receipt;
    }
}
