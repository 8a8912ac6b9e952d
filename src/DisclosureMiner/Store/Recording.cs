using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store;

/// <summary>Turns what mining gave into what is kept of it.</summary>
internal static class Recording
{
    /// <summary>Everything that is kept of a mined document.</summary>
    public static StoredDocument Of(MinedDocument mined) => new(
        mined.Path,
        mined.Paths,
        DocumentOf(mined),
        [.. mined.Document?.Tables.Select(table => TableOf(table, mined.Id)) ?? []],
        [.. mined.Figures.Select(figure => FigureOf(figure, mined))],
        [.. mined.Ledger.Select(ruling => CheckOf(ruling, mined.Id))],
        [.. mined.Facts.Where(fact => fact.Key is not null).Select(fact => FactOf(fact, fact.Key!, mined))],
        [.. mined.Discrepancies.Select(discrepancy => DiscrepancyOf(discrepancy, mined.Id))]);

    private static DocumentRecord DocumentOf(MinedDocument mined) => new(
        mined.Id,
        Known(mined.Sha256),
        mined.MediaType,
        mined.Status,
        mined.Error,
        Known(mined.Document?.Title),
        Known(mined.Document?.Organisation),
        mined.Document?.FiscalYear,
        Known(mined.Document?.Genre),
        mined.Document?.Pages,
        mined.Document?.Tables.Count() ?? 0,
        mined.Figures.Length,
        Counts<Verdict>.Of(mined.Ledger.Select(ruling => ruling.Verdict)))
    {
        Form = mined.Form is { } form ? new FormRecord(form.Id, form.Name, form.Reason, Cleanness.Of(mined)) : null,
        Families = FamilyShare.Of(mined.Ledger),
        Attachments = mined.Document?.Attachments ?? [],
        Remarks = mined.Document?.Remarks ?? [],
    };

    private static TableRecord TableOf(Table table, string document) => new(
        document,
        table.Id,
        table.Kind,
        Known(table.Title),
        Known(table.Unit.Symbol),
        PagesOf(table),
        table.HeaderRows,
        table.Columns,
        [.. table.Grid.Select(row => row.Select(CellOf).ToImmutableArray())])
    {
        Method = table.Evidence.Method,
        Certainty = table.Evidence.Certainty,
    };

    private static CellRecord? CellOf(Cell? cell) => cell is null
        ? null
        : new CellRecord(
            cell.Text,
            cell.Type,
            cell.Number is { } number ? Amounts.AsPrinted(number) : null,
            cell.Place,
            cell.RowSpan,
            cell.ColumnSpan);

    private static ImmutableArray<int> PagesOf(Table table)
    {
        int[] pages = [.. table.Grid.SelectMany(row => row).OfType<Cell>()
            .SelectMany(cell => cell.Place.Regions).Select(region => region.Page).Distinct().Order()];
        return pages.Length == 0 ? [1] : [.. pages];
    }

    private static FigureRecord FigureOf(Figure figure, MinedDocument mined)
    {
        FactStanding standing = mined.StandingOf(figure.Id);
        return new FigureRecord(
            mined.Id,
            figure.Id,
            figure.Text,
            figure.Sentence,
            figure.Section,
            figure.Place,
            figure.Start,
            figure.End,
            figure.Role,
            figure.Printed is { } printed ? Amounts.AsPrinted(printed) : null,
            Known(figure.Printed?.Unit.Symbol),
            Amounts.Yuan(figure.Printed),
            figure.Direction == Direction.None ? null : figure.Direction,
            Known(figure.Subject),
            Known(figure.Period),
            standing.Verdict,
            standing.Obligations,
            standing.Verdict == FactVerdict.Unchecked ? Known(standing.Reason) : null);
    }

    private static CheckRecord CheckOf(Ruling ruling, string document)
    {
        Obligation obligation = ruling.Obligation;
        Printed? stated = obligation.Stated?.Printed;
        return new CheckRecord(
            document,
            obligation.Id,
            obligation.Rule,
            obligation.Rules,
            ruling.Verdict,
            Known(ruling.Reason),
            obligation.Formula,
            stated is null ? null : Amounts.AsPrinted(stated),
            Known(stated?.Unit.Symbol),
            ruling.Computed is { } computed ? Amounts.Outward(computed, stated) : null,
            Between(EvidenceOf(obligation), obligation.Facts, document));
    }

