using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Store.Archives;

/// <summary>
/// A result as bytes, from which everything can be written again without checking the document. The document itself is not among
/// them: they go on where the archive of its reading ends.
/// </summary>
internal static class ResultArchive
{
    // The first byte: whether the archive goes on where another ends.
    private const byte Alone = 0, GoesOn = 1;

    /// <summary>The result as compressed bytes.</summary>
    public static byte[] Pack(MinedDocument mined) => Packing.Pack(stream =>
    {
        using var a = new ArchiveWriter(Stream.Null);
        stream.WriteByte(mined.Document is null ? Alone : GoesOn);
        if (mined.Document is { } document)
        {
            ReadingArchive.Write(a, Reading.Of(mined.FirstReading ?? document));
        }

        a.Continue(stream);
        Reread(a, mined);
        Write(a, mined);
        a.Flush();
    });

    /// <summary>The result that was packed.</summary>
    /// <param name="bytes">What <see cref="Pack"/> gave.</param>
    /// <param name="reading">The archive of the reading that was checked; null when there was none.</param>
    /// <returns>Null when the reading is needed and not there.</returns>
    public static MinedDocument? Unpack(byte[] bytes, byte[]? reading)
    {
        Stream stream = Packing.Open(bytes);
        if (stream.ReadByte() == Alone)
        {
            using var alone = new ArchiveReader(stream);
            return Read(alone, Reread(alone, null));
        }

        if (reading is null)
        {
            return null;
        }

        using var a = new ArchiveReader(Packing.Open(reading));
        Document? document = ReadingArchive.Read(a).Document;
        a.Continue(stream);
        return Reread(a, document) is { } reread && !ReferenceEquals(reread, document) ? Read(a, reread) with { FirstReading = document } : Read(a, document);
    }

    // The tables that were kept in another reading than the first, which is not part of the archive.
    private static void Reread(ArchiveWriter a, MinedDocument mined)
    {
        ImmutableArray<Table> tables = mined is { FirstReading: { } first, Document: { } document } ? [.. document.Tables.Except(first.Tables, ReferenceEqualityComparer.Instance).Cast<Table>()] : [];
        a.List(tables, table => DocumentArchive.Table(a, table));
        if (!tables.IsEmpty)
        {
            a.Texts(mined.Document!.Remarks);
        }
    }

    private static Document? Reread(ArchiveReader a, Document? first)
    {
        ImmutableArray<Table> tables = a.List(() => DocumentArchive.Table(a)!);
        return tables.IsEmpty ? first : tables.Aggregate(first!, (document, table) => document.With(table)) with { Remarks = a.Texts() };
    }

    private static void Write(ArchiveWriter a, MinedDocument mined)
    {
        a.Text(mined.Id);
        a.Text(mined.Path);
        a.Texts(mined.Paths);
        a.Text(mined.Sha256);
        a.Text(mined.MediaType);
        a.Choice(mined.Status);
        a.Thing(mined.Error, error =>
        {
            a.Text(error.Code);
            Bilingual(a, error.Message);
        });
        a.List(mined.Figures, figure => Figure(a, figure));
        a.List(mined.Facts, fact => Fact(a, fact));
        a.List(mined.Ledger, ruling => Ruling(a, ruling));
        a.List(mined.Discrepancies, discrepancy => Discrepancy(a, discrepancy));
        a.List([.. mined.Standings.OrderBy(pair => pair.Key, StringComparer.Ordinal)], pair =>
        {
            a.Text(pair.Key);
            a.Choice(pair.Value.Verdict);
            a.Texts(pair.Value.Obligations);
            a.Text(pair.Value.Reason);
        });
        a.Thing(mined.Form, form =>
        {
            a.Text(form.Id);
            Bilingual(a, form.Name);
            Bilingual(a, form.Reason);
            a.Texts(form.Core);
        });
    }

