using System.Collections.Immutable;
using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Tables;

/// <summary>Reads the parts of a table: the lines of each side of each stretch, and the keys and values of a form.</summary>
/// <param name="rows">All rows.</param>
/// <param name="grid">The cells, which get their types here.</param>
/// <param name="unit">The table's unit.</param>
/// <param name="words">The pipeline's words.</param>
/// <param name="remarks">What was repaired.</param>
internal sealed class PartReader(ImmutableArray<ImmutableArray<RawCell?>> rows, CellGrid grid, Unit unit, ReadingWords words, List<string> remarks)
{
    // A cell of prose in the label column of a form is no line.
    private const int LongestLabel = 40;

    /// <summary>The parts of a stretch, left to right.</summary>
    public IEnumerable<TablePart> Read(Stretch stretch)
    {
        ColumnUse[] uses = ColumnRoles.Read(rows, stretch.Data, stretch.Heads, stretch.From, words);
        ImmutableArray<Side> sides = [.. Side.Split(uses, stretch.Heads, words).Where(side => !side.Values.IsEmpty)];
        for (int i = 0; i < sides.Length; i++)
        {
            Side side = sides[i];
            foreach (int r in stretch.Data)
            {
                foreach (int c in side.Labels)
                {
                    grid.SetIfUnitPrinted(r, c);
                }
            }

            yield return Read(stretch, side, i > 0 ? sides[i - 1] : null, i + 1 < sides.Length ? sides[i + 1] : null);
        }

        foreach (int r in stretch.Data)
        {
            for (int c = 0; c < uses.Length; c++)
            {
                if (uses[c] is ColumnUse.Words)
                {
                    grid.SetIfUnitPrinted(r, c);
                }
            }
        }
    }

    /// <summary>The keys and values in the rows of a form that lie in no stretch: runs of rows whose numbers stand in one column.</summary>
    public IEnumerable<TablePart> ReadPairs(IEnumerable<int> free)
    {
        var runs = new List<(int Key, int Value, List<int> Rows)>();
        foreach (int r in free)
        {
            for (int c = 1; c < rows[r].Length; c++)
            {
                if (!FormStretches.IsQuantity(rows[r], c, words))
                {
                    continue;
                }

                int key = FormStretches.KeyOf(rows[r], c);
                if (key < 0 || NumberText.LooksLikeValue(rows[r][key]!.Label) || !IsMoney(r, key, c))
                {
                    grid.SetIfUnitPrinted(r, c);
                    continue;
                }

                if (runs.Find(run => run.Key == key && run.Value == c && run.Rows[^1] == r - 1).Rows is { } run)
                {
                    run.Add(r);
                }
                else
                {
                    runs.Add((key, c, [r]));
                }
            }
        }

        foreach ((int key, int value, List<int> run) in runs)
        {
            string name = key > 0 && FormStretches.KeyOf(rows[run[0]], key) == 0 ? rows[run[0]][0]!.Squeezed : "";
            var side = new Side("", [key], [], [value], 0);
            var empty = new Heads(0, [.. Enumerable.Repeat(ImmutableArray<RawCell>.Empty, rows[0].Length)]);
            yield return Read(new Stretch(run[0], empty, [.. run], 0, name), side, null, null);
        }
    }

    // 培训人数 | 500 in a form whose money is in 万元 is no money.
    private bool IsMoney(int r, int key, int c) =>
        (NumberText.TryRead(rows[r][c]!.Content.Text, words, out NumberText number) && number.Unit is { Dimension: Dimension.Money })
        || (number.Unit is null && words.In("money-keys", rows[r][key]!.Label));

