using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Reads one paragraph from left to right, number by number.</summary>
internal sealed class ParagraphReader(Lexicon lexicon, ReadingText reading, Paragraph paragraph, Period home, string scope, NarrativeReader owner)
{
    private readonly string _text = reading.Text;
    private readonly List<Statement> _group = [];
    private readonly Stack<(Statement? Parent, Membership Membership)> _outer = new();
    private ImmutableArray<(int Start, int End)> _sentences = [];
    private Statement? _current;
    private Statement? _listParent;
    private Membership _membership;
    private Period? _base;
    private FigureRole? _percentRole;
    private Direction _percentDirection;
    private int? _year = YearOfSection(lexicon, paragraph);
    private bool _denied;
    private string _bracketUnitRole = "";

    /// <summary>The statement that leads the paragraph.</summary>
    public Statement? Top { get; private set; }

    /// <summary>Whether <see cref="Top"/> is named by its own words.</summary>
    public bool HasOwnWords => Top is { Words.Length: > 0 };

    /// <summary>For the text of a cell: the label of its row.</summary>
    public string CellLabel { get; init; } = "";

    public void Read(int from)
    {
        _sentences = Sentences.Split(_text);
        ImmutableArray<Placeholder> unfilled = Placeholders.Find(_text, lexicon.Words);
        List<NumberToken> tokens = [.. lexicon.Numbers.Read(_text, from)];
        Unit? bare = lexicon.BareUnit(_text);
        int last = from;
        for (int i = 0; i < tokens.Count; i++)
        {
            NumberToken token = tokens[i];
            if (!token.IsQuantity && bare is not null && IsBareAmount(token))
            {
                token = token with { Printed = token.Printed with { Unit = bare }, IsQuantity = true };
            }

            if (!token.IsQuantity)
            {
                AddOther(token);
                continue;
            }

            Claims(last, token.Start, unfilled);
            Clause clause = Clause.Cut(_text, last, token.Start);
            Enter(clause);
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

            Leave(token.End);
            last = token.End;
        }

        Claims(last, _text.Length, unfilled);
    }

    /// <summary>The year that the nearest heading names (一、2019年执行情况), or null.</summary>
    private static int? YearOfSection(Lexicon lexicon, Paragraph paragraph)
    {
        for (int i = paragraph.Section.Length - 1; i >= 0; i--)
        {
            if (lexicon.YearIn(Folding.Label(paragraph.Section[i])) is { } year)
            {
                return year;
            }
        }

        return null;
    }

    private static bool IsBareAmountContext(char next) => next is '(' or ',' or '、' or ';' or '。';

    private bool IsBareAmount(NumberToken token) =>
        token.Start > 0 && _text[token.Start - 1] > 0x2E80 && (token.End == _text.Length || IsBareAmountContext(_text[token.End]));

    /// <summary>Sentence ends, list words and brackets between the last number and this one.</summary>
    private void Enter(Clause clause)
    {
        string gap = clause.Gap;
        if (gap.Contains('。', StringComparison.Ordinal))
        {
            _group.Clear();
            _outer.Clear();

            // What follows a finished list without naming anything speaks of the whole again.
            _current = _listParent is null ? _current : Top ?? _current;
            _listParent = null;
            _membership = Membership.None;
            _percentRole = null;
            _denied = false;
        }
        else if (gap.Contains(';', StringComparison.Ordinal))
        {
            _group.Clear();
            _percentRole = null;
            // A semicolon ends a list inside a list, and goes on with the outer one.
            if (_outer.Count > 0 && _outer.Peek().Parent is not null)
            {
                (_listParent, _membership) = _outer.Pop();
            }
        }

        foreach (char c in gap)
        {
            if (c == ')' && _outer.Count > 0 && _membership == Membership.Closed && !gap.Contains('(', StringComparison.Ordinal))
            {
                (_listParent, _membership) = _outer.Pop();
            }
        }

        _year = lexicon.YearIn(lexicon.WithoutComparisons(gap)) ?? _year;
        _denied |= lexicon.Has(gap, "negative");
        OpenList(clause);
    }

