using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Store.Archives;

/// <summary>How a document as read is written and read back; each pair of methods names the same parts in the same order.</summary>
internal static class DocumentArchive
{
    public static void Write(ArchiveWriter a, Document document)
    {
        a.Text(document.Title);
        a.Text(document.Organisation);
        a.Maybe(document.FiscalYear, a.Number);
        a.Text(document.Genre);
        a.Count(document.Pages);
        a.List(document.Blocks, block => Block(a, block));
        a.Texts(document.Remarks);
        a.List(document.Attachments, attachment =>
        {
            a.Text(attachment.Name);
            a.Text(attachment.Href);
            Place(a, attachment.Place);
        });
        Regions(a, document.BlankPages);
        a.List(document.CutLines, line => Words(a, line));
    }

    public static Document Read(ArchiveReader a) => new(
        a.Text(),
        a.Text(),
        a.Maybe(a.Number),
        a.Text(),
        a.Count(),
        a.List(() => Block(a)),
        a.Texts())
    {
        Attachments = a.List(() => new Attachment(a.Text(), a.Text(), Place(a))),
        BlankPages = Regions(a),
        CutLines = a.List(() => Words(a)),
    };

    public static void Place(ArchiveWriter a, Place place) => a.Thing(place, value =>
    {
        a.Maybe(value.Span, span =>
        {
            a.Count(span.Start);
            a.Count(span.End - span.Start);
        });
        Regions(a, value.Regions);
    });

    public static Place Place(ArchiveReader a) => a.Thing(() =>
    {
        TextSpan? span = a.Maybe(() =>
        {
            int start = a.Count();
            return new TextSpan(start, start + a.Count());
        });
        ImmutableArray<Region> regions = Regions(a);
        return span is { } value ? Documents.Place.At(value) : Documents.Place.On(regions);
    });

    public static void Printed(ArchiveWriter a, Printed? printed) => a.Thing(printed, value =>
    {
        a.Exact(value.Value);
        a.Count(value.Decimals);
        Unit(a, value.Unit);
        a.Flag(value.IsApproximate);
    });

    public static Printed? Printed(ArchiveReader a) =>
        a.ThingOrNull(() => new Printed(a.Exact(), a.Count(), Unit(a)!, a.Flag()));

    public static void Table(ArchiveWriter a, Table? table) => a.Thing(table, value =>
    {
        a.Number(value.Index);
        a.Texts(value.Section);
        a.Count(value.Number);
        a.Text(value.Title);
        a.Text(value.Kind);
        Unit(a, value.Unit);
        a.List(value.Grid, row => a.List(row, cell => Cell(a, cell)));
        a.Count(value.HeaderRows);
        a.List(value.Columns, a.Texts);
        a.List(value.Parts, part => Part(a, part));
        a.List(value.Notes, a.Number);
        a.Texts(value.Remarks);
        a.Choice(value.Evidence.Method);
        a.Real(value.Evidence.Drawn);
        a.Real(value.Evidence.Fitting);
    });

    public static Table? Table(ArchiveReader a) => a.ThingOrNull(() => new Table(
        a.Number(),
        a.Texts(),
        a.Count(),
        a.Text(),
        a.Text(),
        Unit(a)!,
        a.List(() => a.List(() => Cell(a))),
        a.Count(),
        a.List(a.Texts),
        a.List(() => Part(a)!),
        a.List(a.Number),
        a.Texts())
    {
        Evidence = new TableEvidence(a.Choice<TableMethod>(), a.Real(), a.Real()),
    });

    public static void Part(ArchiveWriter a, TablePart? part) => a.Thing(part, value =>
    {
        a.Text(value.Name);
        a.List(value.Columns, column => Column(a, column));
        a.List(value.Lines, line => Line(a, line));
    });

    public static TablePart? Part(ArchiveReader a) =>
        a.ThingOrNull(() => new TablePart(a.Text(), a.List(() => Column(a)!), a.List(() => Line(a)!)));

    public static void Column(ArchiveWriter a, ValueColumn? column) => a.Thing(column, value =>
    {
        a.Number(value.Column);
        a.Texts(value.Path);
        Unit(a, value.Unit);
    });

    public static ValueColumn? Column(ArchiveReader a) => a.ThingOrNull(() => new ValueColumn(a.Number(), a.Texts(), Unit(a)));

    public static void Line(ArchiveWriter a, TableLine? line) => a.Thing(line, value =>
    {
        a.Number(value.Row);
        a.Text(value.Label);
        a.Text(value.Code);
        a.Choice(value.Role);
        a.Number(value.Level);
        a.Number(value.Parent);
        a.Flag(value.IsOfWhich);
        Cell(a, value.LabelCell);
        a.List(value.Values, cell => Cell(a, cell));
        a.Text(value.Group);
    });

    public static TableLine? Line(ArchiveReader a) => a.ThingOrNull(() => new TableLine(
        a.Number(),
        a.Text(),
        a.Text(),
        a.Choice<LineRole>(),
        a.Number(),
        a.Number(),
        a.Flag(),
        Cell(a),
        a.List(() => Cell(a)))
    {
        Group = a.Text(),
    });