    private static MinedDocument Read(ArchiveReader a, Document? document) => new(
        a.Text(),
        a.Text(),
        a.Texts(),
        a.Text(),
        a.Text(),
        a.Choice<MiningStatus>(),
        a.ThingOrNull(() => new MiningError(a.Text(), Bilingual(a))),
        document,
        a.List(() => Figure(a)!),
        a.List(() => Fact(a)!),
        a.List(() => Ruling(a)),
        a.List(() => Discrepancy(a)))
    {
        Standings = a.List(() => KeyValuePair.Create(a.Text(), new FactStanding(a.Choice<FactVerdict>(), a.Texts(), a.Text())))
            .ToImmutableDictionary(StringComparer.Ordinal),
        Form = a.ThingOrNull(() => new FormOfDocument(a.Text(), Bilingual(a), Bilingual(a), a.Texts())),
    };

    private static void Bilingual(ArchiveWriter a, Bilingual text)
    {
        a.Text(text.Zh);
        a.Text(text.En);
    }

    private static Bilingual Bilingual(ArchiveReader a) => new(a.Text(), a.Text());

    private static void Figure(ArchiveWriter a, Figure? figure) => a.Thing(figure, value =>
    {
        a.Text(value.Id);
        a.Text(value.Text);
        a.Text(value.Sentence);
        a.Number(value.Start);
        a.Number(value.End);
        a.Texts(value.Section);
        a.Number(value.Block);
        DocumentArchive.Place(a, value.Place);
        DocumentArchive.Place(a, value.SentencePlace);
        a.Choice(value.Role);
        DocumentArchive.Printed(a, value.Printed);
        a.Choice(value.Direction);
        a.Text(value.Subject);
        a.Text(value.Period);
    });

    private static Figure? Figure(ArchiveReader a) => a.ThingOrNull(() => new Figure(
        a.Text(),
        a.Text(),
        a.Text(),
        a.Number(),
        a.Number(),
        a.Texts(),
        a.Number(),
        DocumentArchive.Place(a),
        DocumentArchive.Place(a),
        a.Choice<FigureRole>(),
        DocumentArchive.Printed(a),
        a.Choice<Direction>(),
        a.Text(),
        a.Text()));

    private static void Fact(ArchiveWriter a, Fact? fact) => a.Thing(fact, value =>
    {
        Key(a, value.Key);
        a.Thing(value.Source, source =>
        {
            a.Text(source.Id);
            a.Text(source.Name);
        });
        Figure(a, value.Figure);
        if (value.Figure is not null)
        {
            DocumentArchive.Printed(a, value.Printed);
            return;
        }

        DocumentArchive.Table(a, value.Table);
        DocumentArchive.Part(a, value.Part);
        DocumentArchive.Line(a, value.Line);
        DocumentArchive.Column(a, value.Column);
        DocumentArchive.Cell(a, value.Cell);
    });

    private static Fact? Fact(ArchiveReader a) => a.ThingOrNull(() =>
    {
        FactKey? key = Key(a);
        FactSource? source = a.ThingOrNull(() => new FactSource(a.Text(), a.Text()));
        Fact fact = Figure(a) is { } figure
            ? Facts.Fact.InFigure(figure, DocumentArchive.Printed(a), key)
            : Facts.Fact.InCell(
                DocumentArchive.Table(a)!,
                DocumentArchive.Part(a)!,
                DocumentArchive.Line(a)!,
                DocumentArchive.Column(a)!,
                DocumentArchive.Cell(a)!,
                key);
        return source is null ? fact : fact.From(source);
    });

    private static void Key(ArchiveWriter a, FactKey? key) => a.Thing(key, value =>
    {
        a.Text(value.Body);
        a.Maybe(value.Year, a.Number);
        a.Choice(value.Phase);
        a.Text(value.Fund);
        a.Text(value.Flow);
        a.Text(value.Subject);
        a.Text(value.Component);
        a.Choice(value.Measure);
    });

    private static FactKey? Key(ArchiveReader a) => a.ThingOrNull(() => new FactKey(
        a.Text(),
        a.Maybe(a.Number),
        a.Choice<Phase>(),
        a.Text(),
        a.Text(),
        a.Text(),
        a.Text(),
        a.Choice<Measure>()));