    private void OpenList(Clause clause)
    {
        string gap = clause.Gap;
        var closed = lexicon.Find(gap, "list-closed");
        var open = lexicon.Find(gap, "list-of-which");
        bool byBracket = clause.OpensBracket && _current is { } && gap.StartsWith('(');
        bool byHead = NumberLexer.StartsWithAny(clause.Tail, lexicon["list-head"]) is not null;
        if (closed is null && open is null && !byBracket && !byHead)
        {
            return;
        }

        int at = Math.Max(closed?.Index ?? -1, open?.Index ?? -1);
        int sentenceEnd = gap.LastIndexOf('。');
        Statement? parent = sentenceEnd >= 0 && at > sentenceEnd ? Top : _current ?? owner.Above(paragraph).Parent;
        if (closed is { Word: var word } && lexicon["respectively"].Contains(word) && !gap.Contains(':', StringComparison.Ordinal))
        {
            // "货物、工程分别为1和2" names several amounts; it opens no list.
            return;
        }

        if (parent is null || ReferenceEquals(parent, _listParent))
        {
            return;
        }

        _outer.Push((_listParent, _membership));
        _listParent = parent;
        _membership = byBracket || closed is not null || byHead ? Membership.Closed : Membership.OfWhich;
        _group.Clear();
    }

    private void Leave(int end)
    {
        // "由甲1亿元、乙2亿元组成": the list ends with its verb.
        if (NumberLexer.StartsWithAny(_text.AsSpan(end), lexicon["list-end"]) is not null && _outer.Count > 0)
        {
            (_listParent, _membership) = _outer.Pop();
        }
    }

    private void ReadQuantity(NumberToken token, Clause clause, List<NumberToken> tokens, int index)
    {
        if (lexicon.ChangeAt(lexicon.WithoutComparisons(clause.Tail)) is { } direction)
        {
            Statement? about = About(clause, token);
            Base(clause);
            Figure figure = Add(token, FigureRole.Change, direction, about?.Words ?? "", _base?.ToString() ?? "");
            Fact fact = owner.AddFact(figure, about, about?.Current?.Period ?? home);
            if (about is not null)
            {
                Claim(fact, FigureRole.Change, direction, "", clause, token, about);
            }

            return;
        }

        if (clause.Tail.Length > 0)
        {
            Base(clause, onlyBefore: true);
        }

        if (_current is not null && SameDimension(token) && lexicon.BaseOfAmount(clause.Tail) is { } based)
        {
            _base = BasePeriod(based);
            Figure prior = Add(token, FigureRole.Amount, Direction.None, _current.Words, _base.ToString()!);
            _current.Mentions.Add(new Mention(owner.AddFact(prior, _current, _base.Value), _base.Value));
            return;
        }

        string words = lexicon.SubjectIn(clause.Tail);
        Period period = PeriodOf(clause, words);
        if (RespectiveName(clause, tokens, index) is { } name)
        {
            words = lexicon.SubjectIn(name);
        }
        else if (words.Length == 0 && clause.Before.Length > 0 && NumberFreeClause(clause.Before) is { Length: > 0 } before)
        {
            words = before;
        }

        bool same = _current is { } current && SameDimension(token)
            && (words.Length == 0 || words == current.Words)
            && (clause.Separator is ',' or ' ' or '(' or ':' || (clause.Separator == ';' && words.Length == 0)) && !OpensList(clause)
            && current.Mentions.TrueForAll(mention => mention.Period != period);
        FigureRole role = token.IsMoney ? FigureRole.Amount : FigureRole.Count;
        Statement statement = same ? _current! : Start(words, clause, token);
        Figure amount = Add(token, role, Direction.None, statement.Words, period.ToString());
        statement.Mentions.Add(new Mention(owner.AddFact(amount, statement, period), period));
        _current = statement;
        Top ??= statement;
    }

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

        bool other = residue.Length > 0 && (_current is null
            || (clause.NewSentence ? residue != _current.Words : Names(residue, _current)));
        if (!other && (_current is null || percent || SameDimension(token)))
        {
            return _current;
        }

        if (other)
        {
            _current = Start(residue, clause, token);
            return _current;
        }

