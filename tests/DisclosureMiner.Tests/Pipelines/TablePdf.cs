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

    /// <summary>A table whose second amount needs the minus that is drawn as a stroke before it.</summary>
    public static TablePdf WithStroke => Refunds("35.00").Line(263, 100.5, 266, 100.5);

    /// <summary>A table in which everything holds if the number is negative and 35.00.</summary>
    public static TablePdf Refunds(string number) => new TablePdf().Grid([50, 200, 300, 400], [50, 70, 90, 110, 130]).Heads(64)
        .Row(84, "Roads", (295, "1200.00"), (395, "1150.00"))
        .Row(104, "Refunds", (295, number), (395, "30.00"))
        .Row(124, "Total", (295, "1165.00"), (395, "1180.00"));

    /// <summary>The heads of two columns of amounts.</summary>
    public TablePdf Heads(double y) => Text(60, y, "Item").Text(210, y, "Budget").Text(310, y, "Outturn");

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
