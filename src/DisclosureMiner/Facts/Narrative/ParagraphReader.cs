using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Reads one paragraph from left to right, number by number.</summary>
internal sealed class ParagraphReader(Lexicon lexicon, ParagraphText text, Period home, string scope, NarrativeReader owner)
{
    private readonly string _text = text.Text;
    private readonly Paragraph _paragraph = text.Paragraph;
    private readonly Periods _periods = Periods.Under(lexicon, home, text.Paragraph.Section, owner.TitleSlips);
    private readonly OpenLists _lists = new(lexicon);
    private readonly ImmutableArray<SubjectPath> _paths = lexicon.Paths.In(text.Text);
    private readonly List<Statement> _group = [];
    private Statement? _current;
    private Period? _base;
    private (FigureRole Role, Direction Direction)? _percent;
    private bool _denied;
    private bool _enumerates;
    private int _from;

    /// <summary>The statement that leads the paragraph.</summary>
    public Statement? Top { get; private set; }

    /// <summary>Whether <see cref="Top"/> is named by its own words.</summary>
    public bool HasOwnWords => Top is { Words.Length: > 0 };

    /// <summary>For the text of a cell: the label of its row.</summary>
    public string CellLabel { get; init; } = "";

    /// <summary>Reads the text from an offset on, which skips an enumerator.</summary>
    public void Read(int from)
    {
        _from = from;
        var wordClaims = new WordClaims(lexicon, text, owner);
        List<NumberToken> tokens = [.. lexicon.Numbers.Read(_text, from)];
        Unit? bare = lexicon.BareUnit(_text);
        int last = from;
        for (int i = 0; i < tokens.Count; i++)
        {
            NumberToken token = tokens[i] = bare is not null && IsBareAmount(tokens[i]) ? tokens[i].In(bare) : tokens[i];
            if (!token.IsQuantity || _paths.Any(path => path.Start < token.Start && token.End < path.End))
            {
                AddOther(token);
                continue;
            }

            wordClaims.Add(last, token.Start, _current, Compare);
            Clause clause = Clause.Cut(_text, last, token.Start);
            Enter(clause, token);
            if (token.Printed.Unit.Dimension == Dimension.PercentagePoint)
            {
                AddOther(token);
            }
            else if (token.IsPercent)
            {
                ReadPercent(token, clause, tokens, i);
            }
            else
            {
                ReadQuantity(token, clause, tokens, i);
            }

            _current = _lists.End(_text.AsSpan(token.End)) ?? _current;
            last = token.End;
        }

        wordClaims.Add(last, _text.Length, _current, Compare);
    }

    /// <summary>In a paragraph that gives its unit once, a number between a name and a mark is an amount.</summary>
    private bool IsBareAmount(NumberToken token) =>
        !token.IsQuantity && token.Start > 0 && _text[token.Start - 1] > 0x2E80
        && (token.End == _text.Length || _text[token.End] is '(' or ',' or '、' or ';' or '。');

    /// <summary>Sentence ends, list words and brackets between the last number and this one.</summary>
    private void Enter(Clause clause, NumberToken token)
    {
        string gap = clause.Gap;
        if (clause.NewSentence)
        {
            // What follows a finished list without naming anything speaks of the whole again.
            _current = _lists.Parent is null ? _current : Top ?? _current;
            _lists.EndSentence();
            _group.Clear();
            _percent = null;
            _denied = false;
        }
        else if (gap.Contains(';', StringComparison.Ordinal))
        {
            // 总额30万元，其中甲20万元，乙10万元；与上年相比增加5万元: behind the parts of one clause the whole goes on.
            bool goesOn = _group.Count > 1 && lexicon.ComparisonIn(gap[(gap.LastIndexOf(';') + 1)..]) is { Match.Index: 0 };
            _current = goesOn && _lists.Parent is { } listed && _group.TrueForAll(part => part.Parent == listed && part.Claims.Count == 0) ? listed : _current;
            // 其中甲1万元、乙2万元；丙3万元: a semicolon is the greater mark, and ends what the lesser one parted.
            _lists.EndClause(_enumerates);
            _enumerates = false;
            _group.Clear();
            _percent = null;
        }

        _enumerates = clause.Separator == '、' || (_enumerates && !clause.NewSentence);
        _lists.Close(gap);
        _periods.Pass(gap);
        _denied |= lexicon.IsDenied(gap[(gap.LastIndexOf('。') + 1)..]);
        if (lexicon.WholeBefore(clause.Before.TrimEnd()) is { } name && owner.Named(name, _paragraph.Index) is { } whole)
        {
            _lists.OpenUnder(whole);
            _group.Clear();
        }
        else if (_lists.Open(clause, _current, Top, WholeAbove(), whole => Counts(whole, token)))
        {
            _group.Clear();
        }
    }

