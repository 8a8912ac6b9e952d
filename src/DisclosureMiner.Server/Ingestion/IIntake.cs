namespace DisclosureMiner.Server.Ingestion;

/// <summary>Takes files in, from wherever they come: keeps the bytes and sees to it that they are mined.</summary>
public interface IIntake
{
    /// <summary>Takes a file in. When it returns, the bytes are kept and what is owed for them is noted.</summary>
    /// <param name="bytes">The file, from its first byte.</param>
    /// <param name="fileName">Its name, without folders.</param>
    /// <param name="origin">How it came: <c>upload</c>, <c>watch</c>, <c>crawl</c>.</param>
    /// <param name="stop">Gives up; nothing is kept then.</param>
    Task<Receipt> Receive(Stream bytes, string fileName, string origin, CancellationToken stop);
}

/// <summary>What a file was taken in as.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="FileName">Its name, as given.</param>
/// <param name="IsNew">Whether these bytes were not there before.</param>
public sealed record Receipt(string Id, string Sha256, string FileName, bool IsNew);
