using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>
/// Binds statements to subjects and to the table cells that print the same fact. Binding goes by key; an equal value only
/// ranks candidates that fit equally well.
/// </summary>
internal sealed class Binding
{
    private readonly Dictionary<string, List<Fact>> _bySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Fact>> _byLabel = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Statement> _statements;

    private readonly Lexicon _lexicon;
    private readonly MoneyScopes _scopes;
    private readonly TableReach _reach;

    public Binding(IEnumerable<Fact> tableFacts, ImmutableArray<Statement> statements, Lexicon lexicon)
    {
        _statements = statements;
        _lexicon = lexicon;
        List<Fact> keyed = [.. tableFacts.Where(fact => fact.Key is not null)];
        _scopes = MoneyScopes.Of(keyed);
        _reach = new TableReach(keyed);
        foreach (Fact fact in keyed)
        {
            Add(_bySubject, fact.Key!.Subject, fact);
            if (fact.Line is { Label.Length: > 1 } line && line.Label != fact.Key.Subject)
            {
                Add(_byLabel, lexicon.Paths.Spelled(line.Label), fact);
            }
        }
    }

    /// <summary>The ids a statement's words may stand for, best first; the words themselves when the dictionary has none.</summary>
    public static ImmutableArray<string> SubjectIds(Statement statement)
    {
        if (statement.Path is { Code.Length: > 0 } path)
        {
            return [path.Code];
        }

        if (statement.Subjects.Length == 0)
        {
            return statement.Words.Length > 0 ? [statement.Words] : [];
        }

        // 公务接待费 is a line of the 三公 table and an economic class: the list or section it stands in tells which.
        bool threePublic = Ancestors(statement).Any(above => above.Subjects.Any(IsThreePublic))
            || statement.IsInThreePublicSection;
        return [.. statement.Subjects.OrderBy(subject => IsThreePublic(subject) == threePublic ? 0 : 1).Select(subject => subject.Id)];
    }

    /// <summary>The key of an amount of a statement.</summary>
    public static FactKey KeyOf(Statement statement, Period period, Measure measure)
    {
        string id = SubjectIds(statement).FirstOrDefault() ?? "";
        Subject? subject = statement.Subjects.FirstOrDefault(candidate => candidate.Id == id);
        return new FactKey(statement.Scope, period.Year, period.Phase, subject?.Fund ?? "", subject?.Flow ?? "", id, subject?.Component ?? "", measure);
    }

    /// <summary>
    /// The cell that prints the amount of this statement for the period, with the reason when there is none or no single one.
    /// </summary>
    /// <param name="statement">What is spoken of.</param>
    /// <param name="period">For which year and phase.</param>
    /// <param name="stated">The amount stated, which ranks equal candidates; null when there is none.</param>
    /// <param name="measure">What the cell is to say of it; an amount stands for a count as well.</param>
    public (Fact? Cell, string Reason) CellFor(Statement statement, Period period, Printed? stated, Measure measure = Measure.Amount)
    {
        if (statement.Path is { } path)
        {
            return Best(statement, statement.Subjects.FirstOrDefault(), OnPath(path), period, stated, measure) ?? (null, "missing-side");
        }

        foreach (string id in SubjectIds(statement))
        {
            Subject? subject = statement.Subjects.FirstOrDefault(candidate => candidate.Id == id);
            if ((Best(statement, subject, Named(id, subject), period, stated, measure)
                ?? Best(statement, subject, PrintedAs(subject), period, stated, measure)) is { } best)
            {
                return best;
            }
        }

        return (null, "missing-side");
    }

    /// <summary>Why no cell of the document can print an amount of the statement, or null where one should: see <see cref="TableReach"/>.</summary>
    public string? GapOf(Statement statement, Period period, Printed stated)
    {
        IEnumerable<Fact> cells = statement.Path is { } path ? OnPath(path) : SubjectIds(statement).SelectMany(id =>
            statement.Subjects.FirstOrDefault(candidate => candidate.Id == id) is var subject ? Named(id, subject).Concat(PrintedAs(subject)) : []);
        return _reach.Gap(statement, [.. cells], period, stated);
    }

