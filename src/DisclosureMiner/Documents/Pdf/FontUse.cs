using UglyToad.PdfPig.PdfFonts;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Which fonts a page is set in, and whether what they give makes sense: a key that is none (each code for itself) gives nonsense.</summary>
internal sealed class FontUse
{
    private readonly List<List<string>> _texts = [];
    private readonly Dictionary<IFont, int> _places = new(ReferenceEqualityComparer.Instance);
    private IFont? _last;
    private int _lastPlace;

    /// <summary>Notes a character.</summary>
    /// <param name="font">Its font.</param>
    /// <param name="text">What the font gives for it.</param>
    /// <returns>The number of the font on this page.</returns>
    public int Note(IFont font, string text)
    {
        if (!ReferenceEquals(font, _last))
        {
            _last = font;
            if (!_places.TryGetValue(font, out _lastPlace))
            {
                _places[font] = _lastPlace = _texts.Count;
                _texts.Add([]);
            }
        }

        _texts[_lastPlace].Add(text);
        return _lastPlace;
    }

    /// <summary>The numbers of the fonts that give nonsense.</summary>
    public IReadOnlySet<int> Nonsense() => Enumerable.Range(0, _texts.Count).Where(font => !Legibility.IsLegible(_texts[font])).ToHashSet();
}