    /// <summary>What a list at the head of the paragraph may divide: something under the same heading, or what the paragraph is an item of.</summary>
    private Statement? WholeAbove() => owner.Above(_paragraph) is ({ } parent, var membership)
        && (membership != Membership.Suggested || parent.Section.SequenceEqual(_paragraph.Section)) ? parent : null;

    private void ReadQuantity(NumberToken token, Clause clause, List<NumberToken> tokens, int index)
    {
        if (lexicon.ChangeAt(lexicon.WithoutComparisons(clause.Tail)) is { } direction)
        {
            Statement? about = About(clause, token);
            _base = Compare(clause);
            AddClaim(token, FigureRole.Change, direction, "", clause, about);
            return;
        }

        if (_current is not null && SameDimension(token) && lexicon.BaseOfAmount(clause.Tail) is { } based)
        {
            // …财政拨款收入12万元，其他收入1万元。财政拨款收入较上年11万元增加1万元: another one of the paragraph is spoken of again.
            string again = clause.NewSentence ? lexicon.SubjectIn(lexicon.BeforeBase(clause.Tail)) : "";
            _current = again.Length > 0 && again != _current.Words && owner.Named(again, _paragraph.Index) is { } named ? named : _current;
            _base = _periods.OfBase(based, _current);
            AddMention(token, FigureRole.Amount, _current, _base.Value);
            return;
        }

        if (lexicon.ComparisonIn(clause.Before) is { } comparison)
        {
            _base = _periods.OfBase(comparison.Name, _current);
        }

        SubjectPath? path = PathBefore(clause, token);
        string words = path?.Name ?? lexicon.SubjectIn(owner.WithoutBody(clause.Tail));
        Period period = _periods.Of(clause, words, _current);
        if (Respectively.NameOf(_text, tokens, index, lexicon) is { } name)
        {
            words = lexicon.SubjectIn(name);
        }
        else if (words.Length == 0 && clause.Before.Length > 0 && NumberFreeClause(clause.Before) is { Length: > 0 } before)
        {
            words = before;
        }

        bool same = _current is { } current && SameDimension(token)
            && (words.Length == 0 || words == current.Words)
            && (clause.Separator is ',' or ' ' or '(' or ':' || (words.Length == 0 && (clause.Separator == ';' || IsOfYearBefore(clause, period))))
            && !_lists.AreOpenedBy(clause)
            && current.Mentions.TrueForAll(mention => mention.Period != period);
        Statement statement = same ? _current! : EarlierOf(words, period, token) ?? Start(words, clause, token, path, Repeated(words, clause, token));
        if (same && words.Length == 0 && period.Year < home.Year)
        {
            _periods.Forget();
        }

        AddMention(token, token.IsMoney ? FigureRole.Amount : FigureRole.Count, statement, period);
        _current = statement;
        Top ??= statement;
    }

    /// <summary>
    /// The subject whose classes are printed right before a number, or, for the first amount of an item that begins with one, at
    /// its head (…行政运行（项）。主要用于：…。年初预算为…).
    /// </summary>
    private SubjectPath? PathBefore(Clause clause, NumberToken token)
    {
        SubjectPath? last = _paths.LastOrDefault(path => path.Start >= token.Start - clause.Gap.Length && path.End <= token.Start);
        if (last is null)
        {
            return null;
        }

        string between = _text[last.End..token.Start];
        bool touches = between.AsSpan().IndexOfAny("。;,") < 0 && lexicon.SubjectIn(between).Length == 0;
        return touches || (Top is null && token.IsMoney && last == _paths[0] && last.Start <= _from) ? last : null;
    }

