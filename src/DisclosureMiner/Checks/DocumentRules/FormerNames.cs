using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-06, BX-26: the prose names subjects as the year's 政府收支分类科目 do (医疗卫生支出 became 卫生健康支出 in 2019). One note for each
/// subject.
/// </summary>
internal static class FormerNames
{
    private static readonly ImmutableArray<string> Rules = ["D-06", "BX-26"];

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        int from = int.Parse(inspection.Words["former-names-from"][0], CultureInfo.InvariantCulture);
        if (inspection.Document.FiscalYear is not { } year || year < from)
        {
            yield break;
        }

        foreach (Subject subject in inspection.Subjects.Subjects.Where(subject => !subject.Former.IsDefaultOrEmpty))
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

    private static IEnumerable<Passage> In(Stretch sentence, Subject subject, SubjectCatalog catalog)
    {
        int done = 0;
        foreach (string former in subject.Former.OrderByDescending(name => name.Length))
        {
            for (int at = sentence.Text.IndexOf(former, done, StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf(former, at + 1, StringComparison.Ordinal))
            {
                if (!IsExplained(sentence.Text, at) && !IsPartOfName(sentence.Text, at, former, catalog))
                {
                    done = at + former.Length;
                    yield return sentence.Passage(at, former.Length);
                }
            }
        }
    }

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
}
