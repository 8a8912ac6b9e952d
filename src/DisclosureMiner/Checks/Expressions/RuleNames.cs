using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.Expressions;

/// <summary>Checks that everything an expression names exists, and that <c>.</c> stands only where a loop gives it a meaning.</summary>
internal sealed class RuleNames
{
    private readonly Dictionary<string, TableKind> _kinds;
    private readonly HashSet<string> _subjectTags;
    private readonly SubjectCatalog _subjects;
    private readonly Vocabulary _words;

    public RuleNames(ImmutableArray<TableKind> kinds, SubjectCatalog subjects, Vocabulary words)
    {
        _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        _subjectTags = subjects.Subjects.SelectMany(subject => subject.Tags).ToHashSet(StringComparer.Ordinal);
        _subjects = subjects;
        _words = words;
    }

    /// <summary>Checks an expression.</summary>
    /// <exception cref="RuleSyntaxException">It names something that does not exist.</exception>
    public void Check(RuleExpression expression)
    {
        foreach (RuleStatement statement in expression.Statements)
        {
            Check(statement);
        }
    }

    /// <summary>Checks a condition that stands alone.</summary>
    /// <exception cref="RuleSyntaxException">It names something that does not exist.</exception>
    public void Check(Condition condition) => Check(condition, []);

    private void Check(RuleStatement statement)
    {
        foreach (Loop loop in statement.Loops)
        {
            if (loop.Table.Length > 0)
            {
                Table(loop.Table, loop.Position);
            }

            if (loop.Kind == LoopKind.Tag && !_subjectTags.Contains(loop.Tag))
            {
                throw new RuleSyntaxException(loop.Position, $"no subject has the tag '{loop.Tag}'");
            }
        }

        switch (statement.Claim)
        {
            case CodesClaim codes:
                Table(codes.Table, codes.Position);
                if (codes.Within.Length > 0)
                {
                    Table(codes.Within, codes.Position);
                }

                break;
            case TableClaim claim:
                Table(claim.Table, claim.Position);
                break;
            case RelationClaim relations:
                foreach (SumTerm term in relations.Alternatives.SelectMany(relation => relation.Left.Concat(relation.Right)))
                {
                    Check(term.Cells, statement.Loops);
                }

                break;
        }

        if (statement.When is { } when)
        {
            Check(when, statement.Loops);
        }
    }

    private void Check(Condition condition, ImmutableArray<Loop> loops)
    {
        switch (condition)
        {
            case AllOf all:
                all.Conditions.ToList().ForEach(inner => Check(inner, loops));
                break;
            case AnyOf any:
                any.Conditions.ToList().ForEach(inner => Check(inner, loops));
                break;
            case Not not:
                Check(not.Inner, loops);
                break;
            case Test { Kind: TestKind.Says } test when !_words.Lists.ContainsKey(test.Name):
                throw new RuleSyntaxException(test.Position, $"the vocabulary has no list '{test.Name}'");
            case Test { Kind: TestKind.Printed or TestKind.Filled or TestKind.Empty } test:
                Table(test.Name, test.Position);
                break;
            case Test test:
                test.Cells.ToList().ForEach(cells => Check(cells, loops));
                break;
        }
    }

    private void Check(CellSelector cells, ImmutableArray<Loop> loops)
    {
        TableKind kind = Table(cells.Table, cells.Position);
        Row(cells.Row, loops);
        if (cells.Column is { } column)
        {
            Column(column, kind, loops);
        }
    }

    private void Row(Selector row, ImmutableArray<Loop> loops)
    {
        switch (row.Kind)
        {
            case SelectorKind.Current when !loops.Any(loop => loop.Kind is LoopKind.Line or LoopKind.Parent or LoopKind.Code or LoopKind.Tag):
                throw new RuleSyntaxException(row.Position, "'.' as a row needs 'each line', 'each parent', 'each code' or 'each #group'");
            case SelectorKind.Tag when !_subjectTags.Contains(row.Names[0]):
                throw new RuleSyntaxException(row.Position, $"no subject has the tag '{row.Names[0]}'");
            case SelectorKind.Parts:
                Row(row.Inner!, loops);
                break;
            case SelectorKind.Names when !row.IsTotal:
                foreach (string name in row.Names.Where(name => !_subjects.Has(name)))
                {
                    throw new RuleSyntaxException(row.Position, $"there is no subject '{name}'");
                }

                break;
        }
    }

    private static void Column(Selector column, TableKind kind, ImmutableArray<Loop> loops)
    {
        switch (column.Kind)
        {
            case SelectorKind.Current when !loops.Any(loop => loop.Kind is LoopKind.Column or LoopKind.Subtotal):
                throw new RuleSyntaxException(column.Position, "'.' as a column needs 'each column' or 'each subtotal'");
            case SelectorKind.Tag when !kind.Columns.Any(role => role.Tags.Contains(column.Names[0])):
                throw new RuleSyntaxException(column.Position, $"no column of {kind.Name} has the tag '{column.Names[0]}'");
            case SelectorKind.Parts:
                Column(column.Inner!, kind, loops);
                break;
            case SelectorKind.Names:
                foreach (string name in column.Names.Where(name => !kind.Columns.Any(role => role.Id == name)))
                {
                    throw new RuleSyntaxException(column.Position, $"{kind.Name} has no column '{name}'");
                }

                break;
        }
    }

    private TableKind Table(string name, int position) =>
        _kinds.TryGetValue(name, out TableKind? kind) ? kind : throw new RuleSyntaxException(position, $"there is no table '{name}'");
}
