using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>
/// Lists close to their totals (N-04, N-36), parts never exceed the whole, changes of parts add to the change of the whole
/// (N-33), shares of a list add to 100 (N-04).
/// </summary>
/// <remarks>
/// 其中 may introduce all parts or only some. A list that adds up is complete. One that does not is held to its total only when
/// something else says that it is complete: its words, a part of 0 (nobody lists nothing without listing everything), shares
/// that add to 100, another year of the same list that adds up, the dictionary's partitions, or a near miss.
/// </remarks>
internal sealed class ListRules(SubjectCatalog subjects, Binding binding, Duties duties, Vocabulary words)
{
    /// <summary>A list whose parts add to the total but for this share of it was meant to be complete.</summary>
    private const decimal NearMiss = 0.005m;

    private readonly CountKinds _kinds = new(words);
    private readonly OmittedItems _omitted = new(subjects, binding);
    private readonly HashSet<string> _complete = new(StringComparer.Ordinal);
    private IReadOnlyList<Statement> _statements = [];

    /// <summary>Adds the obligations of all lists.</summary>
    public void Check(IReadOnlyList<Statement> statements)
    {
        _statements = statements;
        List<Statement> members = [.. statements.Where(item => item.Parent is not null && item.Current is not null)];
        var crowded = members.CountBy(item => (item.Parent!.Order, item.Block)).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();

        List<(Statement Parent, Mention Total, List<Statement> Parts)> lists = [];

        // Numbered paragraphs that give one part each make one list; a paragraph with several parts is a list of its own.
        foreach (var list in members.GroupBy(item => (
            Parent: item.Parent!.Order,
            Block: crowded.Contains((item.Parent.Order, item.Block)) || item.Block == item.Parent.Block ? item.Block : -1,
            Section: string.Join('/', item.Section),
            item.Membership)))
        {
            Statement parent = list.First().Parent!;
            if (parent.Current is { } total)
            {
                lists.Add((parent, total, [.. list]));
            }
        }

        // A list of the same parts that adds up elsewhere in the document says that they are all the parts there are.
        foreach (var list in lists.Where(list => list.Parts.Count > 1 && list.Parts.TrueForAll(part => ListParts.At(part, list.Total) is not null)))
        {
            if (duties.WouldHold(Sum(list.Total, list.Parts)))
            {
                _complete.Add(Names(list.Parts));
            }
        }

        foreach (var list in lists)
        {
            Check(list.Parent, list.Total, list.Parts);
        }

        foreach (Statement total in statements.Where(item => item.IsClosingTotal && item.Current is not null))
        {
            ClosingTotal(total, statements);
        }
    }

