using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Across;

/// <summary>What is known of the field, as rules across documents need it.</summary>
/// <param name="Reading">Words, table kinds, units.</param>
/// <param name="Subjects">The dictionary.</param>
/// <param name="Rules">The catalogue.</param>
internal sealed record AcrossKnowledge(ReadingKnowledge Reading, SubjectCatalog Subjects, RuleBook Rules)
{
    private readonly Lazy<Lexicon> _lexicon = new(() => new Lexicon(Reading.Words, Subjects, Reading.Units));

    /// <summary>The words of the narrative.</summary>
    public Lexicon Lexicon => _lexicon.Value;
}

/// <summary>A checked document among others: its facts by what they are about, and what its narrative says.</summary>
internal sealed class AcrossDocument
{
    private readonly Dictionary<string, Fact> _byId = new(StringComparer.Ordinal);
    private readonly ILookup<(string Kind, FactKey Key), Fact> _byKind;
    private readonly ILookup<FactKey, Fact> _byKey;
    private readonly Lazy<ImmutableArray<Statement>> _statements;
    private readonly Lazy<Binding> _binding;
    private readonly IReadOnlySet<string> _doubtful;
    private readonly AcrossKnowledge _knowledge;

    /// <param name="document">As it was read.</param>
    /// <param name="facts">Its facts, as checking it alone gave them.</param>
    /// <param name="doubtful">Ids of facts that take part in what it contradicts itself.</param>
    /// <param name="source">What it is called by others; null for the one whose obligations are sought.</param>
    /// <param name="knowledge">What is known of the field.</param>
    public AcrossDocument(
        Document document, ImmutableArray<Fact> facts, IReadOnlySet<string> doubtful, FactSource? source, AcrossKnowledge knowledge)
    {
        Document = document;
        Source = source;
        _doubtful = doubtful;
        _knowledge = knowledge;
        foreach (Fact fact in facts)
        {
            _byId[fact.Id] = source is null ? fact : fact.From(source);
        }

        Facts = [.. facts.Select(fact => _byId[fact.Id])];
        _byKind = OwnCells.ToLookup(fact => (fact.Table!.Kind, fact.Key! with { Body = "" }));
        _byKey = Facts.Where(fact => fact.Key is { } key && IsOwn(key)).ToLookup(fact => fact.Key! with { Body = "" });
        _statements = new Lazy<ImmutableArray<Statement>>(() => NarrativeReader.Read(document, knowledge.Lexicon).Statements);
        _binding = new Lazy<Binding>(() => new Binding(Cells, Statements, knowledge.Lexicon));
    }

    /// <summary>As it was read.</summary>
    public Document Document { get; }

    /// <summary>What it is called by others; null for the one whose obligations are sought.</summary>
    public FactSource? Source { get; }

    /// <summary>Its facts, as seen by the one whose obligations are sought.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>What its narrative says.</summary>
    public ImmutableArray<Statement> Statements => _statements.Value;

    /// <summary>The facts of cells that are about the body itself, in tables whose kind says what their columns are.</summary>
    public IEnumerable<Fact> OwnCells => Cells.Where(fact => IsOwn(fact.Key!) && fact.Table!.Kind is not ("other" or "performance-targets"));

    /// <summary>The fact of a number of <see cref="Statements"/>.</summary>
    public Fact Of(Fact stated) => _byId.GetValueOrDefault(stated.Id, stated);

    /// <summary>Whether the number takes part in a contradiction within the document.</summary>
    public bool IsDoubtful(Fact fact) => _doubtful.Contains(fact.Id[(fact.Id.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    /// <summary>Whether the document prints a table of that kind.</summary>
    public bool Prints(string kind) => Document.Tables.Any(table => table.Kind == kind);

    /// <summary>The cell of that key in tables of that kind; null when there is none, or when several differ.</summary>
    public Fact? Cell(string kind, FactKey key) => Single(_byKind[(kind, key with { Body = "" })]);

    /// <summary>Whether tables of that kind have one number of that key or none at all, rather than several or an unreadable one.</summary>
    public bool IsPlain(string kind, FactKey key) => Cell(kind, key) is not null || !_byKind[(kind, key with { Body = "" })].Any();

    /// <summary>A print of that key, wherever it stands; null when there is none, or when several differ.</summary>
    public Fact? Print(FactKey key) => Single(_byKey[key with { Body = "" }]);

    /// <summary>
    /// The number of what another document's statement speaks of: a cell, else what the narrative says under the same name.
    /// </summary>
    /// <param name="statement">The other document's statement.</param>
    /// <param name="period">Of which year and phase.</param>
    /// <param name="stated">What is printed there, which ranks equal candidates; null for nothing.</param>
    public Fact? Find(Statement statement, Period period, Printed? stated)
    {
        (Fact? cell, string reason) = _binding.Value.CellFor(statement, period, stated);
        if (cell is not null || reason != "missing-side")
        {
            return cell;
        }

        ImmutableArray<string> ids = Binding.SubjectIds(statement);
        if (ids.IsEmpty || !IsKnown(ids[0]))
        {
            return null;
        }

        return Single(Statements
            .Where(own => own.Scope == statement.Scope && own.FundHint == statement.FundHint && own.Path?.Joined == statement.Path?.Joined
                && Binding.SubjectIds(own).FirstOrDefault() == ids[0])
            .Select(own => own.Mentions.Find(mention => mention.Period == period)?.Fact)
            .OfType<Fact>()
            .Select(Of));
    }

    /// <summary>Whether the subject is one of the dictionary, so that it means the same in every document.</summary>
    public bool IsKnown(string subject) => _knowledge.Subjects.Has(subject) || (subject.Length >= 3 && subject.All(char.IsAsciiDigit));

    /// <summary>The most precise of several prints of one number; null when there is none, or when they differ.</summary>
    public static Fact? Single(IEnumerable<Fact> prints)
    {
        List<Fact> printed = [.. prints.Where(fact => fact.Printed is not null)];
        if (printed.Count == 0)
        {
            return prints.FirstOrDefault(fact => !fact.IsUnreadable);
        }

        Fact best = printed.MinBy(fact => fact.Printed!.LastDigit)!;
        return printed.TrueForAll(fact => fact.Printed!.Unit.Dimension == best.Printed!.Unit.Dimension
            && Math.Abs(fact.Printed.Base - best.Printed.Base) <= fact.Printed.LastDigit) ? best : null;
    }

    private IEnumerable<Fact> Cells => Facts.Where(fact => fact is { Cell: not null, Key: not null });

    private bool IsOwn(FactKey key) => key.Body.Length == 0 || Folding.Label(key.Body) == Folding.Label(Document.Organisation);
}