    public static void Cell(ArchiveWriter a, Cell? cell) => a.Thing(cell, value =>
    {
        a.Number(value.Row);
        a.Number(value.Column);
        Words(a, value.Content);
        a.Choice(value.Type);
        Printed(a, value.Number);
        Place(a, value.Place);
        a.Count(value.RowSpan);
        a.Count(value.ColumnSpan);
        a.Count((int)value.Doubts);
    });

    public static Cell? Cell(ArchiveReader a) => a.ThingOrNull(() => new Cell(
        a.Number(),
        a.Number(),
        Words(a),
        a.Choice<CellType>(),
        Printed(a),
        Place(a),
        a.Count(),
        a.Count())
    {
        Doubts = (CellDoubts)a.Count(),
    });

    private static void Block(ArchiveWriter a, Block block)
    {
        a.Flag(block is Table);
        if (block is Table table)
        {
            Table(a, table);
            return;
        }

        var paragraph = (Paragraph)block;
        a.Number(paragraph.Index);
        a.Texts(paragraph.Section);
        Words(a, paragraph.Content);
        a.Choice(paragraph.Kind);
        a.Number(paragraph.Level);
        a.Text(paragraph.Enumerator);
    }

    private static Block Block(ArchiveReader a) => a.Flag()
        ? Table(a)!
        : new Paragraph(a.Number(), a.Texts(), Words(a), a.Choice<ParagraphKind>(), a.Number(), a.Text());

    private static void Words(ArchiveWriter a, PlacedText words) => a.Thing(words, value =>
    {
        a.Text(value.Text);

        // Offsets mostly run on by one: each run is its start and its length.
        ImmutableArray<int> offsets = value.Offsets;
        var runs = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = 0; i < offsets.Length; i++)
        {
            if (runs.Count > 0 && runs[^1].End == offsets[i])
            {
                runs[^1] = runs[^1] with { End = offsets[i] + 1 };
            }
            else
            {
                runs.Add(new TextSpan(offsets[i], offsets[i] + 1));
            }
        }

        a.List(runs.ToImmutable(), run =>
        {
            a.Count(run.Start);
            a.Count(run.End - run.Start);
        });
        Regions(a, value.Regions);
    });

    private static PlacedText Words(ArchiveReader a) => a.Thing(() =>
    {
        string text = a.Text();
        ImmutableArray<int> offsets = [.. a.List(() => (Start: a.Count(), Length: a.Count())).SelectMany(run => Enumerable.Range(run.Start, run.Length))];
        ImmutableArray<Region> regions = Regions(a);
        return regions.IsEmpty ? PlacedText.FromOffsets(text, offsets) : PlacedText.FromRegions(text, regions);
    });

    /// <summary>
    /// The letters of a line share its top and bottom and mostly begin where the last one ended: what is as before is not written.
    /// </summary>
    private static void Regions(ArchiveWriter a, ImmutableArray<Region> regions)
    {
        a.Count(regions.Length);
        Region last = default;
        foreach (Region region in regions)
        {
            Box box = region.Box, before = last.Box;
            bool samePage = region.Page == last.Page, goesOn = Same(box.X0, before.X1), sameTop = Same(box.Y0, before.Y0), sameBottom = Same(box.Y1, before.Y1);
            a.Count((samePage ? 1 : 0) | (goesOn ? 2 : 0) | (sameTop ? 4 : 0) | (sameBottom ? 8 : 0));
            if (!samePage)
            {
                a.Count(region.Page);
            }

            if (!goesOn)
            {
                a.Real(box.X0);
            }

            if (!sameTop)
            {
                a.Real(box.Y0);
            }

            if (!sameBottom)
            {
                a.Real(box.Y1);
            }

            a.Real(box.X1);
            last = region;
        }
    }

    private static ImmutableArray<Region> Regions(ArchiveReader a)
    {
        var regions = ImmutableArray.CreateBuilder<Region>(a.Count());
        Region last = default;
        while (regions.Count < regions.Capacity)
        {
            int same = a.Count();
            int page = (same & 1) != 0 ? last.Page : a.Count();
            double x0 = (same & 2) != 0 ? last.Box.X1 : a.Real();
            double y0 = (same & 4) != 0 ? last.Box.Y0 : a.Real();
            double y1 = (same & 8) != 0 ? last.Box.Y1 : a.Real();
            regions.Add(last = new Region(page, new Box(x0, y0, a.Real(), y1)));
        }

        return regions.MoveToImmutable();
    }

    // By their bits, so that every place comes back as it was.
    private static bool Same(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private static void Unit(ArchiveWriter a, Unit? unit) => a.Thing(unit, value =>
    {
        a.Text(value.Symbol);
        a.Choice(value.Dimension);
        a.Exact(value.Factor);
    });

    private static Unit? Unit(ArchiveReader a) => a.ThingOrNull(() => new Unit(a.Text(), a.Choice<Dimension>(), a.Exact()));
}
