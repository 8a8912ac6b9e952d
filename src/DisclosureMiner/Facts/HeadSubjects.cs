using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>The economic subjects that the heads of a table's columns name: 工资福利支出/小计 is 301, 工资福利支出/奖金 is 30103.</summary>
internal static class HeadSubjects
{
    /// <summary>The code of the subject, or null when the heads name none or several.</summary>
    public static string? Named(ImmutableArray<string> heads, HeadWords words, SubjectCatalog subjects)
    {
        ImmutableArray<string> path = [.. heads.Select(Folding.Label)];
        if (path.IsEmpty)
        {
            return null;
        }

        // Some items have one name in several classes (其他支出, 办公设备购置): the head above tells the class.
        string? above = path.Length > 1 ? Codes(path[^2], subjects).FirstOrDefault(code => code.Length == 3) : null;
        if (above is not null && words.IsSum(heads))
        {
            return above;
        }

        string[] fitting = [.. Codes(path[^1], subjects).Where(code => above is null ? code.Length == 3 : code.Length == 5 && code.StartsWith(above, StringComparison.Ordinal))];
        return fitting is [var only] ? only : null;
    }

    private static IEnumerable<string> Codes(string label, SubjectCatalog subjects) => subjects.Labelled(label)
        .Where(subject => subject.Tags.Contains("economic-class") || subject.Tags.Contains("economic-item"))
        .Select(subject => subject.Id);
}
