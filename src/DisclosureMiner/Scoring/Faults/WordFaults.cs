using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>Faults of words: directions, leftovers of the form, notes, years and names.</summary>
internal sealed class WordFaults(FaultGround ground)
{
    /// <summary>A direction word stands no further before its figure than this, in characters.</summary>
    private const int Reach = 12;

    /// <summary>A title or heading is no longer than this, in characters.</summary>
    private const int LongestTitle = 40;

    private const string SentenceMarks = "。；;";

    private readonly (string Word, string Opposite)[] _opposites = Pairs(ground.Words["fault-opposites"]);
    private readonly (string Word, string Opposite)[] _funds = Pairs(ground.Words["fault-funds"]);
    private List<Direction>? _directed;

    /// <summary>All faults of the type that can be made.</summary>
    public IEnumerable<Fault> Of(FaultType type) => ground.Ground.Source is null ? [] : type switch
    {
        FaultType.DirectionFlipped => Directed().Select(Flipped),
        FaultType.FlatLeftOver => Directed().Select(site => Left(type, site, ground.Words["fault-flat"][0] + "，" + site.Word.Text)),
        FaultType.TemplateLeftOver => Directed().Select(site => Left(type, site, $"{site.Word.Text}（{site.Opposite}）")),
        FaultType.StaleNote => StaleNotes(),
        FaultType.ForeignYear => Titles().Select(WithYearBefore).OfType<Fault>(),
        FaultType.ForeignName => Titles().SelectMany(WithOtherName),
        _ => [],
    };

    private static (string, string)[] Pairs(ImmutableArray<string> entries) =>
        [.. entries.Select(entry => entry.Split('=')).Select(parts => (parts[0], parts[1]))];

    /// <summary>A figure with the direction word that governs it, and the sentence or item in which both stand.</summary>
    private sealed record Direction(Statement Figure, PlacedText Digits, PlacedText Word, PlacedText Sentence, string Opposite);

    private List<Direction> Directed() => _directed ??= [.. ground.Statements.Figures
        .Where(figure => figure.Figure!.Role is FigureRole.Change or FigureRole.Rate && figure.Printed.Value != 0)
        .Select(DirectionOf)
        .OfType<Direction>()];

    private Direction? DirectionOf(Statement figure)
    {
        if (ground.Ground.ParagraphOf(figure) is not ({ } paragraph, var start))
        {
            return null;
        }

        int from = Math.Max(0, start - Reach);
        string before = Folding.Fold(paragraph.Text[from..start]);
        from += before.LastIndexOfAny([.. SentenceMarks]) + 1;
        before = Folding.Fold(paragraph.Text[from..start]);
        (int at, string word, string opposite) = _opposites
            .SelectMany(pair => ((string, string)[])[(pair.Word, pair.Opposite), (pair.Opposite, pair.Word)])
            .Select(pair => (At: before.LastIndexOf(pair.Item1, StringComparison.Ordinal), Word: pair.Item1, Opposite: pair.Item2))
            .OrderByDescending(found => found.At < 0 ? -1 : found.At + found.Word.Length)
            .ThenByDescending(found => found.Word.Length)
            .First();
        return at >= 0 && paragraph.Slice(from + at, from + at + word.Length) is var printed && Ground.IsInOnePiece(printed)
            ? new Direction(figure, paragraph.Slice(start, start + figure.Digits.Length), printed, SentenceAround(paragraph, start), opposite)
            : null;
    }

    private static PlacedText SentenceAround(PlacedText paragraph, int at)
    {
        int end = paragraph.Text.IndexOfAny([.. SentenceMarks], at);
        return paragraph.Slice(paragraph.Text.LastIndexOfAny([.. SentenceMarks], at) + 1, end < 0 ? paragraph.Length : end);
    }

    private Fault Flipped(Direction site)
    {
        List<Statement> governed = [.. Directed().Where(other => other.Word.Place == site.Word.Place).Select(other => other.Figure)];
        var changes = governed.ToDictionary(figure => figure.Index, figure => (Statement?)(figure with { Printed = figure.Printed with { Value = -figure.Printed.Value } }));
        string reason = ContradictsPartner(site, governed) ? "" : ground.ReasonFor(changes);
        return new Fault(FaultType.DirectionFlipped, ground.WhereIs(site.Figure), [new Edit(site.Word, site.Opposite)], [site.Sentence], reason);
    }

    /// <summary>增加 5 万元，下降 3%: a change and its rate, each with a direction word of its own, stand side by side.</summary>
    private bool ContradictsPartner(Direction site, List<Statement> governed) => Directed().Any(other =>
        Math.Abs(other.Figure.Index - site.Figure.Index) == 1
        && other.Figure.Figure!.Role != site.Figure.Figure!.Role
        && !governed.Exists(figure => figure.Index == other.Figure.Index)
        && IsOneSentence(site.Digits, other.Digits));

    private bool IsOneSentence(PlacedText one, PlacedText other)
    {
        (int from, int to) = one.Offsets[0] < other.Offsets[0] ? (one.Offsets[0], other.Offsets[0]) : (other.Offsets[0], one.Offsets[0]);
        return ground.Ground.Source![from..to].IndexOfAny([.. SentenceMarks]) < 0;
    }