    private TablePart Read(Stretch stretch, Side side, Side? left, Side? right)
    {
        Unit partUnit = CellUnits.OfLabel(Folding.Label(stretch.Name).ToLowerInvariant(), words) ?? unit;
        ImmutableArray<ValueColumn> columns = [.. side.Values.Select(c => new ValueColumn(
            c,
            [.. stretch.Heads.Paths[c].Skip(side.Depth).Select(head => head.Squeezed)],
            CellUnits.OfHeads(stretch.Heads.Paths[c], words)))];
        var drafts = new List<(int Row, RawCell? Label, string Group, DraftLine Draft)>();
        string group = "";
        foreach (int r in stretch.Data)
        {
            RawCell? labelCell = LabelOf(r, stretch, side, ref group, out string lineGroup)
                ?? (left is not null && Crosses(r, left, side) ? TextOf(r, left) : null);
            if (right is not null && Crosses(r, side, right))
            {
                continue;
            }

            string label = labelCell is null ? "" : Folding.Label(labelCell.Content.Text);
            Unit? ofLabel = CellUnits.OfLabel(label.ToLowerInvariant(), words);
            bool hasNumber = false, hasValue = false;
            foreach (ValueColumn column in columns)
            {
                grid.SetValue(r, column.Column, UnitOf(column, ofLabel, partUnit));
                hasNumber |= grid[r, column.Column] is { Type: CellType.Number };
                hasValue |= grid[r, column.Column] is { Content.Length: > 0 };
            }

            string code = CodeOf(r, side, ref label);
            bool isProse = label.Length > LongestLabel || (labelCell is not null && Lines.HasClause(labelCell.Content.Text));
            if ((label.Length == 0 && !hasNumber && code.Length == 0) || (!hasValue && isProse))
            {
                continue;
            }

            drafts.Add((r, labelCell, lineGroup, new DraftLine(label, code, labelCell?.Indent ?? 0, hasNumber)));
        }

        LinePosition[] positions = LineOutline.Read([.. drafts.Select(draft => draft.Draft)], words);
        ImmutableArray<TableLine> lines = [.. drafts.Select((draft, i) => new TableLine(
            draft.Row,
            positions[i].Label,
            draft.Draft.Code,
            positions[i].Role,
            positions[i].Level,
            positions[i].Parent,
            positions[i].IsOfWhich,
            draft.Label is null ? null : CellAt(draft.Row, draft.Label),
            [.. columns.Select(column => grid[draft.Row, column.Column])])
        {
            Group = draft.Group,
        })];
        return new TablePart(side.Name.Length > 0 ? side.Name : stretch.Name, columns, lines);
    }

    // （辆） beside a row is about that row, whatever the money of its column is in; a column of rates stays one.
    private static Unit UnitOf(ValueColumn column, Unit? ofLabel, Unit partUnit) =>
        ofLabel is not null && column.Unit is null or { Dimension: Dimension.Money } ? ofLabel! : column.Unit ?? partUnit;

    private RawCell? LabelOf(int r, Stretch stretch, Side side, ref string group, out string lineGroup)
    {
        lineGroup = "";
        int main = MainLabel(stretch, side);
        if (main < 0)
        {
            return null;
        }

        // The columns to the left of the name group the rows; their cells reach down over blanks.
        RawCell? label = rows[r][main] is { IsBlank: false } cell ? cell : null;
        foreach (int c in side.Labels.Where(c => c < main))
        {
            if (rows[r][c] is not { IsBlank: false } left)
            {
                continue;
            }

            if (label is null)
            {
                label = left;
            }
            else
            {
                group = Folding.Label(left.Content.Text);
            }
        }

        lineGroup = ReferenceEquals(label, rows[r][main]) || (label is not null && LineOutline.IsTotal(label.Label, words) && stretch.From > 0) ? group : "";
        // 合计 may stand in the code column, for its cell spans the name's.
        return label ?? side.Labels.Where(c => c > main).Select(c => rows[r][c]).FirstOrDefault(other => other is { IsBlank: false }) ?? TextOf(r, side);
    }

    // 公用经费合计 stands in the first of two groups of columns that are both 公用经费, and its amount in the second.
    private bool Crosses(int r, Side left, Side right) =>
        left.Name == right.Name && left.Name.Length > 0
        && TextOf(r, left) is { } label && LineOutline.IsTotal(label.Label, words) && left.Values.All(c => rows[r][c] is null or { IsBlank: true })
        && TextOf(r, right) is null && right.Values.Any(c => rows[r][c] is { IsBlank: false });

    private RawCell? TextOf(int r, Side side) =>
        side.Codes.Concat(side.Labels).Select(c => rows[r][c]).FirstOrDefault(cell => cell is { IsBlank: false } && !cell.Label.All(char.IsAsciiDigit));

    // The name of the row: the last column before the values that is headed 名称 or 项目, else simply the last.
    private int MainLabel(Stretch stretch, Side side)
    {
        ImmutableArray<int> headed = [.. side.Labels.Where(c =>
            !stretch.Heads.Paths[c].IsEmpty && ColumnRoles.IsLabelHead(stretch.Heads.Paths[c][^1].Label, words))];
        return !headed.IsEmpty ? headed[^1] : !side.Labels.IsEmpty ? side.Labels[^1] : -1;
    }

    private Cell? CellAt(int row, RawCell cell)
    {
        int column = rows[row].IndexOf(cell);
        return column < 0 ? null : grid[row, column];
    }

    // 2010506统计管理: the code stands glued to the name where it has no column of its own.
    private string CodeOf(int r, Side side, ref string label)
    {
        if (side.Codes.IsEmpty)
        {
            (string glued, string rest) = SubjectCodes.Split(label);
            label = rest;
            return glued;
        }

        string code = SubjectCodes.Join([.. side.Codes.Select(c => rows[r][c]?.Label ?? "")], out bool padded);
        if (padded)
        {
            remarks.Add(FormattableString.Invariant($"Row {r + 1}: a piece of its code had lost a leading zero; read as {code}."));
        }

        return code;
    }
}
