using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>
/// Goes through the content stream of a page once and keeps what a reader of the page sees: characters, and lines along its sides.
/// No outline is looked at, no picture decoded, no shape kept.
/// </summary>
internal sealed class ContentInterpreter : BaseStreamProcessor<PageContent>
{
    private readonly PageExtraction _page;
    private readonly FontKeys _keys;
    private readonly PdfLimits? _limits;
    private readonly DrawnPath _path = new();
    private readonly Stack<Clip> _clips = [];
    private Clip _clip;

    public ContentInterpreter(
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions parsingOptions,
        FontKeys keys)
        : base(pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, parsingOptions)
    {
        _keys = keys;
        _limits = parsingOptions.FilterProvider as PdfLimits;
        PdfRectangle visible = cropBox.GetVisibleBounds(rotation);
        _page = new PageExtraction(pageNumber, visible.Width, visible.Height);
        _clip = Clip.To(new Box(0, 0, visible.Width, visible.Height));
    }

    /// <inheritdoc/>
    public override PageContent Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return _page.Content();
    }

    /// <inheritdoc/>
    public override void PushState()
    {
        _limits?.CountMark();
        base.PushState();
        _clips.Push(_clip);
    }

    /// <inheritdoc/>
    public override void PopState()
    {
        base.PopState();
        if (_clips.TryPop(out Clip? clip))
        {
            _clip = clip;
        }
    }

    /// <inheritdoc/>
    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        _limits?.CountMark();
        var shape = new GlyphShape(
            renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix),
            characterBoundingBox.Width,
            LineExtent.Of(font.GetDescent(), font.GetAscent()),
            pointSize);
        _page.Add(_keys.MeaningOf(font, code, unicode), font, shape, currentState.FontState.TextRenderingMode, TextSequence, _clip);
    }

    /// <inheritdoc/>
    public override void BeginSubpath()
    {
        // A subpath begins where it is moved to.
    }

    /// <inheritdoc/>
    public override PdfPoint? CloseSubpath()
    {
        _path.Close();
        return null;
    }

    /// <inheritdoc/>
    public override void MoveTo(double x, double y) => _path.MoveTo(CurrentPosition = OnPage(x, y));

    /// <inheritdoc/>
    public override void LineTo(double x, double y) => _path.LineTo(CurrentPosition = OnPage(x, y));

    /// <inheritdoc/>
    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        PdfPoint start = CurrentPosition;
        _path.CurveTo(start, OnPage(x2, y2), CurrentPosition = OnPage(x3, y3));
    }

    /// <inheritdoc/>
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        _path.CurveTo(OnPage(x1, y1), OnPage(x2, y2), CurrentPosition = OnPage(x3, y3));

    /// <inheritdoc/>
    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        _path.Close();
    }

    /// <inheritdoc/>
    public override void StrokePath(bool close) => Paint(close, isFilled: false, isStroked: true);

    /// <inheritdoc/>
    public override void FillPath(FillingRule fillingRule, bool close) => Paint(close, isFilled: true, isStroked: false);

    /// <inheritdoc/>
    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(close, isFilled: true, isStroked: true);

    /// <inheritdoc/>
    public override void EndPath() => _path.Clear();

    /// <inheritdoc/>
    public override void ClosePath() => _path.Clear();

    /// <inheritdoc/>
    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
        _path.EndSubpath();
        _clip = _clip.Intersect(_path.Boxes);
    }

    /// <inheritdoc/>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        _path.Clear();
        Rectangle(rectangle.Left, rectangle.Bottom, rectangle.Width, rectangle.Height);
        ModifyClippingIntersect(clippingRule);
        _path.Clear();
    }

    /// <inheritdoc/>
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => AddPicture();

    /// <inheritdoc/>
    public override void EndInlineImage(Memory<byte> bytes)
    {
        InlineImageBuilder = null;
        AddPicture();
    }

    /// <inheritdoc/>
    protected override void RenderInlineImage(InlineImage inlineImage) => AddPicture();

    /// <inheritdoc/>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        // Marks say nothing of what shows.
    }

    /// <inheritdoc/>
    public override void EndMarkedContent()
    {
        // Marks say nothing of what shows.
    }

    /// <inheritdoc/>
    public override void PaintShading(NameToken shadingName)
    {
        // A gradient has no lines.
    }

    private void Paint(bool close, bool isFilled, bool isStroked)
    {
        _limits?.CountMark();
        if (close)
        {
            _path.Close();
        }

        _path.EndSubpath();
        if (isStroked)
        {
            _page.Rulings.AddStroke(_path, GetCurrentState().CurrentStrokingColor, _clip);
        }
        else if (isFilled)
        {
            _page.Rulings.AddFill(_path, GetCurrentState().CurrentNonStrokingColor, _clip);
        }

        _path.Clear();
    }

    // A picture is painted into the unit square.
    private void AddPicture()
    {
        TransformationMatrix matrix = CurrentTransformationMatrix;
        _page.AddPicture(Math.Abs((matrix.A * matrix.D) - (matrix.B * matrix.C)));
    }

    private PdfPoint OnPage(double x, double y)
    {
        (double shownX, double shownY) = CurrentTransformationMatrix.Transform(x, y);
        return new PdfPoint(shownX, _page.Height - shownY);
    }
}