    /// <summary>All cells of a subject; of words that the dictionary does not know, those of lines with this label.</summary>
    private IEnumerable<Fact> Named(string id, Subject? subject)
    {
        List<Fact> cells = _bySubject.GetValueOrDefault(id, []);
        return subject is not null ? cells : cells.Concat(_byLabel.GetValueOrDefault(id, [])).Concat(_bySubject.GetValueOrDefault("project:" + id, []));
    }

    /// <summary>The cells that print a subject where no line has its name.</summary>
    private IEnumerable<Fact> PrintedAs(Subject? subject) => subject?.PrintedAs.SelectMany(other => _bySubject.GetValueOrDefault(other, [])) ?? [];

    private (Fact? Cell, string Reason)? Best(Statement statement, Subject? subject, IEnumerable<Fact> candidates, Period period, Printed? stated, Measure measure)
    {
        List<(Fact Fact, int Penalty)> fitting = [];
        foreach (Fact fact in candidates)
        {
            if (Penalty(statement, subject, fact, period, stated, measure) is { } penalty)
            {
                fitting.Add((fact, penalty));
            }
        }

        if (fitting.Count == 0)
        {
            return null;
        }

        int least = fitting.Min(candidate => candidate.Penalty);
        return Pick([.. fitting.Where(candidate => candidate.Penalty == least).Select(candidate => candidate.Fact)], stated);
    }

    /// <summary>
    /// The cells of a subject that is printed with its classes: those of its name below them. Where its codes are printed too, a
    /// cell of that code counts as well when one of them is a name of the other.
    /// </summary>
    private IEnumerable<Fact> OnPath(SubjectPath path)
    {
        IEnumerable<Fact> named = _byLabel.GetValueOrDefault(path.Name, []).Concat(_bySubject.GetValueOrDefault(path.Name, [])).Where(fact => IsOnPath(path, fact));
        IEnumerable<Fact> coded = _bySubject.GetValueOrDefault(path.Code, []).Where(fact =>
            fact.Line!.Label.Length == 0 || (_lexicon.Paths.IsNameOf(path.Name, path.Code) && _lexicon.Paths.IsNameOf(fact.Line.Label, path.Code)));
        return named.Concat(coded).Distinct();
    }