    /// <summary>
    /// The head of the item when this amount is its own: an official subject, no name said since, and the year said
    /// (…行政运行（01项）12万元。主要用于…。2025年执行数为11万元，2026年预算安排12万元; 上年执行数11万元，本年安排12万元).
    /// </summary>
    private Statement? Repeated(string words, Clause clause, NumberToken token) =>
        words.Length == 0 && (_current?.Repeats ?? _current) is { Path: not null } head && SameDimension(token)
            && (lexicon.YearIn(clause.Tail) is not null || lexicon.Has(clause.Tail, "prior") || lexicon.Has(clause.Tail, "current-year")) ? head : null;

    /// <summary>政府采购预算78万元。上年采购预算为71万元: an earlier year's amount of what the paragraph spoke of, under another name.</summary>
    private Statement? EarlierOf(string words, Period period, NumberToken token) => period.Year < home.Year && words.Length > 1
        && owner.Alike(lexicon.SubjectsOf(words), _paragraph.Index) is { } alike && Counts(alike, token) && alike.Current!.Period.Year > period.Year
        && alike.Mentions.TrueForAll(mention => mention.Period != period) ? alike : null;

    /// <summary>2024年度为20万元。2023年度为15万元，增加5万元: a sentence that names nothing but an earlier year goes on.</summary>
    private bool IsOfYearBefore(Clause clause, Period period) =>
        clause.Separator == '。' && lexicon.YearIn(clause.Tail) is { } year && year < _current?.Current?.Period.Year && period.Year == year;

    /// <summary>
    /// Whom a claim is about: the statement before it, unless the clause names something else that has no amount of its own
    /// (公务用车采购…比上年下降27.6%).
    /// </summary>
    private Statement? About(Clause clause, NumberToken token)
    {
        bool percent = token.IsPercent;
        string residue = lexicon.SubjectBeforeClaim(clause.Tail, percent);
        if (residue.Length == 0 && clause.NewSentence)
        {
            string before = clause.Before[(clause.Before.LastIndexOf('。') + 1)..].Trim(',', ' ');
            residue = lexicon.ComparisonIn(before) is null ? lexicon.SubjectIn(before) : "";
        }

        bool another = clause.NewSentence || NumberLexer.StartsWithAny(clause.Tail, lexicon["another-lead"]) is not null;
        bool other = residue.Length > 0 && (_current is null || (another ? residue != _current.Words : Names(residue, _current)));
        if (!other && (_current is null || percent || SameDimension(token)))
        {
            return _current;
        }

        if (other)
        {
            _current = (clause.NewSentence ? SpokenOf(residue, token) : null) ?? Start(residue, clause, token);
            return _current;
        }

        return SameDimension(token) ? _current : Start(residue, clause, token);
    }

    /// <summary>公务接待费支出0.86万元，…。公务接待费支出决算比上年减少0.06万元: a sentence of the same paragraph has given the amount.</summary>
    private Statement? SpokenOf(string name, NumberToken token) =>
        (owner.Alike(lexicon.SubjectsOf(name), _paragraph.Index) ?? owner.Named(name, _paragraph.Index)) is { } spoken && (token.IsPercent || Counts(spoken, token)) ? spoken : null;

    /// <summary>民生支出占一般公共预算支出的78.6%: whose share it is, when the clause itself says so.</summary>
    private Statement? Sharer(Clause clause, NumberToken token)
    {
        string name = lexicon.SubjectIn(lexicon.BeforeShare(clause.Tail));
        if (name.Length == 0 || _current is null || name == _current.Words)
        {
            return _current;
        }

        _current = owner.Named(name, _paragraph.Index) ?? Start(name, clause, token);
        return _current;
    }

    private bool Names(string words, Statement current) =>
        lexicon.SubjectsOf(words) is { Length: > 0 } named && !named.Any(subject => current.Subjects.Any(own => own.Id == subject.Id));

    private bool SameDimension(NumberToken token) => _current is null || Counts(_current, token);

