using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Pdf;
using DisclosureMiner.Facts;
using DisclosureMiner.Pipelines;
using Ruling = DisclosureMiner.Checks.Ruling;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>Faults planted in what tables of PDF show: none of them may be taken for an error of reading.</summary>
public sealed class PlantedInPdfTests
{
    // One number in so many.
    private const int Step = 60;

    private static readonly Pipeline Default = Pipeline.Load(TestPaths.Pipelines);

    [Theory]
    [InlineData("xiqiao-greening-2025-budget.pdf")]
    [InlineData("yunpu-market-supervision-2024-final.pdf")]
    [InlineData("lanyuan-grain-reserves-2026-budget.pdf")]
    public void A_planted_fault_stays_a_fault(string name)
    {
        PdfPages pages = PdfReader.Open(File.ReadAllBytes(Path.Combine(TestPaths.Corpus, name)));
        SettledDocument sound = Settle(pages);
        HashSet<string> before = [.. Broken(sound)];
        Fact[] held = [.. sound.Checks.Ledger.Where(ruling => ruling.Holds).SelectMany(ruling => ruling.Obligation.Facts)
            .Where(fact => fact is { Cell.Content.Length: > 0, Printed.Value: not 0 }).DistinctBy(fact => fact.Id)];

        string[] reported = [.. held.Where((_, i) => i % Step == 0).SelectMany(fact => Faults(pages, fact)).Select(Settle)
            .Where(settled => Broken(settled).Any(key => !before.Contains(key)) || settled.First is not null)
            .Select(settled => settled.First is null ? "reported" : string.Join(' ', settled.Document.Remarks))];

        reported.Length.ShouldBeGreaterThan(5);
        reported.ShouldAllBe(outcome => outcome == "reported");
    }

    private static SettledDocument Settle(PdfPages pages) => SecondReading.Settle(Default, PdfReader.Read(pages, Default.Reading), (reading, tables) => reading with
    {
        Others = OtherReadings.Of(pages, new ReadingWords(Default.Reading), tables)
            .GroupBy(other => other.Table.Number).ToImmutableSortedDictionary(table => table.Key, table => table.ToImmutableArray()),
    });

    private static IEnumerable<string> Broken(SettledDocument settled) =>
        settled.Checks.Ledger.Where(ruling => ruling.IsBroken && ruling.Obligation.Severity != Severity.Note).Select(Key);

    private static string Key(Ruling ruling) => ruling.Obligation.Relation + string.Join(',', ruling.Obligation.Facts.Select(fact => fact.Id));

    // What people get wrong: a digit, a digit less or no sign, the column, the row.
    private static IEnumerable<PdfPages> Faults(PdfPages pages, Fact fact)
    {
        PlacedText text = fact.Cell!.Content;
        int digit = text.Text.AsSpan().IndexOfAnyInRange('1', '9');
        yield return With(pages, text, glyph => glyph.Box == text.Regions[digit].Box ? glyph with { Text = Other(text.Text[digit]) } : glyph);
        if (text.Text.Count(char.IsAsciiDigit) > 3)
        {
            yield return With(pages, text, glyph => glyph.Box == text.Regions[0].Box ? null : glyph);
        }

        int column = fact.Part!.Columns.IndexOf(fact.Column!), line = fact.Part.Lines.IndexOf(fact.Line!);
        foreach (Cell free in fact.Line!.Values.Where((cell, i) => Math.Abs(i - column) == 1 && cell is { Type: CellType.Blank }).OfType<Cell>())
        {
            double by = free.Place.Regions[0].Box.X1 - fact.Cell.Place.Regions[0].Box.X1;
            yield return With(pages, text, glyph => text.Regions.Any(letter => letter.Box == glyph.Box)
                ? glyph with { Box = glyph.Box with { X0 = glyph.Box.X0 + by, X1 = glyph.Box.X1 + by } } : glyph);
        }

        if (line + 1 < fact.Part.Lines.Length && fact.Part.Lines[line + 1].Values[column] is { Type: CellType.Number } below
            && below.Text.Length == text.Length && below.Text != text.Text && below.Content.Regions[0].Page == text.Regions[0].Page)
        {
            Dictionary<Box, string> swapped = text.Regions.Zip(below.Text).Concat(below.Content.Regions.Zip(text.Text)).ToDictionary(pair => pair.First.Box, pair => pair.Second.ToString());
            yield return With(pages, text, glyph => swapped.TryGetValue(glyph.Box, out string? letter) ? glyph with { Text = letter } : glyph);
        }
    }

    private static string Other(char digit) => ((char)('1' + ((digit - '1' + 3) % 9))).ToString();

    private static PdfPages With(PdfPages pages, PlacedText text, Func<Glyph, Glyph?> change) => pages with
    {
        Pages = [.. pages.Pages.Select(page => page.Number == text.Regions[0].Page ? page with { Glyphs = [.. page.Glyphs.Select(change).OfType<Glyph>()] } : page)],
    };
}