    private static void Ruling(ArchiveWriter a, Ruling ruling) => a.Thing(ruling, value =>
    {
        Obligation(a, value.Obligation);
        a.Choice(value.Verdict);
        a.Text(value.Reason);
        a.Maybe(value.Computed, interval =>
        {
            a.Maybe(interval.Low, a.Exact);
            a.Maybe(interval.High, a.Exact);
        });
        a.Maybe(value.Value, a.Exact);
        a.Maybe(value.Difference, a.Exact);
    });

    private static Ruling Ruling(ArchiveReader a) => a.Thing(() => new Ruling(
        Obligation(a),
        a.Choice<Verdict>(),
        a.Text(),
        a.Maybe(() => new Interval(a.Maybe(a.Exact), a.Maybe(a.Exact))),
        a.Maybe(a.Exact),
        a.Maybe(a.Exact)));

    private static void Obligation(ArchiveWriter a, Obligation obligation) => a.Thing(obligation, value =>
    {
        a.Text(value.Id);
        a.Texts(value.Rules);
        a.Choice(value.Relation);
        Fact(a, value.Stated);
        a.List(value.Operands, term =>
        {
            Fact(a, term.Fact);
            a.Number(term.Sign);
        });
        a.Text(value.Formula);
        a.Choice(value.Severity);
        a.Text(value.Defect);
        a.Thing(value.Outcome, outcome =>
        {
            a.Flag(outcome.Holds);
            Bilingual(a, outcome.What);
        });
        a.List(value.Passages, passage => Passage(a, passage));
    });

    private static Obligation Obligation(ArchiveReader a) => a.Thing(() => new Obligation(
        a.Text(),
        a.Texts(),
        a.Choice<Relation>(),
        Fact(a),
        a.List(() => new Term(Fact(a)!, a.Number())),
        a.Text(),
        a.Choice<Severity>(),
        a.Text())
    {
        Outcome = a.ThingOrNull(() => new LogicalOutcome(a.Flag(), Bilingual(a))),
        Passages = a.List(() => Passage(a)),
    });

    private static void Passage(ArchiveWriter a, Passage passage) => a.Thing(passage, value =>
    {
        a.Text(value.Text);
        a.Text(value.Sentence);
        a.Number(value.Start);
        a.Texts(value.Section);
        DocumentArchive.Place(a, value.Place);
    });

    private static Passage Passage(ArchiveReader a) =>
        a.Thing(() => new Passage(a.Text(), a.Text(), a.Number(), a.Texts(), DocumentArchive.Place(a)));

    private static void Discrepancy(ArchiveWriter a, Discrepancy discrepancy)
    {
        a.Text(discrepancy.Id);
        a.Text(discrepancy.ValuesHash);
        Ruling(a, discrepancy.Ruling);
        a.Choice(discrepancy.Severity);
        Bilingual(a, discrepancy.Title);
        Bilingual(a, discrepancy.Message);
        Fact(a, discrepancy.Culprit);
        a.Maybe(discrepancy.Repair, a.Exact);
        a.List(discrepancy.Hypotheses, hypothesis =>
        {
            a.Text(hypothesis.Code);
            Bilingual(a, hypothesis.Text);
        });
        a.Texts(discrepancy.Caused);
        a.List(discrepancy.Evidence, evidence =>
        {
            a.Text(evidence.Role);
            a.Text(evidence.Kind);
            a.Text(evidence.Quote);
            a.Text(evidence.Value);
            DocumentArchive.Place(a, evidence.Place);
            Fact(a, evidence.Fact);
        });
        a.Choice(discrepancy.Certainty);
    }

    private static Discrepancy Discrepancy(ArchiveReader a) => new(
        a.Text(),
        a.Text(),
        Ruling(a),
        a.Choice<Severity>(),
        Bilingual(a),
        Bilingual(a),
        Fact(a),
        a.Maybe(a.Exact),
        a.List(() => new Explanation(a.Text(), Bilingual(a))),
        a.Texts(),
        a.List(() => new Evidence(a.Text(), a.Text(), a.Text(), a.Text(), DocumentArchive.Place(a), Fact(a))))
    {
        Certainty = a.Choice<Certainty>(),
    };
}
