using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>A table with what is known of its meaning: the role of each column, the subject and the body of each line.</summary>
internal sealed class KnownTable
{
    private readonly Dictionary<ValueColumn, ColumnRole> _roles = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TableLine, LineMeaning> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly HeadWords _words;

    /// <param name="table">The table.</param>
    /// <param name="kind">Its kind, or null when it is of none.</param>
    /// <param name="subjects">The dictionary.</param>
    /// <param name="words">The words of heads.</param>
    public KnownTable(Table table, TableKind? kind, SubjectCatalog subjects, HeadWords words)
    {
        Table = table;
        Kind = kind;
        _words = words;
        string[] paths = [.. table.Parts.SelectMany(part => part.Columns).Select(column => Folding.Label(column.Name))];
        foreach (TablePart part in table.Parts)
        {
            foreach (ValueColumn column in part.Columns)
            {
                string path = Folding.Label(column.Name);
                if (kind?.Columns.FirstOrDefault(role => Patterns.Any(role.Match, path)
                    && (role.Beside.IsEmpty || paths.Any(other => other != path && Patterns.Any(role.Beside, other)))) is { } role)
                {
                    _roles[column] = role;
                }
            }

            string flow = kind?.Sets.GetValueOrDefault("flow") ?? words.FlowOf(part, table);
            foreach ((TableLine line, LineMeaning meaning) in new LineMeanings(part, flow, kind, subjects, words).All())
            {
                _lines[line] = meaning;
            }
        }
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>Its kind, or null when it is of none.</summary>
    public TableKind? Kind { get; }

    /// <summary>All tables of a document.</summary>
    public static IEnumerable<KnownTable> In(Document document, ReadingKnowledge knowledge, SubjectCatalog subjects)
    {
        var words = new HeadWords(knowledge.Words);
        foreach (Table table in document.Tables)
        {
            yield return new KnownTable(table, knowledge.Kinds.FirstOrDefault(kind => kind.Id == table.Kind), subjects, words);
        }
    }

    /// <summary>Whether the heads say only that the column is a sum.</summary>
    public bool IsSum(ImmutableArray<string> path) => _words.IsSum(path);

    /// <summary>What the column means, or null when no role of the kind matches it.</summary>
    public ColumnRole? RoleOf(ValueColumn column) => _roles.GetValueOrDefault(column);

    /// <summary>What the line means.</summary>
    public LineMeaning MeaningOf(TableLine line) => _lines[line];
}

/// <summary>What a line of a table is about.</summary>
/// <param name="Subject">The subject, or null when the dictionary has none for it.</param>
/// <param name="Code">Its subject code, or empty; a code of a body is none.</param>
/// <param name="Body">The body whose money it counts, or empty for that of the document.</param>
/// <param name="IsBody">Whether the line itself names a body and nothing else.</param>
/// <param name="Flow">revenue, expenditure, or empty when nothing tells.</param>
internal sealed record LineMeaning(Subject? Subject, string Code, string Body, bool IsBody, string Flow)
{
    /// <summary>Index of the line above it in the hierarchy, or -1.</summary>
    public int Above { get; init; } = -1;

    /// <summary>The state of the money, where the line names nothing else.</summary>
    public Phase Phase { get; init; }
}
