using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-06, BX-26: the prose of a budget or a final account names subjects as the year's 政府收支分类科目 do (医疗卫生支出 became
/// 卫生健康支出 in 2019). One note for each subject. 扶贫 and 环境保护 are everyday words besides: only what is told like a subject
/// counts (医疗卫生支出2.75万元, 扶贫（款）).
/// </summary>
internal static partial class FormerNames
{
    private static readonly ImmutableArray<string> Rules = ["D-06", "BX-26"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        bool isOfBody = inspection.IsBudget || inspection.IsFinal || inspection.IsThreePublic;
        if (!isOfBody || inspection.Document.FiscalYear is not { } year)
        {
            yield break;
        }

        foreach (Subject subject in inspection.Subjects.Subjects.Where(subject => !subject.Former.IsDefaultOrEmpty && year >= RenamedIn(subject, inspection)))
        {
            string official = subject.Labels.FirstOrDefault() ?? subject.Id;
            List<Passage> passages = [.. inspection.Prose.SelectMany(sentence => In(sentence, subject, inspection.Subjects))];
            if (passages.Count > 0)
            {
                yield return Worded.Broken(Rules, "subject-name", Severity.Note, $"{passages[0].Text} ≠ {official}",
                    new Bilingual($"现名“{official}”", $"now called {official}"), passages);
            }
        }
    }

    /// <summary>The first year of the new name: that of the subject, else the one for all.</summary>
    private static int RenamedIn(Subject subject, Inspection inspection)
    {
        string own = subject.Id + "=";
        string entry = inspection.Words["former-names-from"].FirstOrDefault(entry => entry.StartsWith(own, StringComparison.Ordinal), inspection.Words["former-names-from"][0]);
        return int.Parse(entry.AsSpan(entry.IndexOf('=', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Passage> In(Stretch sentence, Subject subject, SubjectCatalog catalog)
    {
        var taken = new List<(int Start, int End)>();
        foreach (string former in subject.Former.OrderByDescending(name => name.Length))
        {
            for (int at = sentence.Text.IndexOf(former, StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf(former, at + 1, StringComparison.Ordinal))
            {
                int end = at + former.Length;
                if (IsSubject(sentence.Text, former, end) && !IsExplained(sentence.Text, at)
                    && !IsPartOfName(sentence.Text, at, former, catalog) && !taken.Any(other => at < other.End && other.Start < end))
                {
                    taken.Add((at, end));
                }
            }
        }

        return taken.Order().Select(span => sentence.Passage(span.Start, span.End - span.Start));
    }

    private static bool IsSubject(string text, string former, int end) =>
        former.EndsWith("支出", StringComparison.Ordinal) || AsSubject().IsMatch(text.AsSpan(end));

    /// <summary>A citation, or a name that says itself that it was changed (原医疗卫生支出).</summary>
    private static bool IsExplained(string text, int at)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, at);
        return (at > 0 && text[at - 1] == '原') || before.LastIndexOf('《') > before.LastIndexOf('》');
    }

    /// <summary>基层医疗卫生机构 is a name of today with a former name in it.</summary>
    private static bool IsPartOfName(string text, int at, string former, SubjectCatalog catalog) => catalog.Subjects
        .SelectMany(subject => subject.Labels)
        .Where(label => label.Length > former.Length && label.Contains(former, StringComparison.Ordinal))
        .Any(label => at - label.IndexOf(former, StringComparison.Ordinal) is >= 0 and var start
            && text.AsSpan(start).StartsWith(label, StringComparison.Ordinal));

    /// <summary>What follows the name of a subject: its class, its code or its amount.</summary>
    [GeneratedRegex("^(?:支出)?(?:\\([0-9]*[类款项]|类|款|科目|[0-9])|^支出")]
    private static partial Regex AsSubject();
}
