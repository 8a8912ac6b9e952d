using System.Security.Cryptography;

namespace DisclosureMiner.Server.Ingestion;

/// <summary>Keeps the bytes under their hash, and nothing else.</summary>
internal sealed class FolderIntake(ServerOptions options) : IIntake
{
    private const int IdDigits = 16;

    public async Task<Receipt> Receive(Stream bytes, string fileName, string origin, CancellationToken stop)
    {
        string draft = Path.Combine(Directory.CreateDirectory(options.Incoming).FullName, Guid.NewGuid().ToString("N"));
        try
        {
            string sha256;
            await using (FileStream file = File.Create(draft))
            {
                await bytes.CopyToAsync(file, stop);
                file.Position = 0;
                sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            }

            string folder = Directory.CreateDirectory(Path.Combine(options.Blobs, sha256[..2])).FullName;
            string blob = Path.Combine(folder, sha256);
            bool isNew = !File.Exists(blob);
            if (isNew)
            {
                File.Move(draft, blob, overwrite: true);
            }

            return new Receipt(sha256[..IdDigits], sha256, fileName, isNew);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
