using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Narrative;

/// <summary>Lists from which one item is missing (N-04): what they miss to their total is what the missing one has.</summary>
/// <param name="subjects">The subjects and what divides them.</param>
/// <param name="binding">Finds cells.</param>
internal sealed class OmittedItems(SubjectCatalog subjects, Binding binding)
{
    /// <summary>Of fewer lines than this nobody can tell that they are meant to be all.</summary>
    private const int FewestLines = 3;

    /// <summary>Of fewer shares than this.</summary>
    private const int FewestShares = 2;

    /// <summary>Of fewer lines than this nobody can tell that a list of the main ones is meant to be long.</summary>
    private const int FewestOfMain = 6;

    /// <summary>
    /// Whether the parts are all lines of a table but one, and what they miss to the total is what that line holds: whoever lists 办公费, 印刷费 and the
    /// rest, or gives the share of each, means to list them all.
    /// </summary>
    /// <remarks>主要包括 may leave out what is small; who gives shares, or names many, and smaller ones than what is missing, has forgotten it.</remarks>
    public bool IsOneLine(Statement parent, Mention total, List<Statement> parts, bool open)
    {
        List<Statement> filled = parts.FindAll(part => ListParts.At(part, total)!.Printed!.Value != 0);
        bool shared = filled.TrueForAll(part => ListParts.ShareOf(part) is not null);
        if (filled.Count < (shared ? FewestShares : open ? FewestOfMain : FewestLines))
        {
            return false;
        }

        List<(Statement Part, Fact? Cell)> cells = [.. filled.Select(part => (part, binding.CellFor(part, total.Period, ListParts.At(part, total)!.Printed).Cell))];
        Fact? whole = binding.CellFor(parent, total.Period, total.Fact.Printed).Cell;

        // 公务接待费 may be found in another table than the rest of its list, and each class in a table that adds up other money, too.
        Fact? most = cells.Select(pair => pair.Cell).OfType<Fact>().GroupBy(cell => (cell.Part, cell.Column)).MaxBy(group => group.Count())?.First();
        return new[] { most, whole }.OfType<Fact>().Any(column => IsOneLine(total, cells, column, whole, open && !shared));
    }

    /// <summary>
    /// The parts that are two or more kinds of a known whole when just one kind is missing, no word of the paragraph names it, and it is what they miss to
    /// their total: 工程128.64万元、服务94.78万元 of all procurement; empty when they are none.
    /// </summary>
    public List<Statement> IsOneKind(Mention total, List<Statement> parts, IReadOnlyList<Statement> all)
    {
        foreach (Partition partition in subjects.Partitions)
        {
            List<Statement> lead = [.. parts.TakeWhile(part => part.Multiplicity == 1 && partition.Parts.Any(known => subjects.Names(part, known)))];
            if (lead.Count < 2 || partition.Required.Where(known => !lead.Exists(part => subjects.Names(part, known))).ToList() is not [var missing]
                || all.Any(other => other.Block == lead[0].Block && subjects.Names(other, missing)))
            {
                continue;
            }

            bool isWhole = partition.Rule.Length > 0 && lead.Count + 1 == partition.Parts.Length;
            bool isPlain = lead[0].Membership == Membership.Suggested && Amounts(missing, total).Any(cell => Misses(total, lead, cell.Printed!));
            if (isWhole || isPlain)
            {
                return lead;
            }
        }

        return [];
    }

    /// <summary>Catalogue ids of the known wholes that these are parts of: 货物、工程、服务 is N-23, whatever leads the list.</summary>
    public IEnumerable<string> RulesOf(List<Statement> parts) => subjects.Partitions
        .Where(partition => partition.Rule.Length > 0 && parts.TrueForAll(part => partition.Parts.Any(known => subjects.Names(part, known))))
        .Select(partition => partition.Rule);

    private IEnumerable<Fact> Amounts(string kind, Mention total) => kind.Split('|').Select(subjects.Find).OfType<Subject>()
        .Select(subject => binding.CellFor(Binding.Probe(subject), total.Period, null).Cell)
        .OfType<Fact>().Where(cell => cell.Printed is { Value: not 0 });

    private static bool IsOneLine(Mention total, List<(Statement Part, Fact? Cell)> parts, Fact column, Fact? whole, bool isOfMain)
    {
        TablePart table = column.Part!;
        int at = table.Columns.IndexOf(column.Column!);
        HashSet<TableLine> named = [.. parts
            .Select(part => table.Lines.FirstOrDefault(line => line.Label == part.Part.Words) ?? (part.Cell is { } cell && cell.Part == table && IsAmountOf(part.Part, cell, total) ? cell.Line : null))
            .OfType<TableLine>()];
        (int from, int to) = whole?.Part == table && whole.Line!.Role == LineRole.Total ? Above(table, table.Lines.IndexOf(whole.Line)) : (0, table.Lines.Length);
        List<Printed> omitted = [.. table.Lines[from..to]
            .Where(line => line.Role == LineRole.Item && named.Any(other => other.Parent == line.Parent) && !named.Contains(line))
            .Select(line => line.Values[at]?.Number)
            .OfType<Printed>()
            .Where(number => number.Value != 0)];
        return named.Count == parts.Count && omitted is [var one] && Misses(total, parts.ConvertAll(part => part.Part), one)
            && (!isOfMain || parts.Exists(part => ListParts.At(part.Part, total)!.Printed!.Base < one.Base));
    }

    private static bool IsAmountOf(Statement part, Fact cell, Mention total) => cell.Printed?.Base == ListParts.At(part, total)!.Printed!.Base;

    /// <summary>The lines that a total above or below them may add up: from the total before it on.</summary>
    private static (int From, int To) Above(TablePart table, int total)
    {
        int from = total;
        while (from > 0 && table.Lines[from - 1].Role == LineRole.Item)
        {
            from--;
        }

        return from < total ? (from, total) : (0, table.Lines.Length);
    }

    private static bool Misses(Mention total, List<Statement> parts, Printed one)
    {
        decimal gap = total.Fact.Printed!.Base - parts.Sum(part => part.Multiplicity * ListParts.At(part, total)!.Printed!.Base);
        return Math.Abs(gap - one.Base) <= total.Fact.Printed.LastDigit * parts.Count;
    }
}
