using System.Collections.Immutable;
using System.Security.Cryptography;
using DisclosureMiner.Findings;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Pipelines;

/// <summary>A document to be, known by its bytes, or a file of which nothing can come.</summary>
/// <param name="Inputs">The files with these bytes, in order of their paths.</param>
/// <param name="Sha256">Of the bytes; empty when they could not be had.</param>
/// <param name="Bytes">How many they are.</param>
/// <param name="Refusal">What becomes of it when it need not be looked into.</param>
internal sealed record Candidate(ImmutableArray<InputFile> Inputs, string Sha256, long Bytes, MinedDocument? Refusal)
{
    // Published disclosures are below 200 MB; a film that lies in the folder must not be read into memory.
    private const long LargestFile = 512L * 1024 * 1024;

    public string Id => Refusal?.Id ?? Sha256[..16];

    public string Path => Inputs[0].Path;

    /// <summary>Its name while its bytes have not been looked into.</summary>
    public FileIdentity File => new(Path, Sha256, MediaTypes.Unknown);

    /// <summary>Whether its bytes could not be had.</summary>
    public bool IsUnreadable => Sha256.Length == 0;

    /// <summary>Looks at the bytes without keeping them.</summary>
    public static Candidate Identify(InputFile input)
    {
        try
        {
            if (input.Problem is not null)
            {
                return Unread(input, input.Problem);
            }

            // What has no length is not opened: it is empty, or it is a pipe that would never end.
            long length = new FileInfo(input.FullPath).Length;
            using Stream stream = length == 0 ? Stream.Null : System.IO.File.OpenRead(input.FullPath);
            var candidate = new Candidate([input], Convert.ToHexStringLower(SHA256.HashData(stream)), length, null);
            return length > LargestFile ? candidate with { Refusal = Refusals.TooLarge(candidate.File, length) } : candidate;
        }
        catch (Exception problem) when (Unreadable.Covers(problem))
        {
            return Unread(input, problem);
        }
    }

    /// <summary>The same files as one document each time that their bytes are the same; by the order of the first.</summary>
    public static ImmutableArray<Candidate> Merge(IEnumerable<Candidate> candidates) =>
    [
        .. candidates.GroupBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Select(same => same.First() with { Inputs = [.. same.SelectMany(candidate => candidate.Inputs)] }),
    ];

    /// <summary>Reads the bytes.</summary>
    /// <exception cref="UnreadException">They cannot be had, or are no longer those that it is known by.</exception>
    public SourceFile Read()
    {
        try
        {
            SourceFile file = Bytes == 0 ? SourceFile.From(Inputs[0].FullPath, default) : SourceFile.Read(Inputs[0].FullPath);
            return file.Sha256 == Sha256 ? file : throw new ChangedFileException();
        }
        catch (Exception problem) when (Unreadable.Covers(problem))
        {
            throw new UnreadException(problem);
        }
    }

    private static Candidate Unread(InputFile input, Exception problem) => new([input], "", 0, Unreadable.Of(input.Path, problem));
}