    private void Check(Statement parent, Mention total, List<Statement> children)
    {
        List<Statement> parts = [.. children.Where(child => !child.IsClosingTotal && !child.IsUnitPrice && ListParts.At(child, total) is not null)];
        if (parts.Count > 1 && parts.RemoveAll(part => part.Block != parent.Block && (IsSame(part, parent) || IsSummedUp(part))) > 0 && !(parts.Count > 1 && duties.WouldHold(Sum(total, parts))))
        {
            // 1.出国费0万元。2.公务用车费26万元。 below a paragraph that gives all of them, 出国费 first: it is not their whole.
            return;
        }

        if (parts.Count == 0)
        {
            return;
        }

        Membership membership = parts[0].Membership;
        List<Statement> expanded = [.. parts.SelectMany(part => Siblings(part, children[0].Parent!, total).Prepend(part))];
        if (expanded.Count > parts.Count && !duties.WouldHold(Sum(total, parts)) && (duties.WouldHold(Sum(total, expanded)) || IsPartition(expanded)))
        {
            parts = expanded;
        }

        int rest = parts.FindIndex(part => words["rest-of-list"].Any(word => part.Words.StartsWith(word, StringComparison.Ordinal)));
        bool isRest = rest > 0 && parts[rest].SentenceStart == parts[0].SentenceStart && (rest + 1 == parts.Count || !duties.WouldHold(Sum(total, parts)));
        parts = isRest ? parts[..(rest + 1)] : parts;
        Obligation sum = Sum(total, parts);
        bool closes = parts.Count > 1 && (isRest || duties.WouldHold(sum));
        if (!closes && (IsOfTheOtherFlow(parent, parts)
            || (membership == Membership.Suggested && IsOneOfThem(parent, parts))
            || (membership is Membership.Suggested or Membership.Enumerated && IsPartItself(parent, total, parts))))
        {
            return;
        }

        if (!closes && parts.Count > 1 && Another(total, parts) is { } whole)
        {
            // 支出总计…。本年支出按用途分为：…: the parts are those of something else that the paragraph states.
            duties.Add(Sum(new Mention(whole, total.Period), parts));
            Shares(parts);
            return;
        }

        if (closes || (parts.Count > 1 && IsMeantComplete(parent, total, parts, membership)))
        {
            duties.Add(sum with { Rules = [.. sum.Rules, .. OwnRules(parts)] });
            OtherPeriods(parent, total, parts);
            Changes(parent, total, parts);
            Shares(parts);
            return;
        }

        if (_omitted.IsOneKind(total, parts, _statements) is { Count: > 1 } named && !Beginnings(total, parts).Any(count => duties.WouldHold(Sum(total, parts[..count]))))
        {
            Obligation lacking = Sum(total, named);
            duties.Add(lacking with { Rules = [.. lacking.Rules, .. _omitted.RulesOf(named)], Severity = Severity.Warning });
            return;
        }

        if (_kinds.Of(parts) is { Count: > 1 } alike && alike[0].SentenceStart == parent.SentenceStart && alike[0].Block == parent.Block && !GoesOn(total, parts, children))
        {
            duties.Add(Sum(total, alike) with { Severity = Severity.Warning });
            return;
        }

        if (membership == Membership.Suggested)
        {
            Prefix(total, parts);
            return;
        }

        // 编制41人，其中行政22人、事业19人；实有39人，其中…: what leads a list of its own behind a list that closes is none of its parts.
        int next = parts.FindIndex(part => _statements.Any(other => other.Parent == part && other.Membership == Membership.OfWhich));
        if (next >= 2 && duties.WouldHold(Sum(total, parts[..next])))
        {
            duties.Add(Sum(total, parts[..next]));
            Shares(parts[..next]);
            return;
        }

        // Numbered items may be anything; only what the words call a part cannot exceed the whole.
        foreach (Statement part in parts.Where(part => membership is Membership.OfWhich or Membership.Closed && !NetWholes.IsNet(words, parent.Words, part.Words)))
        {
            duties.Add(Duty.Of(Relation.AtMost, ListParts.At(part, total)!, [new Term(total.Fact)], Severity.Error, "at-most", "N-36"));
        }

        if (parts.Count > 1 && subjects.Partitions.FirstOrDefault(known => IsSome(known, parts)) is { } partition
            && parts.Sum(part => part.Multiplicity * ListParts.At(part, total)!.Printed!.Base) > total.Fact.Printed!.Base)
        {
            // Kinds of one whole share nothing: even some of them cannot be more than all.
            IEnumerable<Term> others = parts.Skip(1).SelectMany(part => Enumerable.Repeat(new Term(ListParts.At(part, total)!, -1), part.Multiplicity));
            duties.Add(Duty.Of(Relation.AtMost, ListParts.At(parts[0], total)!, [new Term(total.Fact), .. others], Severity.Error, "at-most", partition.Rule.Length > 0 ? [partition.Rule, "N-36"] : ["N-36"]));
        }
        else if (parts.Count > 1)
        {
            duties.Undecided(total.Fact, "partial-list", "sum", "N-36");
        }
    }

    /// <summary>（二）购置费0万元；运行费3.6万元: two parts of the list above in one item of it.</summary>
    private IEnumerable<Statement> Siblings(Statement part, Statement parent, Mention total) => part.Membership == Membership.Enumerated
        ? _statements.Where(other => other.Parent == part && other.Membership == Membership.Suggested && other.Block == part.Block
            && part.Block != parent.Block && !other.IsClosingTotal && !other.IsUnitPrice && ListParts.At(other, total) is not null)
        : [];

