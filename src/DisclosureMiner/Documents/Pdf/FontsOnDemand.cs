using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// The resources of a document, with fonts that are read only when text is shown in them, and composite fonts without their
/// programs: what a character means and how wide it is stands in the font's dictionaries (ISO 32000-1, 9.7.4.3), and the
/// outlines of some ten thousand ideographs, which reading needs for nothing, are most of the bytes of many documents.
/// </summary>
internal sealed class FontsOnDemand(IResourceStore store, IPdfTokenScanner scanner) : IResourceStore
{
    private static readonly NameToken[] Programs = [NameToken.FontFile, NameToken.FontFile2, NameToken.FontFile3];

    private readonly Dictionary<DictionaryToken, (DictionaryToken Others, Dictionary<NameToken, IndirectReferenceToken> Fonts)> _parted =
        new(ReferenceEqualityComparer.Instance);

    private readonly Stack<Dictionary<NameToken, IndirectReferenceToken>> _named = [];
    private readonly Dictionary<IndirectReference, IFont?> _fonts = [];

    /// <inheritdoc/>
    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (!_parted.TryGetValue(resourceDictionary, out var parted))
        {
            _parted[resourceDictionary] = parted = Part(resourceDictionary);
        }

        store.LoadResourceDictionary(parted.Others);
        _named.Push(parted.Fonts);
    }

    /// <inheritdoc/>
    public void UnloadResourceDictionary()
    {
        _named.Pop();
        store.UnloadResourceDictionary();
    }

    /// <inheritdoc/>
    public IFont? GetFont(NameToken name)
    {
        foreach (Dictionary<NameToken, IndirectReferenceToken> names in _named)
        {
            if (names.TryGetValue(name, out IndirectReferenceToken? reference))
            {
                return Font(reference);
            }
        }

        return store.GetFont(name);
    }

    /// <inheritdoc/>
    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) =>
        Font(fontReferenceToken) ?? throw new InvalidOperationException($"The font {fontReferenceToken} cannot be read.");

    /// <inheritdoc/>
    public bool TryGetXObject(NameToken name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StreamToken? stream) => store.TryGetXObject(name, out stream);

    /// <inheritdoc/>
    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => store.TryGetXObjectReference(name, out reference);

    /// <inheritdoc/>
    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => store.GetExtendedGraphicsStateDictionary(name);

    /// <inheritdoc/>
    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => store.TryGetNamedColorSpace(name, out namedColorSpace);

    /// <inheritdoc/>
    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => store.GetColorSpaceDetails(name, dictionary);

    /// <inheritdoc/>
    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => store.GetDeviceColorSpaceDetails(deviceColorSpace);

    /// <inheritdoc/>
    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => store.GetMarkedContentPropertiesDictionary(name);

    /// <inheritdoc/>
    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => store.GetPatterns();

    /// <inheritdoc/>
    public Shading GetShading(NameToken name) => store.GetShading(name);

    /// <summary>The resources without the fonts that can be fetched by their references, and these.</summary>
    private (DictionaryToken, Dictionary<NameToken, IndirectReferenceToken>) Part(DictionaryToken resources)
    {
        var fonts = new Dictionary<NameToken, IndirectReferenceToken>();
        if (!resources.TryGet(NameToken.Font, scanner, out DictionaryToken? named))
        {
            return (resources, fonts);
        }

        DictionaryToken direct = named;
        foreach ((string name, IToken font) in named.Data)
        {
            if (font is IndirectReferenceToken reference)
            {
                fonts[NameToken.Create(name)] = reference;
                direct = direct.Without(name);
            }
        }

        return (direct.Data.Count == 0 ? resources.Without(NameToken.Font) : resources.With(NameToken.Font, direct), fonts);
    }

    private IFont? Font(IndirectReferenceToken reference)
    {
        if (!_fonts.TryGetValue(reference.Data, out IFont? font))
        {
            try
            {
                LeaveOutProgram(reference);
                font = store.GetFontDirectly(reference);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                // Text in a font that cannot be read is left out, and the rest of the page is not.
                font = null;
            }

            _fonts[reference.Data] = font;
        }

        return font;
    }

    private void LeaveOutProgram(IndirectReferenceToken reference)
    {
        if (!DirectObjectFinder.TryGet(reference, scanner, out DictionaryToken? font)
            || !font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants)
            || descendants.Length != 1
            || !DirectObjectFinder.TryGet(descendants[0], scanner, out DictionaryToken? descendant)
            || !(descendant.ContainsKey(NameToken.W) || descendant.ContainsKey(NameToken.Dw))
            || !descendant.TryGet(NameToken.FontDescriptor, out IToken held)
            || held is not IndirectReferenceToken place
            || !DirectObjectFinder.TryGet(place, scanner, out DictionaryToken? descriptor))
        {
            return;
        }

        DictionaryToken bare = Programs.Aggregate(descriptor, (token, program) => token.ContainsKey(program) ? token.Without(program) : token);
        if (!ReferenceEquals(bare, descriptor))
        {
            scanner.ReplaceToken(place.Data, bare);
        }
    }
}