    private static FactRecord FactOf(Fact fact, FactKey key, MinedDocument mined)
    {
        bool onPages = !fact.Place.Regions.IsEmpty;
        string code = fact.Line is { Code.Length: > 0 } line ? line.Code : key.Subject;
        return new FactRecord(
            mined.Id,
            fact.Id,
            Known(key.Body) ?? Known(mined.Document?.Organisation),
            null,
            null,
            null,
            key.Year,
            Known(mined.Document?.Genre),
            key.Phase == Phase.Unknown ? null : key.Phase,
            Known(key.Fund),
            Known(key.Flow),
            Known(key.Subject),
            code.Length > 0 && code.All(char.IsAsciiDigit) ? code : null,
            Known(fact.Label),
            Known(key.Component),
            key.Measure,
            fact.Printed is { } printed ? Amounts.AsPrinted(printed) : null,
            fact.Printed is not null ? null : fact.IsUnreadable ? "unreadable" : fact.Figure is null ? "blank" : "not-disclosed",
            Known(fact.Printed?.Unit.Symbol),
            Amounts.Yuan(fact.Printed),
            mined.StandingOf(fact.Id).Verdict,
            onPages ? fact.Place.Regions[0].Page : 1,
            onPages ? fact.Place.Regions[0].Box : null,
            fact.Place.Span);
    }

    private static DiscrepancyRecord DiscrepancyOf(Discrepancy discrepancy, string document)
    {
        Obligation obligation = discrepancy.Ruling.Obligation;
        Printed? stated = obligation.Stated?.Printed;
        return new DiscrepancyRecord(
            discrepancy.Id,
            discrepancy.ValuesHash,
            document,
            obligation.Rule,
            obligation.Rules,
            discrepancy.Ruling.Verdict,
            discrepancy.Severity,
            discrepancy.Title,
            discrepancy.Message,
            stated is null ? null : Amounts.AsPrinted(stated),
            Known(stated?.Unit.Symbol),
            discrepancy.Ruling.Computed is { } computed ? Amounts.Outward(computed, stated) : null,
            Amounts.Nearest(discrepancy.Ruling.Difference, stated),
            ToleranceOf(discrepancy.Ruling),
            obligation.Formula,
            discrepancy.Hypotheses,
            discrepancy.Caused,
            Between([.. discrepancy.Evidence.Select(EvidenceOf)], discrepancy.Evidence.Select(evidence => evidence.Fact), document))
        {
            Certainty = discrepancy.Certainty,
        };
    }

    /// <summary>Two roundings meet when they are no further apart than both half widths together.</summary>
    private static ToleranceRecord? ToleranceOf(Ruling ruling)
    {
        if (ruling.Obligation.Stated?.Printed is not { } stated || ruling.Computed?.Width is not { } width)
        {
            return null;
        }

        decimal? slack = (width + Interval.Of(stated, stated.Decimals).Width) / 2m;
        return new ToleranceRecord(
            Amounts.Upward(slack, stated)!,
            slack == 0m
                ? new Bilingual("所涉数字均为精确数，无舍入误差", "all numbers concerned are exact, rounding explains nothing")
                : new Bilingual("所涉数字按印出的位数四舍五入，最多可造成的差额", "the most that rounding to the printed digits can account for"));
    }

    private static ImmutableArray<EvidenceRecord> EvidenceOf(Obligation obligation)
    {
        var evidence = ImmutableArray.CreateBuilder<EvidenceRecord>();
        if (obligation.Stated is { } stated)
        {
            evidence.Add(EvidenceOf(stated, "stated"));
        }

        foreach (Passage passage in obligation.Passages)
        {
            evidence.Add(new EvidenceRecord("stated", "text", null, null, null, null, passage.Place, passage.Sentence, passage.Text));
        }

        foreach (Term term in obligation.Operands)
        {
            evidence.Add(EvidenceOf(term.Fact, "operand"));
        }

        return evidence.ToImmutable();
    }

    /// <summary>Evidence from several documents says of each side in which it stands.</summary>
    private static ImmutableArray<EvidenceRecord> Between(ImmutableArray<EvidenceRecord> evidence, IEnumerable<Fact?> facts, string document) =>
        facts.Any(fact => fact?.Source is not null) ? [.. evidence.Select(side => side with { Document = side.Document ?? document })] : evidence;

    private static EvidenceRecord EvidenceOf(Fact fact, string role) => (fact.Figure is { } figure
        ? new EvidenceRecord(role, "figure", null, null, null, figure.Id, figure.Place, figure.Sentence, figure.Text)
        : new EvidenceRecord(role, "cell", fact.Table!.Id, fact.Cell!.Row, fact.Cell.Column, null, fact.Place, $"{fact.Label} {fact.Text}".Trim(), fact.Text)) with
    {
        Document = fact.Source?.Id,
    };

    private static EvidenceRecord EvidenceOf(Evidence evidence) => new(
        evidence.Role,
        evidence.Kind,
        evidence.Fact?.Table?.Id,
        evidence.Fact?.Cell?.Row,
        evidence.Fact?.Cell?.Column,
        evidence.Fact?.Figure?.Id,
        evidence.Place,
        evidence.Quote,
        evidence.Value)
    {
        Document = evidence.Fact?.Source?.Id,
    };

    private static string? Known(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
