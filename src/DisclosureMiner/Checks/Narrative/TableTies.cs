using System.Collections.Immutable;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>Amounts in prose equal the cells that print the same fact (N-01), and what is said twice is one value (N-16).</summary>
internal sealed class TableTies(SubjectCatalog catalog, ImmutableArray<string> hints, ImmutableArray<string> others, Binding binding, Duties duties)
{
    private const int SpecificName = 4;
    private const string MissingSide = "missing-side";
    private const string Threshold = "threshold";

    private IReadOnlyList<Statement> _statements = [];

    /// <summary>Adds the ties of all statements.</summary>
    public void Check(IReadOnlyList<Statement> statements)
    {
        _statements = statements;
        foreach (Statement threshold in statements.Where(statement => statement.IsThreshold))
        {
            threshold.Mentions.ForEach(mention => duties.DoesNotApply(mention.Fact, Threshold));
        }

        foreach (Statement statement in statements.Where(statement => !statement.IsUnitPrice && !statement.IsThreshold && (statement.HasOwnName || statement.Repeats is not null)))
        {
            foreach (Mention mention in statement.Mentions)
            {
                Tie(statement, mention);
                Repeated(statement, mention);
                Hint(statement, mention);
            }

            foreach (Claim claim in statement.Claims)
            {
                TieChange(statement, claim);
            }
        }

        SaidTwice(statements);
        ChangedTwice(statements);
    }

    /// <summary>在职人员减少1人, here and there: one change.</summary>
    private void ChangedTwice(IReadOnlyList<Statement> statements)
    {
        var changes = statements
            .Where(statement => statement.Words.Length >= SpecificName)
            .SelectMany(statement => statement.Claims.Select(claim => (Statement: statement, Claim: claim)))
            .Where(entry => entry.Claim is { Role: FigureRole.Change, Fact.Printed: not null, Base: not null } && entry.Claim.Direction != Direction.None)
            .GroupBy(entry => (entry.Statement.Words, entry.Statement.Scope, entry.Claim.Base, entry.Claim.Fact!.Printed!.Unit,
                Fund: entry.Claim.Fact.Printed.Unit.Dimension == Documents.Dimension.Money ? entry.Statement.FundHint : ""));
        foreach (var same in changes)
        {
            var first = same.First();
            foreach (var again in same.Skip(1).Where(again => again.Statement != first.Statement))
            {
                duties.Add(Duty.Same(again.Claim.Fact!, first.Claim.Fact!, Severity.Error, "same-fact", "N-16"));
            }
        }
    }

    /// <summary>N-24, N-25: the running costs of an agency are its operating costs where the scope is the same; practice differs.</summary>
    private void Hint(Statement statement, Mention mention)
    {
        foreach (string[] hint in hints.Select(entry => entry.Split('=')))
        {
            if (statement.Subjects.Any(subject => subject.Id == hint[0]) && catalog.Find(hint[1]) is { } other
                && binding.CellFor(Binding.Probe(other), mention.Period, mention.Fact.Printed).Cell is { Printed: not null } cell)
            {
                // Only where it holds is the scope known to be the same, or to be a part of the other.
                Obligation tie = Duty.Same(mention.Fact, cell, Severity.Note, "table-prose", hint[2]);
                Obligation part = Duty.Of(Relation.AtMost, mention.Fact, [new Term(cell)], Severity.Note, "at-most", hint[2]);
                if ((duties.WouldHold(tie) ? tie : duties.WouldHold(part) ? part : null) is { } held)
                {
                    duties.Add(held);
                }
            }
        }
    }

    private void Tie(Statement statement, Mention mention)
    {
        (Fact? cell, string reason) = binding.CellFor(statement, mention.Period, mention.Fact.Printed);
        if (cell is not null && !ReferenceEquals(cell.Cell, mention.Fact.Cell))
        {
            bool slip = cell.Printed is { } printed && UnitSlip(printed.Base, mention.Fact.Printed!.Base);
            Obligation tie = Duty.Same(mention.Fact, cell, Severity.Error, slip ? "unit-slip" : "table-prose", RulesOf(statement, slip));
            if (IsOfWiderScope(statement, mention, cell) && !duties.WouldHold(tie))
            {
                duties.Undecided(mention.Fact, "other-scope", "table-prose", "N-01");
            }
            else
            {
                duties.Add(tie);
            }
        }
        else if (cell is null && statement.Repeats is null)
        {
            if (reason == MissingSide && binding.GapOf(statement, mention.Period, mention.Fact.Printed!) is { } gap)
            {
                duties.DoesNotApply(mention.Fact, gap);
            }
            else
            {
                duties.Undecided(mention.Fact, reason, "table-prose", "N-01");
            }
        }
    }