    /// <summary>一般行政管理事务 and its like stand under many classes: the lines above a cell's line must be those that the prose prints.</summary>
    private bool IsOnPath(SubjectPath path, Fact fact)
    {
        TableLine line = fact.Line!;
        if (path.Level > 0 && line.Code.Length > 0 && line.Code.Length != 1 + 2 * path.Level)
        {
            return false;
        }

        int guard = 0, step = path.Names.Length - 1;
        for (int above = line.Parent; above >= 0 && guard < 5; above = fact.Part!.Lines[above].Parent, guard++)
        {
            TableLine parent = fact.Part!.Lines[above];
            if (parent.Role != LineRole.Item || parent.Label.Length == 0)
            {
                continue;
            }

            step--;
            if (step >= 0 && path.Names[step] != _lexicon.Paths.Spelled(parent.Label) && !_lexicon.Paths.IsNameOf(path.Names[step], parent.Code))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The amount of the same subject in another period: in the statement itself, in another one, or in a table.</summary>
    public Fact? AmountFor(Statement statement, Period period)
    {
        if ((statement.MentionFor(period) ?? statement.Repeats?.MentionFor(period)) is { } own)
        {
            return own.Fact;
        }

        string id = SubjectIds(statement).FirstOrDefault() ?? "";
        if (id.Length > 1)
        {
            foreach (Statement other in _statements)
            {
                if (other != statement && other.Scope == statement.Scope && SubjectIds(other).FirstOrDefault() == id && other.Path?.Joined == statement.Path?.Joined
                    && other.Section.SequenceEqual(statement.Section) && other.MentionFor(period) is { } mention)
                {
                    return mention.Fact;
                }
            }
        }

        return CellFor(statement, period, null).Cell;
    }

    /// <summary>
    /// What a share may be a part of, best first: a fact or a sum of facts, and whether the words leave no doubt about it.
    /// </summary>
    /// <param name="statement">The part.</param>
    /// <param name="of">The words behind 占, folded; may be empty.</param>
    public IEnumerable<(IReadOnlyList<Fact> Whole, bool Certain)> WholesOf(Statement statement, string of)
    {
        Period period = statement.Current!.Period;
        IReadOnlyList<Fact> siblings = [.. _statements
            .Where(other => other.Block == statement.Block || (other.Parent is not null && other.Parent == statement.Parent))
            .Where(other => other.Claims.Exists(claim => claim.Role == FigureRole.Share && claim.Of == of))
            .Where(other => other.Current is { } current && current.Fact.Printed!.Unit == statement.Current.Fact.Printed!.Unit)
            .Select(other => other.Current!.Fact)];
        ImmutableArray<Subject> named = of.Length == 0 ? [] : _lexicon.SubjectsOf(of);
        named = named.IsEmpty && of.Length > 0 ? _lexicon.SubjectsOf(_lexicon.SubjectIn(of)) : named;
        foreach (Statement above in Ancestors(statement))
        {
            bool meant = above.Subjects.Any(subject => named.Any(other => other.Id == subject.Id)) || (of.Length > 1 && above.Words.EndsWith(of, StringComparison.Ordinal));
            if (meant && Same(above) is { } fact)
            {
                yield return ([fact], true);
            }
        }

        foreach (Subject subject in named)
        {
            var spoken = _statements.LastOrDefault(other => other.Order < statement.Order && other.Subjects.Any(own => own.Id == subject.Id) && Same(other) is not null);
            if (spoken is not null)
            {
                yield return ([Same(spoken)!], spoken.Section.SequenceEqual(statement.Section));
            }
        }

        if (named.Length > 0 && CellOf(named, statement, period) is { Printed: not null } cell)
        {
            yield return ([cell], true);
        }

        // 占本年支出 under a list of 预算支出总额: the words differ, the thing is the same.
        foreach (Statement above in Ancestors(statement))
        {
            bool alike = of.Length == 0 || (of.Length >= 2 && above.Words.Contains(of[^2..], StringComparison.Ordinal));
            if (Same(above) is { } fact)
            {
                yield return ([fact], alike && statement.Membership != Membership.Suggested && ReferenceEquals(above, statement.Parent));
            }
        }

        if (siblings.Count > 1)
        {
            yield return (siblings, false);
        }

        Fact? Same(Statement other) => other.MentionFor(period)?.Fact is { Printed: { } printed } fact
            && printed.Unit.Dimension == statement.Current!.Fact.Printed!.Unit.Dimension ? fact : null;
    }

    /// <summary>A statement that nobody made, to ask for the cells of a subject.</summary>
    public static Statement Probe(Subject subject, string scope = "") => new()
    {
        Order = -1,
        Block = -1,
        Section = [],
        SentenceStart = 0,
        Words = subject.Labels.FirstOrDefault() ?? subject.Id,
        Subjects = [subject],
        Scope = scope,
        IsOpenList = false,
    };

    /// <summary>The statements above this one, nearest first.</summary>
    public static IEnumerable<Statement> Ancestors(Statement statement)
    {
        int guard = 0;
        for (Statement? above = statement.Parent; above is not null && guard < 20; above = above.Parent, guard++)
        {
            yield return above;
        }
    }

    private Fact? CellOf(ImmutableArray<Subject> subjects, Statement like, Period period)
    {
        return CellFor(Probe(subjects[0], like.Scope), period, null).Cell;
    }

    private static (Fact? Cell, string Reason) Pick(List<Fact> facts, Printed? stated)
    {
        List<Fact> printed = [.. facts.Where(fact => fact.Printed is not null)];
        if (printed.Count == 0)
        {
            return facts.Exists(fact => fact.IsUnreadable) ? (null, "unreadable") : (facts[0], "");
        }

        // Several copies of one fact: the most precise one, and of these the first.
        Fact best = printed.MinBy(fact => (fact.Printed!.LastDigit, fact.Table!.Number, fact.Cell!.Row))!;
        bool agree = printed.TrueForAll(fact => Math.Abs(fact.Printed!.Base - best.Printed!.Base) <= fact.Printed.LastDigit);
        if (agree)
        {
            return (best, "");
        }

        // The same digits with another unit mean the same cell, too.
        Fact? equal = stated is null ? null
            : printed.Find(fact => fact.Printed!.Base == stated.Base)
            ?? printed.Find(fact => stated.Value != 0 && fact.Printed!.Value == stated.Value && fact.Printed.Unit.Dimension == stated.Unit.Dimension);
        return equal is null ? (null, "ambiguous") : (equal, "");
    }

    private int? Penalty(Statement statement, Subject? subject, Fact fact, Period period, Printed? stated, Measure measure)
    {
        FactKey key = fact.Key!;
        bool count = stated?.Unit.Dimension == Dimension.Count;
        bool counts = key.Measure == Measure.Count || fact.Printed?.Unit.Dimension == Dimension.Count;
        if (measure == Measure.Amount ? key.Measure is not (Measure.Amount or Measure.Count) || count != counts : key.Measure != measure)
        {
            return null;
        }

        if (fact.Printed is { } printed && stated is not null && printed.Unit.Dimension != stated.Unit.Dimension)
        {
            return null;
        }

        if (!TableReach.Fits(key, period))
        {
            return null;
        }

        int penalty = key.Phase != period.Phase && key.Phase != Phase.Unknown && period.Phase != Phase.Unknown ? 1 : 0;
        string component = subject?.Component is { Length: > 0 } own ? own : "total";
        if (key.Component.Length > 0 && key.Component != component)
        {
            // The table of basic spending by economic class prints nothing else.
            if (key.Component != "basic" || component != "total" || subject?.Tags.Contains("economic-item") is not true)
            {
                return null;
            }

            penalty++;
        }

        // 一般公共预算资金 is income where income is spoken of, and elsewhere only a kind of money.
        if (subject is { Flow: "revenue" } && !_lexicon.Has(statement.Words, "revenue-words")
            && !(statement.Parent is { } whole && statement.Membership != Membership.Suggested && _lexicon.Has(whole.Words, "revenue-words"))
            && !statement.Section.Any(heading => _lexicon.Has(Folding.Label(heading), "revenue-words")))
        {
            return null;
        }

        // 收支总预算10万元，其中一般公共预算8万元: both sides are meant, and this year's income is not all of either.
        if (subject is { Flow: "revenue" } && statement.Parent is { } both && (statement.Membership != Membership.Suggested || both.Block == statement.Block)
            && _lexicon.Has(both.Words, "both-sides"))
        {
            return null;
        }

        string? flow = subject?.Flow ?? (statement.Path is null ? null : "expenditure");
        if (flow is { Length: > 0 } && key.Flow.Length > 0 && key.Flow != flow)
        {
            return null;
        }

        string fund = subject?.Fund is { Length: > 0 } named ? named : statement.FundHint;
        bool basic = component is "personnel" or "operating" or "basic" || key.Component == "basic";
        if (_scopes.Distance(fund, key.Fund, basic) is not { } distance)
        {
            return null;
        }

        bool otherBody = key.Body.Length > 0 && key.Body != statement.Scope;
        return otherBody ? null : penalty + distance;
    }

    private static bool IsThreePublic(Subject subject) => subject.Tags.Contains("three-public");

    private static void Add(Dictionary<string, List<Fact>> index, string name, Fact fact)
    {
        if (!index.TryGetValue(name, out List<Fact>? list))
        {
            index[name] = list = [];
        }

        list.Add(fact);
    }
}
