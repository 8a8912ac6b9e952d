using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Tables;

/// <summary>A data row of a side before its place in the hierarchy is known.</summary>
/// <param name="Label">Folded label, without white space, with enumerator and 其中.</param>
/// <param name="Code">Subject code, or empty.</param>
/// <param name="Indent">White space before the label, in half-width columns.</param>
/// <param name="HasNumber">Whether a value column holds a number.</param>
internal sealed record DraftLine(string Label, string Code, int Indent, bool HasNumber);

/// <summary>Where a row stands in the hierarchy.</summary>
internal readonly record struct LinePosition(string Label, LineRole Role, int Level, int Parent, bool IsOfWhich);

/// <summary>
/// Finds the hierarchy of a table's rows: by code prefixes where there are codes, otherwise by enumerators, 其中 and
/// indentation.
/// </summary>
internal static class LineOutline
{
    // Ranks: enumerators have their outline level; rows without one come after them, deeper with every column of indentation.
    private const int Unnumbered = 100;

    // 其中： is three characters wide; what belongs under it is aligned with what follows it.
    private const int OfWhichWidth = 6;

    /// <summary>The positions, one for each row.</summary>
    public static LinePosition[] Read(IReadOnlyList<DraftLine> lines, ReadingWords words)
    {
        var positions = new LinePosition[lines.Count];
        var open = new Stack<(int Rank, int Index)>();
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        bool hasCodes = lines.Count(line => line.Code.Length > 0) * 2 > lines.Count(line => line.HasNumber) || CodesHead(lines, words) || CodesLeadGroups(lines, words);
        bool numbersTop = lines.Any(line => Enumerator.Read(line.Label).Level is 1 or 2);
        bool indents = lines.Any(line => line.Indent >= 2 && line.Label.Length > 0) && lines.Any(line => line.Indent < 2);
        for (int i = 0; i < lines.Count; i++)
        {
            DraftLine line = lines[i];
            Enumerator enumerator = Enumerator.Read(line.Label);
            string label = line.Label[enumerator.Length..];
            bool ofWhich = words.Start("row-of-which", label) is not null;
            if (ofWhich)
            {
                label = label[words.Start("row-of-which", label)!.Length..].TrimStart(':', ',', '、');
                Enumerator inner = Enumerator.Read(label);
                enumerator = inner.IsNone ? enumerator : inner;
                label = label[inner.Length..];
            }

            label = label.TrimEnd(':');
            LineRole role = IsTotal(label, words) || (label.Length == 0 && i == 0 && line.HasNumber) ? LineRole.Total : LineRole.Item;
            (int level, int parent) = (0, -1);
            if (role == LineRole.Total && !ofWhich)
            {
                // What follows a total is no part of the item before it.
                if (!hasCodes)
                {
                    open.Clear();
                }
            }
            else if (hasCodes && line.Code.Length > 0)
            {
                parent = ParentByCode(line.Code, codes);
                level = parent < 0 ? 0 : positions[parent].Level + 1;
                codes[line.Code] = i;
                open.Clear();
                open.Push((0, i));
            }
            else
            {
                bool goesOn = !ofWhich && enumerator.IsNone && ContinuesOfWhich(label, line, i, lines, positions, open, indents || numbersTop, words);
                int rank = RankOf(line, enumerator, label, ofWhich, goesOn, numbersTop, words);
                while (open.Count > 0 && open.Peek().Rank >= rank)
                {
                    open.Pop();
                }

                (level, parent) = open.Count > 0 ? (positions[open.Peek().Index].Level + 1, open.Peek().Index) : (0, -1);
                ofWhich |= parent >= 0 && enumerator.IsNone && Siblings(positions, parent, i).Any(sibling => sibling.IsOfWhich);
                open.Push((rank, i));
            }

            positions[i] = new LinePosition(label, role, level, parent, ofWhich);
        }

        return positions;
    }

