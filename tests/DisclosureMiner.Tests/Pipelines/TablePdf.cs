using System.Globalization;
using System.Text;
using DisclosureMiner.Sources;
using DisclosureMiner.Tests.Hostile;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>Draws a PDF page of 600 by 400 points in Helvetica of 10 points; <c>y</c> grows downwards.</summary>
internal sealed class TablePdf
{
    private readonly StringBuilder _content = new();

    /// <summary>Text that begins at a place.</summary>
    public TablePdf Text(double x, double y, string text)
    {
        _content.Append(CultureInfo.InvariantCulture, $"BT /F 10 Tf {x} {400 - y} Td ({text}) Tj ET\n");
        return this;
    }

    /// <summary>A number that ends at a place.</summary>
    public TablePdf Right(double x, double y, string number) =>
        Text(x - number.Sum(c => c switch { '.' or ',' => 2.78, '-' => 3.33, ' ' => 2.78, _ => 5.56 }), y, number);

    /// <summary>A row: a name at 60 and numbers that end at the given places.</summary>
    public TablePdf Row(double y, string name, params (double X, string Number)[] numbers)
    {
        Text(60, y, name);
        Array.ForEach(numbers, number => Right(number.X, y, number.Number));
        return this;
    }

    /// <summary>A line.</summary>
    public TablePdf Line(double x0, double y0, double x1, double y1)
    {
        _content.Append(CultureInfo.InvariantCulture, $"0.5 w {x0} {400 - y0} m {x1} {400 - y1} l S\n");
        return this;
    }

    /// <summary>A full grid of lines.</summary>
    public TablePdf Grid(double[] xs, double[] ys)
    {
        Array.ForEach(ys, y => Line(xs[0], y, xs[^1], y));
        Array.ForEach(xs, x => Line(x, ys[0], x, ys[^1]));
        return this;
    }

    /// <summary>The file.</summary>
    public SourceFile File => SourceFile.From("table.pdf", PdfObjects.OnePage(_content.ToString(), "[0 0 600 400]"));
}