        return SameDimension(token) ? _current : Start(residue, clause, token);
    }

    private bool Names(string words, Statement current) =>
        lexicon.SubjectsOf(words) is { Length: > 0 } named && !named.Any(subject => current.Subjects.Any(own => own.Id == subject.Id));

    private bool OpensList(Clause clause) => lexicon.Has(clause.Gap, "list-of-which") || lexicon.Has(clause.Gap, "list-closed");

    private bool SameDimension(NumberToken token) =>
        _current?.Mentions is not [var first, ..] || first.Fact.Printed!.Unit.Dimension == token.Printed.Unit.Dimension
            && (token.IsMoney || first.Fact.Printed!.Unit == token.Printed.Unit);

    private Statement Start(string words, Clause clause, NumberToken token)
    {
        (Statement? parent, Membership membership) = (_listParent, _membership);
        if (parent is null && Top is null)
        {
            (parent, membership) = owner.Above(paragraph);
        }
        else if (parent is null)
        {
            (parent, membership) = (Top, Membership.Suggested);
        }

        bool inherits = words.Length == 0;
        string name = !inherits ? words
            : CellLabel.Length > 0 ? CellLabel
            : _current?.Words is { Length: > 0 } before ? before
            : HeadingWords();
        var statement = new Statement
        {
            Order = owner.StatementCount,
            Block = paragraph.Index,
            Section = paragraph.Section,
            SentenceStart = SentenceOf(token.Start).Start,
            Words = name,
            HasOwnName = !inherits || (CellLabel.Length == 0 && _current is { HasOwnName: true } && !SameDimension(token) && !clause.NewSentence),
            Subjects = lexicon.SubjectsOf(name),
            Scope = lexicon.Find(clause.Tail, "scopes")?.Word ?? scope,
            IsOpenList = lexicon.Has(clause.Before, "list-open"),
            Path = lexicon.PathIn(clause.Tail),
            FundHint = Fund(clause, parent),
            IsInThreePublicSection = lexicon.Has(Folding.Label(string.Join('/', paragraph.Section)), "three-public-heading"),
            Multiplicity = NumberLexer.EndsWithAny(clause.Tail, lexicon["each"]) is not null ? 1 + NamesBefore(token.Start) : 1,
            Parent = parent,
            Membership = parent is null ? Membership.None : membership,
            IsDenied = _denied,
            IsClosingTotal = lexicon["total-after"].Any(total => clause.Tail.EndsWith(total, StringComparison.Ordinal) || name == total),
            IsUnitPrice = lexicon.Has(clause.Tail, "unit-price"),
        };
        owner.AddStatement(statement);
        _group.Add(statement);
        return statement;
    }

    private string Fund(Clause clause, Statement? parent)
    {
        string own = clause.Gap[(clause.Gap.LastIndexOf('。') + 1)..];
        return lexicon.FundIn(own)
            ?? (parent?.FundHint is { Length: > 0 } above && _membership != Membership.Suggested ? above : null)
            ?? lexicon.FundIn(owner.Lead)
            ?? paragraph.Section.Reverse().Select(heading => lexicon.FundIn(Folding.Label(heading))).FirstOrDefault(fund => fund is not null)
            ?? "";
    }

    private void ReadPercent(NumberToken token, Clause clause, List<NumberToken> tokens, int index)
    {
        (FigureRole Role, Direction Direction)? role = lexicon.PercentAt(lexicon.WithoutComparisons(clause.Tail));
        bool continues = role is null && _percentRole is not null && clause.Gap.Trim() is "、" or "和" or "及" or "与" or "," or "and";
        if (continues)
        {
            role = (_percentRole!.Value, _percentDirection);
        }

        if (role is null)
        {
            role = clause.OpensBracket && _bracketUnitRole.Length > 0 ? (FigureRole.Rate, Direction.None)
                : NumberFreeClause(clause.Before) is not null && lexicon.PercentAt(clause.Before.TrimEnd(',', ';')) is { } earlier && clause.Tail.Length == 0 ? earlier
                : null;
        }

        if (role is not { } known)
        {
            _bracketUnitRole = "";
            AddOther(token);
            return;
        }

        (_percentRole, _percentDirection) = known;
        Base(clause);
        Statement? about = Respective(tokens, index, clause) ?? (known.Role == FigureRole.Rate && !continues ? About(clause, token) : _current);
        string of = known.Role == FigureRole.Share ? lexicon.ShareOf(lexicon.WithoutYears(clause.Tail)) ?? "" : "";
        if (known.Role == FigureRole.Completion && lexicon.CompletionBase(clause.Tail) is { } budget)
        {
            _base = new Period(about?.Current?.Period.Year ?? home.Year, PhaseOfBase(budget, home.Phase));
        }

        Figure figure = Add(token, known.Role, known.Direction, about?.Words ?? "", _base?.ToString() ?? "");
        Fact fact = owner.AddFact(figure, about, about?.Current?.Period ?? home);
        if (about is not null)
        {
            Claim(fact, known.Role, known.Direction, of, clause, token, about);
        }
    }

    /// <summary>甲、乙…，份额分别为a和b: which of the amounts before does this percentage belong to?</summary>
    private Statement? Respective(List<NumberToken> tokens, int index, Clause clause)
    {
        int first = index;
        while (first > 0 && tokens[first - 1].IsPercent && _text[tokens[first - 1].End..tokens[first].Start].Trim() is "、" or "和" or "及" or "与" or ",")
        {
            first--;
        }

        int last = index;
        while (last + 1 < tokens.Count && tokens[last + 1].IsPercent && _text[tokens[last].End..tokens[last + 1].Start].Trim() is "、" or "和" or "及" or "与" or ",")
        {
            last++;
        }

        int count = last - first + 1;
        int gapStart = first > 0 ? tokens[first - 1].End : 0;
        bool told = lexicon.Has(_text[gapStart..tokens[first].Start], "respectively");
        return told && count > 1 && _group.Count >= count ? _group[_group.Count - count + (index - first)] : null;
    }

    /// <summary>收入、支出分别为71.6亿元和54.7亿元: the name that belongs to this amount, or null.</summary>
    private string? RespectiveName(Clause clause, List<NumberToken> tokens, int index)
    {
        int first = index;
        while (first > 0 && !tokens[first - 1].IsPercent && tokens[first - 1].IsQuantity && _text[tokens[first - 1].End..tokens[first].Start].Trim() is "、" or "和" or "及" or "与")
        {
            first--;
        }

        int gapStart = first > 0 ? tokens[first - 1].End : 0;
        Clause head = Clause.Cut(_text, gapStart, tokens[first].Start);
        if (lexicon.Find(head.Gap, "respectively") is not { } told)
        {
            return null;
        }

        string before = head.Gap[..told.Index];
        string[] names = before[(before.LastIndexOfAny([',', ';', '。', ':']) + 1)..].Split(['、', '和', '及', '与'], StringSplitOptions.RemoveEmptyEntries);
        return index - first < names.Length && names.Length > 1 ? names[index - first] : null;
    }

    /// <summary>Claims without a number: 持平 and its kin, and places that were never filled in.</summary>
    private void Claims(int start, int end, ImmutableArray<Placeholder> unfilled)
    {
        foreach (Placeholder place in unfilled.Where(place => place.Start >= start && place.Start < end))
        {
            string before = _text[start..place.Start];
            Figure figure = owner.AddFigure(
                paragraph, reading, SentenceOf(place.Start), place.Start, place.Start + place.Length,
                FigureRole.Placeholder, null, Direction.None, _current?.Words ?? "", "");
            if (_current is not null && !before.Contains('。', StringComparison.Ordinal))
            {
                Add(new Claim(null, FigureRole.Placeholder, Direction.None, _base, "", false, Quote(place.Start, place.Start + place.Length), figure), _current);
            }
        }

        for (int at = start; at < end; at++)
        {
            Comparison(start, at, end);
            if (NumberLexer.StartsWithAny(_text.AsSpan(at, end - at), lexicon["flat"]) is not { } word)
            {
                continue;
            }

            string before = _text[start..at];
            int border = before.LastIndexOfAny([';', '。']);
            string clause = before[(border + 1)..];
            if (border < 0 && _current is { } && (lexicon.ComparisonIn(_text[start..(at + word.Length)]) is not null || clause.Length <= 8))
            {
                Base(Clause.Cut(_text, start, at + word.Length), onlyBefore: false);
                bool loose = lexicon["about"].Any(about => clause.EndsWith(about, StringComparison.Ordinal));
                Add(new Claim(null, FigureRole.Change, Direction.Flat, _base, "", loose, Quote(at, at + word.Length)), _current);
            }

            at += word.Length - 1;
        }
    }

    /// <summary>决算数大于预算数, without saying by how much.</summary>
    private void Comparison(int start, int at, int end)
    {
        foreach ((string list, Direction direction) in new[] { ("compare-up", Direction.Up), ("compare-down", Direction.Down) })
        {
            bool bare = NumberLexer.StartsWithAny(_text.AsSpan(at, end - at), lexicon[list]) is { } word && (at + word.Length < end || end == _text.Length);
            if (bare && _current is not null && !_text.AsSpan(start, at - start).Contains('。'))
            {
                word = NumberLexer.StartsWithAny(_text.AsSpan(at, end - at), lexicon[list])!;
                Add(new Claim(null, FigureRole.Other, direction, null, "", false, Quote(at, at + word.Length)), _current);
            }
        }
    }

    private void Base(Clause clause, bool onlyBefore = false)
    {
        string words = onlyBefore ? clause.Before : clause.Gap;
        if (lexicon.ComparisonIn(words) is not { } comparison)
        {
            return;
        }

        _base = BasePeriod(comparison.Name);
    }

    /// <summary>The period that a comparison names; 同比 names none and means the year before.</summary>
    private Period BasePeriod(string name)
    {
        int year = _current?.Current?.Period.Year ?? home.Year ?? 0;
        Phase phase = _current?.Current?.Period.Phase ?? home.Phase;
        if (name.Length == 0)
        {
            return new Period(year - 1, phase);
        }

        int? named = lexicon.YearIn(name);
        bool prior = lexicon.Has(name, "prior");
        return new Period(named ?? (prior ? year - 1 : year), PhaseOfBase(name, phase));
    }

    private Phase PhaseOfBase(string name, Phase otherwise) =>
        lexicon.PhaseIn(WithoutFunds(name)) is var phase and not Phase.Unknown ? phase : otherwise;

    private Period PeriodOf(Clause clause, string subject)
    {
        string words = WithoutFunds(lexicon.WithoutComparisons(clause.Tail));
        Phase phase = lexicon.PhaseIn(words);

        if (phase == Phase.AdjustedBudget && _current?.Mentions is [.., { Period.Year: var before }] && before < home.Year)
        {
            // 由上年预算的10万元调整为12万元 is a new budget, not an adjusted one.
            phase = home.Phase;
        }

        // 上年结转结余 is money of this year's budget: 上年 belongs to its name.
        string around = subject.Length > 0 ? words.Replace(subject, "", StringComparison.Ordinal) : words;
        int? year = lexicon.YearIn(words)
            ?? (lexicon.Has(around, "prior") ? (home.Year - 1) : _year ?? home.Year);
        return new Period(year, phase != Phase.Unknown ? phase : home.Phase);
    }

    private string WithoutFunds(string words)
    {
        foreach (string fund in lexicon["fund-names"])
        {
            words = words.Replace(fund, "", StringComparison.Ordinal);
        }

        return words;
    }

    private string? NumberFreeClause(string before)
    {
        string clause = before.TrimEnd(',', ':', ' ', '(');
        int border = clause.LastIndexOfAny([',', ';', '。', ':']);
        string words = lexicon.SubjectIn(clause[(border + 1)..]);
        return words.Length is > 0 and <= 20 ? words : null;
    }

    private string HeadingWords()
    {
        for (int i = paragraph.Section.Length - 1; i >= 0; i--)
        {
            string words = lexicon.SubjectIn(Folding.Label(paragraph.Section[i]));
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

    private Figure Add(NumberToken token, FigureRole role, Direction direction, string subject, string period) =>
        owner.AddFigure(paragraph, reading, SentenceOf(token.Start), token.Start, token.End, role, token.Printed, direction, subject, period);

    private void AddOther(NumberToken token) => Add(token, FigureRole.Other, Direction.None, "", "");

    private void Claim(Fact fact, FigureRole role, Direction direction, string of, Clause clause, NumberToken token, Statement? about = null) =>
        Add(new Claim(fact, role, direction, _base, of, lexicon["about"].Any(word => clause.Tail.EndsWith(word, StringComparison.Ordinal)), Quote(token.Start, token.End)), about ?? _current!);

    private static void Add(Claim claim, Statement statement) => statement.Claims.Add(claim);

    private Quotation Quote(int start, int end)
    {
        (int from, int to) = SentenceOf(start);
        int printedStart = reading.PrintedStart(start), sentenceStart = reading.PrintedStart(from);
        int printedEnd = reading.PrintedEnd(end);
        string sentence = paragraph.Content.Text[sentenceStart..reading.PrintedEnd(to)];
        return new Quotation(
            paragraph.Content.Text[printedStart..printedEnd], sentence, printedStart - sentenceStart, paragraph.Section,
            paragraph.Content.PlaceOf(printedStart, printedEnd));
    }

    private (int Start, int End) SentenceOf(int at)
    {
        foreach ((int start, int end) in _sentences)
        {
            if (at < end)
            {
                return (start, end);
            }
        }

        return (0, _text.Length);
    }
}
