using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>Turns the cells of tables into facts with keys.</summary>
public static class TableFacts
{
    /// <summary>
    /// A fact for every cell of a value column that holds a number, nothing, or something unreadable, in reading order. The key is
    /// what the kind sets, then what the column sets, then what the line says; where no kind says it, the words of the heads do.
    /// </summary>
    /// <param name="document">The document as read.</param>
    /// <param name="knowledge">Table kinds and words.</param>
    /// <param name="subjects">The dictionary of subjects.</param>
    public static ImmutableArray<Fact> Of(Document document, ReadingKnowledge knowledge, SubjectCatalog subjects)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var words = new HeadWords(knowledge.Words);
        foreach (KnownTable known in KnownTable.In(document, knowledge, subjects))
        {
            foreach (TablePart part in known.Table.Parts)
            {
                var keys = new CellKeys(document, known, part, words);
                foreach (TableLine line in part.Lines)
                {
                    AddLine(facts, known.Table, part, line, keys);
                }
            }
        }

        return facts.ToImmutable();
    }

    private static void AddLine(ImmutableArray<Fact>.Builder facts, Table table, TablePart part, TableLine line, CellKeys keys)
    {
        for (int i = 0; i < part.Columns.Length; i++)
        {
            if (i < line.Values.Length && line.Values[i] is { Type: not CellType.Text } cell)
            {
                facts.Add(Fact.InCell(table, part, line, part.Columns[i], cell, keys.Of(line, part.Columns[i], cell)));
            }
        }
    }

    /// <summary>Builds the keys of one part's cells.</summary>
    private sealed class CellKeys(Document document, KnownTable known, TablePart part, HeadWords words)
    {
        private static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary<string, string>.Empty;

        private readonly ImmutableSortedDictionary<string, string> _kind = known.Kind?.Sets ?? Nothing;

        public FactKey? Of(TableLine line, ValueColumn column, Cell cell)
        {
            LineMeaning meaning = known.MeaningOf(line);
            ColumnRole? role = known.RoleOf(column);
            ImmutableSortedDictionary<string, string> sets = role?.Sets ?? Nothing;
            string head = Folding.Label($"{part.Name}/{column.Name}");
            string subject = SubjectOf(line, meaning, sets);
            if (subject.Length == 0)
            {
                return null;
            }

            string component = sets.GetValueOrDefault("component")
                ?? ColumnAsComponent(line, meaning, role)
                ?? Said(meaning.Subject?.Component)
                ?? _kind.GetValueOrDefault("component")
                ?? "total";
            return new FactKey(
                meaning.Body == document.Organisation ? "" : meaning.Body,
                YearOf(sets, head),
                meaning.Phase != Phase.Unknown ? meaning.Phase : PhaseOf(sets, head),
                sets.GetValueOrDefault("fund") ?? Said(meaning.Subject?.Fund) ?? _kind.GetValueOrDefault("fund") ?? "",
                sets.GetValueOrDefault("flow") ?? Said(meaning.Flow) ?? meaning.Subject?.Flow ?? "",
                subject,
                component,
                MeasureOf(sets, head, column, cell));
        }

        private string SubjectOf(TableLine line, LineMeaning meaning, ImmutableSortedDictionary<string, string> column)
        {
            if (meaning.Code.Length > 0)
            {
                return meaning.Code;
            }

            if (meaning.Subject is { } named)
            {
                return named.Id;
            }

            string byHeads = column.GetValueOrDefault("subject") ?? _kind.GetValueOrDefault("subject") ?? "";
            if (meaning.IsBody || meaning.Phase != Phase.Unknown)
            {
                return byHeads;
            }

            if (line.Role == LineRole.Total || line.Label.Length == 0)
            {
                return byHeads.Length > 0 ? byHeads : meaning.Flow.Length > 0 ? meaning.Flow + "-total" : line.Label;
            }

            return _kind.GetValueOrDefault("lines") == "project" ? "project:" + line.Label : line.Label;
        }

        /// <summary>A column that stands for a subject of its own (事业收入) is a component of every line's subject (公共安全支出).</summary>
        private static string? ColumnAsComponent(TableLine line, LineMeaning meaning, ColumnRole? role)
        {
            bool isItem = line.Role == LineRole.Item && !meaning.IsBody && meaning.Phase == Phase.Unknown && line.Label.Length > 0;
            return isItem && role is { Id: not ("total" or "amount") } && role.Sets.TryGetValue("subject", out string? subject)
                && meaning.Subject?.Id != subject ? subject : null;
        }

        private int? YearOf(ImmutableSortedDictionary<string, string> column, string head)
        {
            int? byHead = words.YearOf(head, document.FiscalYear);
            if (byHead is not null)
            {
                return byHead;
            }

            return column.TryGetValue("year", out string? distance) || _kind.TryGetValue("year", out distance)
                ? document.FiscalYear + int.Parse(distance, CultureInfo.InvariantCulture)
                : document.FiscalYear;
        }

        private Phase PhaseOf(ImmutableSortedDictionary<string, string> column, string head)
        {
            if (column.TryGetValue("phase", out string? set))
            {
                return FactWords.Phases[set];
            }

            Phase said = words.PhaseOf(head);
            if (said != Phase.Unknown)
            {
                return said;
            }

            return _kind.TryGetValue("phase", out set) ? FactWords.Phases[set]
                : document.Genre.EndsWith("-budget", StringComparison.Ordinal) ? Phase.Budget
                : document.Genre == "final-accounts" ? Phase.Final
                : Phase.Unknown;
        }

        private Measure MeasureOf(ImmutableSortedDictionary<string, string> column, string head, ValueColumn heading, Cell cell)
        {
            if (column.TryGetValue("measure", out string? set))
            {
                return FactWords.Measures[set];
            }

            Dimension dimension = (cell.Number?.Unit ?? heading.Unit ?? known.Table.Unit).Dimension;
            return dimension switch
            {
                Dimension.Count => Measure.Count,
                Dimension.Percent => words.MeasureOf(head) is { } said and not Measure.Change ? said : Measure.Share,
                _ => known.Kind is null or { Columns.IsEmpty: true } && words.MeasureOf(head) is { } said ? said : Measure.Amount,
            };
        }

        private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }
}