    private bool IsMeantComplete(Statement parent, Mention total, List<Statement> parts, Membership membership)
    {
        bool open = parts[0].IsOpenList;
        List<Statement> shared = parts.FindAll(part => ListParts.ShareOf(part) is not null);
        bool shares = shared.Count > 1 && parts.TrueForAll(part => ListParts.ShareOf(part) is not null || ListParts.At(part, total)!.Printed!.Value == 0)
            && duties.WouldHold(Closes(shared));
        bool otherPeriod = parent.Mentions.Exists(mention => mention != total && parts.TrueForAll(part => ListParts.At(part, mention) is not null)
            && duties.WouldHold(Sum(mention, parts)));
        bool partition = IsPartition(parts) && (membership != Membership.Suggested || Another(total, parts) is null);
        if (shares || otherPeriod || ClosesInOneUnit(total, parts) || partition || _complete.Contains(Names(parts)) || _omitted.IsOneLine(parent, total, parts, open))
        {
            return true;
        }

        if (open || membership == Membership.Suggested)
        {
            return false;
        }

        decimal gap = Math.Abs(total.Fact.Printed!.Base - parts.Sum(part => part.Multiplicity * (ListParts.At(part, total)!.Printed?.Base ?? 0)));
        return membership == Membership.Closed
            || (parts.Exists(part => ListParts.At(part, total)!.Printed!.Value == 0) && !parts.Exists(part => Siblings(part, parent, total).Any()))
            || AreAllLinesOfATable(parent, total, parts)
            || gap <= NearMiss * Math.Abs(total.Fact.Printed.Base);
    }

    /// <summary>186万元，其中甲96万元、乙54万元、丙36元: all parts add up when the odd unit is read like the others.</summary>
    private static bool ClosesInOneUnit(Mention total, List<Statement> parts)
    {
        Printed whole = total.Fact.Printed!;
        decimal sum = parts.Sum(part => part.Multiplicity * ListParts.At(part, total)!.Printed!.Value);
        return whole.Value != 0 && parts.Exists(part => ListParts.At(part, total)!.Printed!.Unit != whole.Unit)
            && Math.Abs(whole.Value - sum) * whole.Unit.Factor <= whole.LastDigit * parts.Count;
    }

    /// <summary>基本支出 and 项目支出 are no parts of the income that stands before them.</summary>
    private static bool IsOfTheOtherFlow(Statement parent, List<Statement> parts) => FlowOf(parent) is { Length: > 0 } whole
        && parts.TrueForAll(part => FlowOf(part) is { Length: > 0 } flow && flow != whole);

    /// <summary>因公出国（境）费0万元。公务用车…，公务接待费…: what stands first is their sibling.</summary>
    private bool IsOneOfThem(Statement parent, List<Statement> parts) => subjects.Partitions.Any(partition =>
        partition.Parts.Any(known => subjects.Names(parent, known)) && parts.TrueForAll(part => partition.Parts.Any(known => subjects.Names(part, known))));

    /// <summary>因公出国0万元，占0%；公务用车4万元，占80%: what has a share itself, or is nothing, is not the whole of what follows.</summary>
    private static bool IsPartItself(Statement parent, Mention total, List<Statement> parts) => parts.Exists(part => ListParts.At(part, total)!.Printed!.Value != 0)
        && (total.Fact.Printed!.Value == 0 || (ListParts.ShareOf(parent) is not null && parts.TrueForAll(part => ListParts.ShareOf(part) is not null)));

    private static string FlowOf(Statement statement) => statement.Subjects.Select(subject => subject.Flow).Distinct().ToArray() is [var flow] ? flow : "";

    private static bool IsSame(Statement one, Statement other) =>
        one.Path?.Joined == other.Path?.Joined && (one.Words == other.Words || one.Subjects.Any(subject => other.Subjects.Any(same => same.Id == subject.Id)));

    /// <summary>Whether a paragraph gives the sum of its own list, which begins with this part.</summary>
    private bool IsSummedUp(Statement part) => _statements.Any(total => total.IsClosingTotal && total.Block == part.Block && total.SentenceStart == part.SentenceStart && total.Order > part.Order);