    // 506 a bureau, 506001 its office, and below each office its projects, which have no codes.
    private static bool CodesHead(IReadOnlyList<DraftLine> lines, ReadingWords words)
    {
        List<DraftLine> items = [.. lines.Where(line => line.HasNumber && !IsTotal(line.Label, words))];
        return items.Count > 1 && items[0].Code.Length > 0
            && items[1].Code.Length > items[0].Code.Length && items[1].Code.StartsWith(items[0].Code, StringComparison.Ordinal)
            && items.All(line => line.Code.StartsWith(line.Code.Length > 0 ? items[0].Code : "", StringComparison.Ordinal));
    }

    /// <summary>Whether a label names a total: 合计, 收入总计, 本年支出合计, Total.</summary>
    public static bool IsTotal(string label, ReadingWords words)
    {
        label = label.ToLowerInvariant();
        int bracket = label.LastIndexOf('(');
        string bare = (bracket > 0 && label.EndsWith(')') && UnitStatement.InBrackets(label, words) is not null ? label[..bracket] : label).TrimEnd(':');
        return words.Is("total-labels", bare) || words.Ends("total-label-endings", bare) || words.Start("total-label-starts", bare) is not null;
    }

    // 105001 某局（本级）, and below it its projects without codes; 105002 某中心, and below it its own.
    private static bool CodesLeadGroups(IReadOnlyList<DraftLine> lines, ReadingWords words)
    {
        DraftLine[] items = [.. lines.Where(line => line is { HasNumber: true, Label.Length: > 0 } && !IsTotal(line.Label, words))];
        bool IsAlone(int i) => items[i].Code.Length > 0 && (i + 1 == items.Length || items[i + 1].Code.Length > 0);
        return items.Length > 2 && items[0].Code.Length > 0 && items.Count(line => line.Code.Length > 0) > 1 && !Enumerable.Range(0, items.Length).Any(IsAlone);
    }

    private static int ParentByCode(string code, Dictionary<string, int> codes)
    {
        for (int length = code.Length - 1; length > 0; length--)
        {
            if (codes.TryGetValue(code[..length], out int parent))
            {
                return parent;
            }
        }

        return -1;
    }

    private static int RankOf(DraftLine line, Enumerator enumerator, string label, bool ofWhich, bool goesOn, bool numbersTop, ReadingWords words)
    {
        if (!enumerator.IsNone && !ofWhich)
        {
            return enumerator.Level;
        }

        if (numbersTop && !ofWhich && words.Start("balance-lines", label) is not null)
        {
            return 2;
        }

        return Unnumbered + line.Indent + (ofWhich || goesOn ? OfWhichWidth : 0) + (enumerator.IsNone ? 0 : 1);
    }

    // 其中：购置费 / 运行维护费 under 公务用车购置及运行维护费, where nothing else tells: the second is named in the parent too.
    private static bool ContinuesOfWhich(
        string label, DraftLine line, int index, IReadOnlyList<DraftLine> lines, LinePosition[] positions, Stack<(int Rank, int Index)> open, bool hasOtherSigns, ReadingWords words)
    {
        // 公务用车购置费 under 公务用车购置及运行维护费, with 其中 before its first part or nowhere.
        if (!hasOtherSigns && words.Is("vehicle-parts", label)
            && open.Any(above => words.In("vehicle-wholes", positions[above.Index].Label) && !words.Is("vehicle-parts", positions[above.Index].Label)))
        {
            return true;
        }

        // 其中：人员经费, and below it 公用经费 without any sign.
        if (!hasOtherSigns && index > 0 && positions[index - 1].IsOfWhich && words.Is("basic-parts", label) && words.Is("basic-parts", positions[index - 1].Label))
        {
            return true;
        }

        if (hasOtherSigns || index == 0 || open.Count == 0 || !positions[index - 1].IsOfWhich || positions[index - 1].Parent < 0 || line.Indent != lines[index - 1].Indent)
        {
            return false;
        }

        string parent = positions[positions[index - 1].Parent].Label;
        string core = label.TrimEnd('费', '额', '数');
        return core.Length >= 2 && parent.Contains(core, StringComparison.Ordinal);
    }

    private static IEnumerable<LinePosition> Siblings(LinePosition[] positions, int parent, int before)
    {
        for (int i = parent + 1; i < before; i++)
        {
            if (positions[i].Parent == parent)
            {
                yield return positions[i];
            }
        }
    }
}
