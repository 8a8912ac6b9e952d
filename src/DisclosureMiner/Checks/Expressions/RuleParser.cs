using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Expressions;

/// <summary>An expression that cannot be read; <see cref="Position"/> counts characters from 0.</summary>
internal sealed class RuleSyntaxException(int position, string message) : Exception(message)
{
    /// <summary>Where in the expression.</summary>
    public int Position { get; } = position;
}

/// <summary>
/// Reads the expressions of rules. The grammar stands in <c>pipelines/README.md</c>; it is read from left to right with one
/// token in sight.
/// </summary>
internal sealed class RuleParser
{
    private static readonly Dictionary<string, LoopKind> Loops = new(StringComparer.Ordinal)
    {
        ["line"] = LoopKind.Line,
        ["parent"] = LoopKind.Parent,
        ["column"] = LoopKind.Column,
        ["subtotal"] = LoopKind.Subtotal,
        ["code"] = LoopKind.Code,
        ["block"] = LoopKind.Block,
    };

    private static readonly Dictionary<string, TestKind> Tests = new(StringComparer.Ordinal)
    {
        ["has"] = TestKind.Has,
        ["no"] = TestKind.No,
        ["some"] = TestKind.Some,
        ["printed"] = TestKind.Printed,
        ["filled"] = TestKind.Filled,
        ["empty"] = TestKind.Empty,
        ["same"] = TestKind.Same,
        ["says"] = TestKind.Says,
    };

    private static readonly Dictionary<string, TableClaimKind> TableClaims = new(StringComparer.Ordinal)
    {
        ["amounts"] = TableClaimKind.Amounts,
        ["columns"] = TableClaimKind.Columns,
        ["subtotals"] = TableClaimKind.Subtotals,
    };

    private readonly RuleTokens _tokens;

    /// <summary>What <c>T</c> stands for while a statement is repeated for several tables.</summary>
    private string _placeholder = "";

    private RuleParser(string text) => _tokens = new RuleTokens(text);

    /// <summary>Reads a whole expression.</summary>
    /// <exception cref="RuleSyntaxException">Something else was expected.</exception>
    public static RuleExpression Parse(string text)
    {
        var parser = new RuleParser(text);
        var statements = ImmutableArray.CreateBuilder<RuleStatement>();
        do
        {
            parser.Statement(statements);
        }
        while (parser._tokens.Accept(";") && !parser._tokens.IsAtEnd);

        parser._tokens.ExpectEnd();
        return new RuleExpression(statements.ToImmutable());
    }

    /// <summary>Reads a condition alone.</summary>
    /// <exception cref="RuleSyntaxException">Something else was expected.</exception>
    public static Condition ParseCondition(string text)
    {
        var parser = new RuleParser(text);
        Condition condition = parser.Or();
        parser._tokens.ExpectEnd();
        return condition;
    }

    private void Statement(ImmutableArray<RuleStatement>.Builder statements)
    {
        if (!_tokens.Accept("for"))
        {
            statements.Add(One());
            return;
        }

        List<string> tables = [];
        do
        {
            tables.Add(Table());
        }
        while (_tokens.Accept(","));

        _tokens.Expect(":");
        int start = _tokens.Mark;
        foreach (string table in tables)
        {
            _tokens.Return(start);
            _placeholder = table;
            statements.Add(One());
        }

        _placeholder = "";
    }

    private RuleStatement One()
    {
        var loops = ImmutableArray.CreateBuilder<Loop>();
        if (_tokens.Accept("each"))
        {
            do
            {
                loops.Add(Loop());
            }
            while (_tokens.Accept(","));

            _tokens.Expect(":");
        }

        Claim claim = Claim();
        return new RuleStatement(loops.ToImmutable(), claim, _tokens.Accept("when") ? Or() : null);
    }

    private Loop Loop()
    {
        int position = _tokens.Position;
        string tag = _tokens.Accept("#") ? _tokens.Name("the name of a group") : "";
        LoopKind kind = LoopKind.Tag;
        if (tag.Length == 0 && !_tokens.AcceptOne(Loops, out kind))
        {
            throw _tokens.Expected(string.Join(", ", Loops.Keys) + " or #group");
        }

        return new Loop(kind, tag, _tokens.Accept("of") ? Table() : "", position);
    }

    private Claim Claim()
    {
        int position = _tokens.Position;
        if (_tokens.Accept("codes"))
        {
            string table = InBrackets(Table);
            bool within = _tokens.Accept("within");
            if (within)
            {
                _tokens.Expect("codes");
            }

            return new CodesClaim(table, within ? InBrackets(Table) : "", position);
        }

        if (_tokens.AcceptOne(TableClaims, out TableClaimKind kind))
        {
            return new TableClaim(kind, InBrackets(Table), position);
        }

        var alternatives = ImmutableArray.CreateBuilder<RelationText>();
        bool either = _tokens.Accept("either");
        do
        {
            alternatives.Add(Relation());
        }
        while (either && _tokens.Accept("or"));

        return new RelationClaim(alternatives.ToImmutable());
    }

