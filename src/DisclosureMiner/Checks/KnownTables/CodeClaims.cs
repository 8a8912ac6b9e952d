using DisclosureMiner.Checks.DocumentRules;
using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>Claims about the codes of tables: parents are there, none occurs twice (B2-04), those of one table are in another (BX-25).</summary>
internal static class CodeClaims
{
    private const string Defect = "code";

    /// <summary>The obligations of a claim; none when a table is missing or has no codes.</summary>
    public static IEnumerable<Obligation> Check(CodesClaim claim, Rule rule, Frame frame)
    {
        if (!frame.Tables.TryGetValue(claim.Table, out RuleTable? table) || !Coded(table).Any())
        {
            return [];
        }

        if (claim.Within.Length == 0)
        {
            return Hierarchy(table, rule);
        }

        return frame.Tables.TryGetValue(claim.Within, out RuleTable? other) && Coded(other).Any() ? Within(table, other, rule) : [];
    }

    private static IEnumerable<Obligation> Hierarchy(RuleTable table, Rule rule)
    {
        List<LineAt> coded = [.. Coded(table)];
        var passages = new List<Passage>();
        foreach (IGrouping<string, LineAt> body in coded.GroupBy(at => table.MeaningOf(at.Line).Body, StringComparer.Ordinal))
        {
            var codes = body.Select(at => table.CodeOf(at.Line)).ToHashSet(StringComparer.Ordinal);
            var seen = new HashSet<string>(StringComparer.Ordinal);

            // Forms that print items only have no parents at all; where some have theirs, the others should.
            var levels = codes.Where(code => code.Length > 3 && codes.Contains(code[..^2])).Select(code => code.Length).ToHashSet();
            foreach (LineAt at in body)
            {
                string code = table.CodeOf(at.Line);
                if (!seen.Add(code) || (levels.Contains(code.Length) && !codes.Contains(code[..^2])))
                {
                    passages.AddRange(PassageOf(table, at));
                }
            }
        }

        yield return passages.Count == 0
            ? Worded.Holds([rule.Id], Defect, new Bilingual("各编码都有上级且不重复", "every code has its parent and occurs once"))
            : Worded.Broken([rule.Id], Defect, rule.Severity, "", new Bilingual("有的编码缺少上级或重复出现", "a code lacks its parent or occurs twice"), passages);
    }

    private static IEnumerable<Obligation> Within(RuleTable table, RuleTable other, Rule rule)
    {
        var names = Coded(other).ToLookup(at => other.CodeOf(at.Line), at => at.Line.Label, StringComparer.Ordinal);
        List<Passage> missing = [], renamed = [];
        foreach (LineAt at in Coded(table))
        {
            string code = table.CodeOf(at.Line);
            bool hasAmount = at.Part.Columns.Any(column => table.At(at, column)?.Printed is { Value: not 0 });
            if (!names.Contains(code))
            {
                missing.AddRange(hasAmount ? PassageOf(table, at) : []);
            }
            else if (at.Line.Label.Length > 0 && names[code].All(name => name.Length > 0 && name != at.Line.Label))
            {
                renamed.AddRange(PassageOf(table, at));
            }
        }

        string where = other.Table.Title.Length > 0 ? other.Table.Title : other.Kind.Name;
        if (missing.Count > 0)
        {
            yield return Worded.Broken([rule.Id], Defect, rule.Severity, "", new Bilingual($"编码不在“{where}”中", $"the code is not in {where}"), missing);
        }

        if (renamed.Count > 0)
        {
            yield return Worded.Broken([rule.Id], Defect, Severity.Note, "", new Bilingual($"同一编码在“{where}”中名称不同", $"the code has another name in {where}"), renamed);
        }

        if (missing.Count + renamed.Count == 0)
        {
            yield return Worded.Holds([rule.Id], Defect, new Bilingual($"各编码都在“{where}”中，名称相同", $"every code is in {where}, under the same name"));
        }
    }

    private static IEnumerable<LineAt> Coded(RuleTable table) => table.Lines.Where(at => table.MeaningOf(at.Line).Code.Length > 0);

    private static IEnumerable<Passage> PassageOf(RuleTable table, LineAt at)
    {
        Cell? label = at.Line.LabelCell;
        if (label is { Content.Length: > 0 })
        {
            yield return new Passage(label.Text, $"{at.Line.Code} {label.Text}", at.Line.Code.Length + 1, table.Table.Section, label.Place);
        }
    }
}
