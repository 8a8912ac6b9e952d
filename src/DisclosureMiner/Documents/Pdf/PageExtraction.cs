using System.Collections.Immutable;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Gathers from a page what a reader of it can see.</summary>
/// <param name="number">Physical page.</param>
/// <param name="width">Width as displayed.</param>
/// <param name="height">Height as displayed.</param>
internal sealed class PageExtraction(int number, double width, double height)
{
    // A picture that fills this much of the page is the page.
    private const double WholePage = 0.6;

    // Text that a clip hides is not on the page: a spreadsheet exports a tall cell again on every page it covers.
    // A character that shows less than this is hidden by its clip.
    private const double LeastShown = 0.05;

    // A cell that is too narrow cuts the last character of its text at the side; its height is whole.
    private const double WholeWidth = 0.9;

    private readonly List<Glyph>[] _glyphs = [[], [], [], []];
    private readonly List<IFont>[] _fonts = [[], [], [], []];
    private readonly List<CutGlyph>[] _cut = [[], [], [], []];
    private int _aslant;
    private int _hidden;
    private int _pictures;
    private bool _isPicture;
    private (int Sequence, Turn Turn) _last = (-1, Turn.None);

    /// <summary>Height as displayed.</summary>
    public double Height => height;

    /// <summary>The lines.</summary>
    public Rulings Rulings { get; } = new();

    /// <summary>Adds a character, unless nobody can see it.</summary>
    /// <param name="text">What it means.</param>
    /// <param name="font">What it is set in.</param>
    /// <param name="shape">Where it stands.</param>
    /// <param name="mode">Whether it is inked.</param>
    /// <param name="sequence">Which piece of text it belongs to.</param>
    /// <param name="clip">What can be drawn on.</param>
    public void Add(string text, IFont font, in GlyphShape shape, TextRenderingMode mode, int sequence, Clip clip)
    {
        if (text.Length == 0)
        {
            return;
        }

        bool isRead = clip.ShareOf(shape.Ink(height)) >= LeastShown;
        AddCut(text, shape, mode, clip, isRead);
        if (!isRead)
        {
            return;
        }

        if (mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
        {
            _hidden++;
        }

        if (shape.Turn is not { } turn)
        {
            _aslant++;
            return;
        }

        List<Glyph> glyphs = _glyphs[(int)turn];
        if (text[0] is >= '\u0300' and <= '\u036F' && _last == (sequence, turn) && glyphs.Count > 0)
        {
            // An accent that is drawn over the letter before it.
            glyphs[^1] = glyphs[^1] with { Text = glyphs[^1].Text + text };
            return;
        }

        // A character of no size, or of one beyond all, shows nothing.
        if (IsOnPage(shape) && GlyphOf(text, shape, new Upright(turn, width, height)) is { Size: > 0 and < double.PositiveInfinity } glyph)
        {
            glyphs.Add(glyph);
            _fonts[(int)turn].Add(font);
            _last = (sequence, turn);
        }
    }

    private void AddCut(string text, in GlyphShape shape, TextRenderingMode mode, Clip clip, bool isRead)
    {
        Box body = shape.Body(height);
        if (shape.Turn is not { } turn || mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip || string.IsNullOrWhiteSpace(text) || clip.Holds(body))
        {
            return;
        }

        var upright = new Upright(turn, width, height);
        Box whole = upright.Read(body);
        double tall = whole.Y1 - whole.Y0, wide = whole.X1 - whole.X0;
        foreach (Box shown in clip.Pieces(body).Select(upright.Read).Where(piece => piece.X1 - piece.X0 >= WholeWidth * wide))
        {
            _cut[(int)turn].Add(new CutGlyph(GlyphOf(text, shape, upright), (shown.Y0 - whole.Y0) / tall, (shown.Y1 - whole.Y0) / tall, isRead));
        }
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="area">How much it covers, in square points.</param>
    public void AddPicture(double area)
    {
        _pictures++;
        _isPicture |= area > WholePage * width * height;
    }

    /// <summary>What was gathered, held so that most of it stands upright.</summary>
    public PageContent Content()
    {
        Turn turn = Enum.GetValues<Turn>().MaxBy(side => _glyphs[(int)side].Count(glyph => !glyph.IsSpace));
        List<Glyph> glyphs = _glyphs[(int)turn];
        MarkNonsense(glyphs, _fonts[(int)turn]);
        var upright = new Upright(turn, width, height);
        (ImmutableArray<Ruling> horizontal, ImmutableArray<Ruling> vertical) = Rulings.Read(upright);
        int turned = _aslant + _glyphs.Where(others => others != glyphs).Sum(others => others.Count);
        return new PageContent(
            number, upright.Size.Width, upright.Size.Height, Doubles.Without(glyphs), horizontal, vertical, TrustOf(glyphs), turned)
        {
            Upright = upright,
            CutLines = CutLines.Of(_cut[(int)turn], glyphs),
        };
    }

    // A font's key that is none (each code for itself) gives nonsense, and none of it can be trusted.
    private static void MarkNonsense(List<Glyph> glyphs, List<IFont> fonts)
    {
        foreach (IGrouping<IFont, int> font in Enumerable.Range(0, glyphs.Count).GroupBy(i => fonts[i]))
        {
            if (!Legibility.IsLegible(font.Select(i => glyphs[i].Text)))
            {
                foreach (int i in font)
                {
                    glyphs[i] = glyphs[i] with { Text = Legibility.Unreadable };
                }
            }
        }
    }

    private bool IsOnPage(in GlyphShape shape)
    {
        Box em = shape.Em(height);
        double x = (em.X0 + em.X1) / 2, y = (em.Y0 + em.Y1) / 2;
        return x >= 0 && x <= width && y >= 0 && y <= height;
    }

    private Glyph GlyphOf(string text, in GlyphShape shape, Upright upright)
    {
        Box em = upright.Read(shape.Em(height));
        double tall = em.Y1 - em.Y0;
        double size = tall > 0 && (shape.PointSize < tall / 3 || shape.PointSize > tall * 3) ? tall * 0.9 : shape.PointSize;
        return new Glyph(text, new Box(Round(em.X0), Round(em.Y0), Round(em.X1), Round(em.Y1)), upright.Read(shape.Origin(height)).Y0, size);
    }

    // Hundredths of a point are finer than any printer.
    private static double Round(double value) => Math.Round(value, 2);

    private PageTrust TrustOf(List<Glyph> glyphs)
    {
        int inked = glyphs.Count(glyph => !glyph.IsSpace);
        return inked == 0 ? (_pictures > 0 ? PageTrust.Picture : PageTrust.Blank)
            : _hidden * 2 > inked || _isPicture ? PageTrust.Recognised
            : glyphs.Count(glyph => glyph.Text == Legibility.Unreadable) * 2 > inked ? PageTrust.Undecodable
            : PageTrust.Text;
    }
}
