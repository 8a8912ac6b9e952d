using System.Collections.Immutable;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Registers;

/// <summary>What rows of a register owe each other: one code and one name for each body, parents that are there and lead upward.</summary>
internal sealed class RegisterTies(ImmutableArray<(int Line, RegisterBody Body)> rows, BodyNames names)
{
    private readonly List<RegisterProblem> _problems = [];

    /// <summary>What does not hold, in order of lines.</summary>
    /// <param name="areAll">Whether no row was left out, so that a parent that is not among them is nowhere.</param>
    public ImmutableArray<RegisterProblem> Check(bool areAll)
    {
        var byCode = new Dictionary<string, (int Line, RegisterBody Body)>(StringComparer.Ordinal);
        foreach ((int Line, RegisterBody Body) row in rows)
        {
            if (!byCode.TryAdd(row.Body.Code, row))
            {
                Wrong(row.Line, RegisterHeads.Code, $"代码 {row.Body.Code} 已用于第{byCode[row.Body.Code].Line}行，请更正其中一个", $"code {row.Body.Code} stands in line {byCode[row.Body.Code].Line} already; correct one of them");
            }
        }

        foreach ((int line, RegisterBody body) in rows)
        {
            if (body.Parent is { } parent && !byCode.ContainsKey(parent))
            {
                if (areAll)
                {
                    Wrong(line, RegisterHeads.Parent, $"名录中没有代码 {parent}，请补上该行或更正", $"no body has the code {parent}; add its row or correct the code");
                }
            }
            else if (LeadsBack(body, byCode))
            {
                Wrong(line, RegisterHeads.Parent, "上级循环：沿上级又回到本单位，请更正其中一行", "the parents go in a circle and come back to this body; correct one of the rows");
            }
        }

        CheckNames();
        return [.. _problems.OrderBy(problem => problem.Line)];
    }

    private static bool LeadsBack(RegisterBody body, Dictionary<string, (int Line, RegisterBody Body)> byCode)
    {
        string? above = body.Parent;
        for (int steps = 0; above is not null && steps < byCode.Count; steps++)
        {
            if (above == body.Code)
            {
                return true;
            }

            above = byCode.TryGetValue(above, out var parent) ? parent.Body.Parent : null;
        }

        return false;
    }

    private void CheckNames()
    {
        var seen = new Dictionary<(string Name, BodyKind Kind), List<(int Line, RegisterBody Body)>>();
        foreach ((int Line, RegisterBody Body) row in rows)
        {
            foreach (string name in row.Body.Aliases.Prepend(row.Body.Name).DistinctBy(name => names.Core(Folding.Label(name))))
            {
                // A department and its own level have one name; the kind tells them apart.
                List<(int Line, RegisterBody Body)> others = seen.TryGetValue((names.Core(Folding.Label(name)), row.Body.Kind), out var known) ? known : [];
                seen[(names.Core(Folding.Label(name)), row.Body.Kind)] = others;
                if (others.FirstOrDefault(other => MayBeMistaken(other.Body, row.Body)) is { Body: not null } same)
                {
                    Wrong(
                        row.Line,
                        name == row.Body.Name ? RegisterHeads.Name : RegisterHeads.Aliases,
                        $"“{name}”也是第{same.Line}行 {same.Body.Code} 的名称，请改成各不相同，或写明地区、起止年度",
                        $"'{name}' is a name of {same.Body.Code} in line {same.Line} too; give each its own, or say in which region or years each is");
                }

                others.Add(row);
            }
        }
    }

    // Bodies of two places, or one after the other, may have one name.
    private static bool MayBeMistaken(RegisterBody one, RegisterBody other) => one.Code != other.Code
        && (one.Region is null || other.Region is null || one.Region == other.Region)
        && !(one.LastYear < other.FirstYear) && !(other.LastYear < one.FirstYear);

    private void Wrong(int line, string column, string zh, string en) => _problems.Add(new RegisterProblem(line, column, new Bilingual(zh, en)));
}