    private Fault Left(FaultType type, Direction site, string text) =>
        new(type, ground.WhereIs(site.Figure), [new Edit(site.Word, text)], [site.Sentence], "");

    private IEnumerable<Fault> StaleNotes()
    {
        List<(Paragraph Paragraph, string Fund, string Other)> notes =
        [
            .. from paragraph in ground.Ground.Blocks.OfType<Paragraph>()
               where paragraph.Kind is ParagraphKind.Body or ParagraphKind.TableNote
               let label = Folding.Fold(paragraph.Content.Text)
               where ground.Words["emptiness-before"].Any(word => label.Contains(word, StringComparison.Ordinal)) && !StatesMoney(paragraph)
               from pair in _funds.SelectMany(pair => ((string, string)[])[(pair.Word, pair.Opposite), (pair.Opposite, pair.Word)])
               where label.Contains(pair.Item1, StringComparison.Ordinal) && !label.Contains(pair.Item2, StringComparison.Ordinal)
               select (paragraph, pair.Item1, pair.Item2),
        ];
        foreach ((Paragraph paragraph, string fund, string other) in notes.Where(note => HasEmptyTable(note.Fund)))
        {
            int at = Folding.Fold(paragraph.Content.Text).IndexOf(fund, StringComparison.Ordinal);
            PlacedText word = paragraph.Content.Slice(at, at + fund.Length);
            if (!Ground.IsInOnePiece(word))
            {
                continue;
            }

            // Where the same is said once more, and the other fund has nothing either, the document still tells no untruth.
            bool isSaidAgain = notes.Any(note => note.Fund == fund && note.Paragraph.Index != paragraph.Index);
            bool standsByItsTable = paragraph.Section.Any(heading => Folding.Fold(heading).Contains(fund, StringComparison.Ordinal));
            string reason = isSaidAgain && HasEmptyTable(other) && !standsByItsTable ? FaultGround.StillHolds : "";
            yield return new Fault(FaultType.StaleNote, paragraph.Content.Text, [new Edit(word, other)], [paragraph.Content], reason);
        }
    }

    private bool StatesMoney(Paragraph paragraph) => ground.Statements.Figures.Any(figure =>
        figure.Printed.Value != 0 && ground.Ground.DigitsOf(figure) is { } digits && digits.Place.Touches(paragraph.Content.Place));

    private bool HasEmptyTable(string fund) => Enumerable.Range(0, ground.Statements.Grids.Length).Any(table =>
        Folding.Label(ground.Statements.Grids[table].Table.Title).Contains(fund, StringComparison.Ordinal)
        && ground.Statements.Cells.Values.All(cell => cell.Cell!.Value.Table != table || cell.Printed.Value == 0));

    /// <summary>Titles of tables, and headings that name the body or the year, wherever they are printed.</summary>
    private IEnumerable<PlacedText> Titles()
    {
        HashSet<string> titles = [.. (ground.Truth.Tables ?? []).Select(table => Folding.Label(table.Title)).Where(title => title.Length > 0)];
        foreach (Block block in ground.Ground.Blocks)
        {
            IEnumerable<PlacedText> texts = block switch
            {
                Paragraph { Kind: ParagraphKind.Heading or ParagraphKind.TableCaption } heading => [heading.Content],
                Paragraph paragraph => titles.Contains(Folding.Label(paragraph.Content.Text)) ? [paragraph.Content] : [],
                Table table => table.Grid.Take(table.HeaderRows).SelectMany(row => row).OfType<Cell>().Select(cell => cell.Content).Where(content => titles.Contains(Folding.Label(content.Text))),
                _ => [],
            };
            foreach (PlacedText text in texts.Where(text => text.Length is > 0 and <= LongestTitle))
            {
                yield return text;
            }
        }
    }

    private Fault? WithYearBefore(PlacedText title)
    {
        if (ground.Truth.FiscalYear is not { } year)
        {
            return null;
        }

        string printed = year.ToString(CultureInfo.InvariantCulture);
        int at = title.Text.IndexOf(printed, StringComparison.Ordinal);
        if (at < 0 || title.Slice(at, at + printed.Length) is not { } digits || !Ground.IsInOnePiece(digits))
        {
            return null;
        }

        bool isOnlyOne = Titles().Count(other => other.Text.Contains(printed, StringComparison.Ordinal)) < 2;
        return new Fault(
            FaultType.ForeignYear,
            title.Text,
            [new Edit(digits, (year - 1).ToString(CultureInfo.InvariantCulture))],
            [title],
            isOnlyOne ? FaultGround.NoEquation : "");
    }

    private IEnumerable<Fault> WithOtherName(PlacedText title)
    {
        if (ground.Truth.Organisation is not { Length: > 0 } organisation)
        {
            yield break;
        }

        int at = title.Text.IndexOf(organisation, StringComparison.Ordinal);
        if (at < 0 || title.Slice(at, at + organisation.Length) is not { } name || !Ground.IsInOnePiece(name))
        {
            yield break;
        }

        bool isOnlyOne = Titles().Count(other => other.Text.Contains(organisation, StringComparison.Ordinal)) < 2;
        foreach (string other in ground.OtherBodies)
        {
            yield return new Fault(FaultType.ForeignName, title.Text, [new Edit(name, other)], [title], isOnlyOne ? FaultGround.NoEquation : "");
        }
    }
}