    private RelationText Relation()
    {
        ImmutableArray<SumTerm> left = Sum();
        if (_tokens.Accept("<="))
        {
            return new RelationText(left, Comparison.AtMost, Sum());
        }

        _tokens.Expect("=");
        foreach (Comparison function in new[] { Comparison.Rate, Comparison.Share })
        {
            if (_tokens.Accept(function.ToString().ToLowerInvariant()))
            {
                _tokens.Expect("(");
                SumTerm first = Term(1);
                _tokens.Expect(",");
                SumTerm second = Term(1);
                _tokens.Expect(")");
                return new RelationText(left, function, [first, second]);
            }
        }

        return new RelationText(left, Comparison.Equal, Sum());
    }

    private ImmutableArray<SumTerm> Sum()
    {
        if (_tokens.Accept("0"))
        {
            return [];
        }

        var terms = ImmutableArray.CreateBuilder<SumTerm>();
        int sign = _tokens.Accept("-") ? -1 : 1;
        while (true)
        {
            terms.Add(Term(sign));
            if (_tokens.Accept("+"))
            {
                sign = 1;
            }
            else if (_tokens.Accept("-"))
            {
                sign = -1;
            }
            else
            {
                return terms.ToImmutable();
            }
        }
    }

    private SumTerm Term(int sign)
    {
        bool all = _tokens.Accept("sum");
        CellSelector cells = all ? InBrackets(Cells) : Cells();
        return new SumTerm(cells, sign, all, _tokens.Accept("?"));
    }

    private CellSelector Cells()
    {
        int position = _tokens.Position;
        string table = Table();
        _tokens.Expect("[");
        Selector row = Select("a row");
        Selector? column = _tokens.Accept(",") ? Select("a column") : null;
        _tokens.Expect("]");
        return new CellSelector(table, row, column, position);
    }

    private Selector Select(string what)
    {
        int position = _tokens.Position;
        if (_tokens.Accept("."))
        {
            return new Selector(SelectorKind.Current, [], position);
        }

        if (_tokens.Accept("#"))
        {
            return new Selector(SelectorKind.Tag, [_tokens.Name("the name of a group")], position);
        }

        if (_tokens.Accept("parts"))
        {
            return new Selector(SelectorKind.Parts, [], position, InBrackets(() => Select(what)));
        }

        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            names.Add(_tokens.Name(what));
        }
        while (_tokens.Accept("|"));

        return new Selector(SelectorKind.Names, names.ToImmutable(), position);
    }

    private Condition Or()
    {
        var any = ImmutableArray.CreateBuilder<Condition>();
        do
        {
            any.Add(And());
        }
        while (_tokens.Accept("or"));

        return any.Count == 1 ? any[0] : new AnyOf(any.ToImmutable());
    }

    private Condition And()
    {
        var all = ImmutableArray.CreateBuilder<Condition>();
        do
        {
            all.Add(_tokens.Accept("not") ? new Not(Single()) : Single());
        }
        while (_tokens.Accept("and"));

        return all.Count == 1 ? all[0] : new AllOf(all.ToImmutable());
    }

    private Condition Single()
    {
        int position = _tokens.Position;
        if (_tokens.Accept("("))
        {
            Condition inner = Or();
            _tokens.Expect(")");
            return inner;
        }

        if (!_tokens.AcceptOne(Tests, out TestKind kind))
        {
            throw _tokens.Expected("one of " + string.Join(", ", Tests.Keys));
        }

        _tokens.Expect("(");
        var cells = ImmutableArray.CreateBuilder<CellSelector>();
        string name = "";
        switch (kind)
        {
            case TestKind.Printed or TestKind.Filled or TestKind.Empty:
                name = Table();
                break;
            case TestKind.Says:
                name = _tokens.Name("the name of a list of words");
                break;
            default:
                cells.Add(Cells());
                if (kind == TestKind.Same)
                {
                    _tokens.Expect(",");
                    cells.Add(Cells());
                }

                break;
        }

        _tokens.Expect(")");
        return new Test(kind, cells.ToImmutable(), name, position);
    }

    private string Table()
    {
        int position = _tokens.Position;
        string name = _tokens.Name("the name of a table");
        if (name == "T" && _placeholder.Length == 0)
        {
            throw new RuleSyntaxException(position, "expected the name of a table; T has a meaning only after 'for B2, B3:'");
        }

        return name == "T" ? _placeholder : name;
    }

    private T InBrackets<T>(Func<T> inner)
    {
        _tokens.Expect("(");
        T result = inner();
        _tokens.Expect(")");
        return result;
    }
}