    /// <summary>税收 and 非税, 中央 and 地方: parts that make a whole whatever it is called.</summary>
    private bool IsPartition(List<Statement> parts) =>
        subjects.Partitions.Any(partition => parts.Count > 1
            && partition.Required.All(required => parts.Exists(part => subjects.Names(part, required)))
            && parts.TrueForAll(part => partition.Parts.Any(known => subjects.Names(part, known))));

    private bool IsSome(Partition partition, List<Statement> parts) => parts.TrueForAll(part => partition.Parts.Any(known => subjects.Names(part, known)))
        && parts.TrueForAll(part => part.Multiplicity == 1);

    /// <summary>Whether the parts are just the lines with an amount under one line of a table.</summary>
    private bool AreAllLinesOfATable(Statement parent, Mention total, List<Statement> parts)
    {
        List<Fact> cells = [.. parts.Select(part => binding.CellFor(part, total.Period, ListParts.At(part, total)!.Printed).Cell).OfType<Fact>().DistinctBy(cell => cell.Line!.Row)];
        if (cells.Count != parts.Count || cells.Count < 3 || !cells.TrueForAll(cell => cell.Part == cells[0].Part && cell.Line!.Parent == cells[0].Line!.Parent && cell.Line.Parent >= 0))
        {
            return false;
        }

        // 财政事务 has these four items; the list of all spending has more.
        Fact? whole = binding.CellFor(parent, total.Period, total.Fact.Printed).Cell;
        if (whole is not null && !(ReferenceEquals(whole.Part, cells[0].Part) && ReferenceEquals(whole.Line, whole.Part!.Lines[cells[0].Line!.Parent])))
        {
            return false;
        }

        int siblings = cells[0].Part!.Lines.Count(line => line.Parent == cells[0].Line!.Parent && line.Values.Any(cell => cell?.Number is { Value: not 0 }));
        return siblings == cells.Count(cell => cell.Printed is { Value: not 0 });
    }

    /// <summary>Catalogue ids of the known wholes that these are parts of: 货物、工程、服务 is N-23, whatever leads the list.</summary>
    private IEnumerable<string> OwnRules(List<Statement> parts) => subjects.Partitions
        .Where(partition => partition.Rule.Length > 0 && partition.Required.All(required => parts.Exists(part => subjects.Names(part, required))))
        .Select(partition => partition.Rule);

    /// <summary>甲 10，乙 4，丙 6，…: the first few may be the parts, the rest something else.</summary>
    private void Prefix(Mention total, List<Statement> parts)
    {
        HashSet<int> near = [.. Beginnings(total, parts)];
        for (int count = parts.Count - 1; count >= 2; count--)
        {
            if ((near.Contains(count) && duties.WouldHold(Sum(total, parts[..count]))) || (IsPartition(parts[..count]) && Another(total, parts[..count]) is null))
            {
                duties.Add(Sum(total, parts[..count]));
                Shares(parts[..count]);
                return;
            }
        }
    }

    /// <summary>专业技术40人、管理30人，工勤50名, or 其余为续建: the sentence has more parts of the whole, in another unit or without a number.</summary>
    private bool GoesOn(Mention total, List<Statement> parts, List<Statement> children) =>
        children.Exists(child => child.Block == parts[0].Block && child.SentenceStart == parts[0].SentenceStart && !parts.Contains(child)
            && child.Current?.Fact.Printed is { Unit: { Dimension: Dimension.Count } unit } && unit != total.Fact.Printed!.Unit)
        || (total.Fact.Figure is { } figure && words["rest-of-list"].Any(word => figure.Sentence.Contains(word, StringComparison.Ordinal)));

    /// <summary>Of how many parts, two or more but not all, the sum is near enough to the total that they may be its list.</summary>
    private static IEnumerable<int> Beginnings(Mention total, List<Statement> parts)
    {
        decimal sum = 0, leeway = total.Fact.Printed!.LastDigit;
        for (int count = 1; count < parts.Count; count++)
        {
            Printed part = ListParts.At(parts[count - 1], total)!.Printed!;
            sum += parts[count - 1].Multiplicity * part.Base;
            leeway += parts[count - 1].Multiplicity * part.LastDigit;
            if (count > 1 && Math.Abs(sum - total.Fact.Printed.Base) <= leeway)
            {
                yield return count;
            }
        }
    }