    private static bool Counts(Statement statement, NumberToken token) =>
        statement.Mentions is not [var first, ..] || first.Fact.Printed!.Unit.Dimension == token.Printed.Unit.Dimension
            && (token.IsMoney || first.Fact.Printed!.Unit == token.Printed.Unit);

    private Statement Start(string words, Clause clause, NumberToken token, SubjectPath? path = null, Statement? repeated = null)
    {
        (Statement? parent, Membership membership) = (_lists.Parent, _lists.Membership);
        if (parent is null && Top is null)
        {
            (parent, membership) = owner.Above(_paragraph);
        }
        else if (parent is null)
        {
            (parent, membership) = (Top, Membership.Suggested);
        }

        bool inherits = words.Length == 0;
        bool isThreshold = token.IsMoney && lexicon.IsThreshold(_text.AsSpan(token.End));
        if (isThreshold || lexicon.Has(clause.Tail, "limits"))
        {
            (parent, membership) = (null, Membership.None);
        }
        else if (inherits && clause.Separator == ';')
        {
            // 收入…，其中…；支出…: what begins anew behind a semicolon is no part of the list before it.
            (parent, membership) = (Top, Top is null ? Membership.None : Membership.Suggested);
        }

        string name = !inherits ? words
            : CellLabel.Length > 0 ? CellLabel
            : _current?.Words is { Length: > 0 } before ? before
            : HeadingWords();
        var statement = new Statement
        {
            Order = owner.StatementCount,
            Block = _paragraph.Index,
            Section = _paragraph.Section,
            SentenceStart = text.SentenceOf(token.Start).Start,
            Words = name,
            HasOwnName = !inherits || (CellLabel.Length == 0 && _current is { HasOwnName: true } && !SameDimension(token) && !clause.NewSentence),
            Subjects = path is not null ? lexicon.Paths.SubjectsOf(path) : repeated?.Subjects ?? lexicon.SubjectsOf(name),
            Scope = lexicon.Find(clause.Tail, "scopes")?.Word ?? scope,
            IsOpenList = lexicon.Has(clause.Before[(clause.Before.LastIndexOfAny(['。', ';']) + 1)..], "list-open"),
            Path = path ?? repeated?.Path,
            Repeats = repeated,
            FundHint = Fund(clause, parent, membership),
            IsInThreePublicSection = lexicon.Has(Folding.Label(string.Join('/', _paragraph.Section)), "three-public-heading"),
            Multiplicity = NumberLexer.EndsWithAny(clause.Tail, lexicon["each"]) is not null ? 1 + NamesBefore(token.Start) : 1,
            Parent = parent,
            Membership = parent is null ? Membership.None : membership,
            Row = CellLabel,
            ItemLevel = _paragraph.Level,
            IsDenied = _denied,
            IsClosingTotal = lexicon["total-after"].Any(total => clause.Tail.EndsWith(total, StringComparison.Ordinal) || name == total),
            IsGrandTotal = NumberLexer.EndsWithAny(clause.Tail, lexicon["grand-total"]) is not null,
            IsUnitPrice = lexicon.Has(clause.Tail, "unit-price"),
            IsThreshold = isThreshold,
        };
        owner.AddStatement(statement);
        _group.Add(statement);
        return statement;
    }

    private string Fund(Clause clause, Statement? parent, Membership membership)
    {
        string own = clause.Gap[(clause.Gap.LastIndexOf('。') + 1)..];
        return lexicon.FundIn(own)
            ?? (parent?.FundHint is { Length: > 0 } above && membership != Membership.Suggested ? above : null)
            ?? lexicon.FundIn(owner.Lead)
            ?? _paragraph.Section.Reverse().Select(heading => lexicon.FundIn(Folding.Label(heading))).FirstOrDefault(fund => fund is not null)
            ?? "";
    }