    /// <summary>比上年增加16.25万元，增长3.94%, where the table has columns of changes and rates against the same year.</summary>
    private void TieChange(Statement statement, Claim claim)
    {
        if (claim is not { Role: FigureRole.Change or FigureRole.Rate, Fact.Printed: { } stated, Base: { } based } || statement.Current is not { } current)
        {
            return;
        }

        Measure measure = claim.Role == FigureRole.Change ? Measure.Change : Measure.Rate;
        Fact? compared = binding.CellFor(statement, new Period(current.Period.Year, based.Phase), stated, measure).Cell;
        Fact? cell = compared ?? binding.CellFor(statement, current.Period, stated, measure).Cell;
        if (cell?.Printed is not { } printed || (printed.Value >= 0) != (stated.Value >= 0))
        {
            return;
        }

        // A column headed 增减额 does not say against what; only where it holds is it the same.
        Obligation tie = Duty.Same(claim.Fact, cell, Severity.Error, "table-prose", "N-01");
        if (compared is not null || duties.WouldHold(tie))
        {
            duties.Add(tie);
        }
    }

    /// <summary>The tie, the slip of a unit, and the scope of basic spending.</summary>
    private static string[] RulesOf(Statement statement, bool slip) =>
        slip ? ["N-01", "N-29"] : statement.Subjects.Any(subject => subject.Id == "basic") ? ["N-01", "N-17"] : ["N-01"];

    /// <summary>
    /// Whether the cell may count more than the words do: all money where they speak of one fund (一般公共预算…对事业单位经常性补助), or a function where they list
    /// money by its source (一般公共预算拨款支出841万元、…、其他支出18万元).
    /// </summary>
    private bool IsOfWiderScope(Statement statement, Mention mention, Fact cell) =>
        ((statement.FundHint.Length > 0 || Binding.Ancestors(statement).Any(above => above.Subjects is [{ Fund.Length: > 0 }, ..])) && cell.Key?.Fund is "all" or "" && (cell.Printed?.Base ?? 0) > mention.Fact.Printed!.Base)
        || (others.Contains(statement.Words) && statement.Parent is { } whole && _statements.Any(beside => beside.Parent == whole && beside.Block == statement.Block
            && beside.Subjects is [{ Fund.Length: > 0 }, ..]));

    /// <summary>An item gives its amount at its head and once more in its text.</summary>
    private void Repeated(Statement statement, Mention mention)
    {
        if (statement.Repeats?.MentionFor(mention.Period) is { } head)
        {
            duties.Add(Duty.Same(mention.Fact, head.Fact, Severity.Error, "same-fact", "N-16"));
        }
    }

    private void SaidTwice(IReadOnlyList<Statement> statements)
    {
        var said = statements
            .SelectMany(statement => statement.Mentions.Select(mention => (Statement: statement, Mention: mention)))
            .Where(entry => entry.Statement.HasOwnName && entry.Statement.Words.Length >= SpecificName && !entry.Statement.IsClosingTotal
                && IsName(entry.Statement))
            .GroupBy(entry => (
                Id: Binding.SubjectIds(entry.Statement)[0],
                Words: entry.Statement.Path?.Joined ?? entry.Statement.Words,
                entry.Statement.Scope,
                entry.Mention.Period,
                entry.Mention.Fact.Printed!.Unit.Dimension));
        foreach (var same in said)
        {
            foreach (var again in same.Skip(1))
            {
                var first = same.First(other => Around(other.Statement) == Around(again.Statement));
                bool isSure = first != again && !AreItems(first.Statement, again.Statement) && !AreOfDifferentFunds(first.Statement, again.Statement);
                first = first == again ? same.First() : first;
                if (again.Statement != first.Statement && again.Mention.Fact.Figure!.Sentence != first.Mention.Fact.Figure!.Sentence)
                {
                    Obligation tie = Duty.Same(again.Mention.Fact, first.Mention.Fact, Severity.Error, "same-fact", "N-16");
                    if (isSure || duties.WouldHold(tie))
                    {
                        duties.Add(tie);
                    }
                }
            }
        }
    }

    // 其中发明专利4项: a name that nobody knows means what the whole before it and the row around it make of it.
    private static (string Row, string Whole) Around(Statement statement) => statement.Subjects.IsEmpty
        ? (statement.Row, statement.Membership is Membership.OfWhich or Membership.Closed ? statement.Parent!.Words : "")
        : ("", "");

    // 1)由于甲，影响利润…。2)由于乙，影响利润…: items of one list mean it each of its own matter.
    private static bool AreItems(Statement one, Statement other) =>
        one.Subjects.IsEmpty && one.ItemLevel > 0 && one.ItemLevel == other.ItemLevel && one.Block != other.Block && one.Section.SequenceEqual(other.Section);

    // 财政拨款 includes what 一般公共预算当年拨款 leaves out.
    private static bool AreOfDifferentFunds(Statement one, Statement other) => one.FundHint != other.FundHint;

    // The City received $7.1 million: what stands before an amount in English names who pays, and not what for.
    private static bool IsName(Statement statement) => !statement.Subjects.IsEmpty || statement.Words.Any(c => c >= 0x2E80);

    private static bool UnitSlip(decimal a, decimal b) =>
        a != 0 && b != 0 && (a / b is 10_000m or 100_000_000m || b / a is 10_000m or 100_000_000m);
}
