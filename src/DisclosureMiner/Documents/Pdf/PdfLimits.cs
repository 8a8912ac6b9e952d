using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// What one PDF may unfold to, far beyond any that is published: kilobytes that inflate to gigabytes, forms that draw forms that
/// draw forms. PdfPig bounds how deep things nest, and nothing else; every stream that it opens passes here. What a limit stops is
/// a page that cannot be read, or a document of which none can.
/// </summary>
internal sealed class PdfLimits : IFilterProvider
{
    // The largest streams that are looked into are whole fonts of Chinese, up to 30 MB.
    private const int LargestStream = 64 * 1024 * 1024;
    private const long MostBytes = 4L * 1024 * 1024 * 1024;
    private const int MostStreamsOfPage = 50_000;
    private const int MostFilters = 8;

    // Characters, painted shapes and saved states; the densest pages that are published have some ten thousand.
    private const int MostMarksOfPage = 500_000;

    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;
    private long _bytes;
    private int _streams;
    private int _marks;

    /// <summary>Whether something was stopped.</summary>
    public bool AreExceeded { get; private set; }

    /// <summary>Another page follows.</summary>
    public void BeginPage() => _streams = _marks = 0;

    /// <summary>The page draws something, or begins a form.</summary>
    /// <exception cref="InvalidDataException">It has done so too often.</exception>
    public void CountMark() => Need(++_marks <= MostMarksOfPage);

    /// <summary>Looks over the character maps in bytes as they are: PdfPig asks for no filter where a stream names none.</summary>
    /// <exception cref="InvalidDataException">They have more codes than there are characters.</exception>
    public void NeedSensibleRanges(ReadOnlySpan<byte> bytes) => Need(CharacterMapRanges.AreSensible(bytes));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken streamDictionary) => Within(_filters.GetFilters(streamDictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Within(_filters.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => _filters.GetAllFilters();

    private IReadOnlyList<IFilter> Within(IReadOnlyList<IFilter> filters)
    {
        Need(++_streams <= MostStreamsOfPage && filters.Count <= MostFilters);
        return [.. filters.Select(filter => new Bounded(filter, this))];
    }

    private void Need(bool holds)
    {
        if (!holds)
        {
            AreExceeded = true;
            throw new InvalidDataException("The file unfolds to more than any document does.");
        }
    }

    /// <summary>A filter that is asked first how much it would give.</summary>
    private sealed class Bounded(IFilter filter, PdfLimits limits) : IFilter
    {
        // The most that a byte can become, by the formats.
        private const int Inflated = 1032, Run = 64;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            limits.Need(filter switch
            {
                FlateFilter => (long)input.Length * Inflated <= LargestStream || InflatesWithin(input, LargestStream),
                RunLengthFilter => (long)input.Length * Run <= LargestStream,
                _ => true,
            });
            Memory<byte> output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            limits._bytes += output.Length;
            limits.Need(output.Length <= LargestStream && limits._bytes <= MostBytes);
            limits.NeedSensibleRanges(output.Span);
            return output;
        }

        private static bool InflatesWithin(Memory<byte> input, int most)
        {
            using var inflated = new DeflateStream(new MemoryStream([.. input.Span[Math.Min(2, input.Length)..]]), CompressionMode.Decompress);
            var block = new byte[64 * 1024];
            try
            {
                for (int read; most >= 0 && (read = inflated.Read(block)) > 0; most -= read)
                {
                }
            }
            catch (InvalidDataException)
            {
                // Damaged from here on; the filter keeps what came before.
            }

            return most >= 0;
        }
    }
}