    /// <summary>Something else before the parts in their paragraph that they add up to, or null.</summary>
    private Fact? Another(Mention total, List<Statement> parts) => _statements
        .Where(other => other.Block == parts[0].Block && other.Order < parts[0].Order && ListParts.At(other, total) is { } fact && fact.Id != total.Fact.Id)
        .Select(other => ListParts.At(other, total)!)
        .LastOrDefault(fact => duties.WouldHold(Sum(new Mention(fact, total.Period), parts)));

    private void OtherPeriods(Statement parent, Mention total, List<Statement> parts)
    {
        foreach (Mention mention in parent.Mentions)
        {
            if (mention != total && parts.TrueForAll(part => ListParts.At(part, mention) is not null))
            {
                duties.Add(Sum(mention, parts));
            }
        }
    }

    private void Changes(Statement parent, Mention total, List<Statement> parts)
    {
        if (ChangeOf(parent) is not { Fact: { } whole } change)
        {
            return;
        }

        var terms = new List<Term>();
        foreach (Statement part in parts)
        {
            Claim? own = ChangeOf(part);
            bool same = own is not null && own.Base == change.Base;
            if (same && own!.Fact is not null && own.Direction != Direction.None)
            {
                terms.Add(new Term(own.Fact));
            }
            else if (!same || own!.Direction != Direction.Flat)
            {
                // A part of 0 whose change is not stated may still have had money the year before.
                return;
            }
        }

        if (terms.Count > 0 && change.Direction != Direction.None)
        {
            duties.Add(Duty.Sum(whole, terms, Severity.Error, "change", "N-33"));
        }
    }

    private void Shares(List<Statement> parts)
    {
        if (parts.Count > 1 && parts.TrueForAll(part => ListParts.ShareOf(part) is not null) && duties.WouldHold(Closes(parts)))
        {
            duties.Add(Closes(parts));
        }
    }

    private void ClosingTotal(Statement total, IReadOnlyList<Statement> statements)
    {
        Mention mention = total.Current!;
        List<Statement> before = [.. statements.Where(item => item.Block == total.Block && item.Order < total.Order && !item.IsClosingTotal
            && (item.Membership is Membership.None or Membership.Suggested or Membership.Enumerated || (item.Membership == Membership.Closed && item.Parent!.Block != item.Block))
            && ListParts.At(item, mention) is not null)];
        foreach (List<Statement> parts in new[] { before.FindAll(item => item.SentenceStart == total.SentenceStart), before })
        {
            if (parts.Count > 1 && duties.WouldHold(Sum(mention, parts)))
            {
                duties.Add(Sum(mention, parts));
                return;
            }
        }

        // 收入331亿元；另有…、…，收入总量491亿元: the words leave no doubt.
        List<Statement> sentence = before.FindAll(item => item.SentenceStart == total.SentenceStart && item.Membership != Membership.Closed);
        if (total.IsGrandTotal && sentence.Count > 2)
        {
            duties.Add(Sum(mention, sentence));
        }
    }

    private static string Names(List<Statement> parts) => string.Join('|', parts.Select(part => part.Words).Order(StringComparer.Ordinal));

    private static Obligation Sum(Mention total, List<Statement> parts) => Duty.Sum(
        total.Fact,
        parts.SelectMany(part => Enumerable.Repeat(new Term(ListParts.At(part, total)!), part.Multiplicity)),
        Severity.Error,
        "sum",
        "N-36",
        "N-04");

    private static Obligation Closes(List<Statement> parts)
    {
        Term[] terms = [.. parts.Select(part => new Term(ListParts.ShareOf(part)!.Fact!))];
        return new Obligation("", ["N-04"], Relation.Closes, null, [.. terms], Formulas.Of(Relation.Closes, null, [.. terms]), Severity.Error, "share");
    }

    private static Claim? ChangeOf(Statement statement) => statement.Claims.Find(claim => claim.Role == FigureRole.Change);
}