    private void ReadPercent(NumberToken token, Clause clause, List<NumberToken> tokens, int index)
    {
        var role = lexicon.PercentAt(lexicon.WithoutComparisons(clause.Tail));
        bool continues = role is null && _percent is not null && Respectively.Joins(clause.Gap);
        if (continues)
        {
            role = _percent;
        }
        else if (role is null && clause.OpensBracket && lexicon.Has(_text, "bracket-rates"))
        {
            role = (FigureRole.Rate, Direction.None);
        }
        else if (role is null && clause.Tail.Length == 0)
        {
            role = lexicon.PercentAt(clause.Before.TrimEnd(',', ';'));
        }

        string? budgeted = role is null && clause.Tail == "的" && index > 0 && tokens[index - 1].IsMoney
            ? lexicon.CompletionBase(Clause.Cut(_text, 0, tokens[index - 1].Start).Tail) : null;
        if (budgeted is not null)
        {
            // 完成全年预算33.50万元的85.07%: the budget itself stands between its name and the rate.
            role = (FigureRole.Completion, Direction.None);
        }

        if (role is not { } known)
        {
            AddOther(token);
            return;
        }

        _percent = known;
        _base = Compare(clause);
        Statement? about = Respectively.OwnerOf(_text, tokens, index, lexicon, _group)
            ?? (known.Role == FigureRole.Rate && !continues ? About(clause, token)
                : known.Role == FigureRole.Share ? Sharer(clause, token)
                : _current);
        string of = known.Role == FigureRole.Share ? lexicon.ShareOf(lexicon.WithoutYears(clause.Tail)) ?? "" : "";
        if (known.Role == FigureRole.Completion && (budgeted ?? lexicon.CompletionBase(clause.Tail)) is { } budget)
        {
            _base = new Period(about?.Current?.Period.Year ?? home.Year, _periods.PhaseOf(budget, home.Phase));
        }

        AddClaim(token, known.Role, known.Direction, of, clause, about);
    }

    /// <summary>What the words before a number compare with; what was compared with before when they name nothing.</summary>
    private Period? Compare(Clause clause) =>
        lexicon.ComparisonIn(clause.Gap) is { } comparison ? _periods.OfBase(comparison.Name, _current) : _base;

    private string? NumberFreeClause(string before)
    {
        string clause = before.TrimEnd(',', ':', ' ', '(');
        int border = clause.LastIndexOfAny([',', ';', '。', ':']);
        if (lexicon.IsReason(clause[(border + 1)..]))
        {
            return null;
        }

        string words = lexicon.SubjectIn(clause[(border + 1)..]);
        return words.Length is > 0 and <= 20 ? words : null;
    }

    private string HeadingWords()
    {
        for (int i = _paragraph.Section.Length - 1; i >= 0; i--)
        {
            string words = lexicon.SubjectIn(Folding.Label(_paragraph.Section[i]));
            if (lexicon.SubjectsOf(words).Length > 0)
            {
                return words;
            }
        }

        return "";
    }

    private int NamesBefore(int at)
    {
        int count = 0;
        for (int i = at - 1; i >= 0 && _text[i] is not (',' or ';' or '。' or ':'); i--)
        {
            count += _text[i] == '、' ? 1 : 0;
        }

        return count;
    }

    private void AddMention(NumberToken token, FigureRole role, Statement statement, Period period)
    {
        Figure figure = Add(token, role, Direction.None, statement.Words, period.ToString());
        statement.Mentions.Add(new Mention(owner.AddFact(figure, statement, period), period));
    }

    private void AddClaim(NumberToken token, FigureRole role, Direction direction, string of, Clause clause, Statement? about)
    {
        Figure figure = Add(token, role, direction, about?.Words ?? "", _base?.ToString() ?? "");
        Fact fact = owner.AddFact(figure, about, about?.Current?.Period ?? home);
        bool loose = lexicon["about"].Any(word => clause.Tail.EndsWith(word, StringComparison.Ordinal));
        about?.Claims.Add(new Claim(fact, role, direction, _base, of, loose, text.Quote(token.Start, token.End)));
    }

    private void AddOther(NumberToken token) => Add(token, FigureRole.Other, Direction.None, "", "");

    private Figure Add(NumberToken token, FigureRole role, Direction direction, string subject, string period) =>
        owner.AddFigure(text, token.Start, token.End, role, token.Printed, direction, subject, period);
}
