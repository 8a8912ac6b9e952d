using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Across;

/// <summary>Tells names of bodies that mean the same one.</summary>
internal sealed class BodyNames(Vocabulary words)
{
    /// <summary>
    /// 普陀区法律援助中心 for 上海市普陀区法律援助中心; shorter names may be those of anybody, and mean whoever has just that name.
    /// </summary>
    public const int LeastCommon = 6;

    // 普陀区, 天门市: names of places begin with two letters at least.
    private const int LeastPlace = 2;

    /// <summary>The name without what says that the body itself is meant: 云浦县林业局(本级) becomes 云浦县林业局.</summary>
    public string Core(string name)
    {
        foreach (string word in words["across-own-level"])
        {
            foreach (string tail in (string[])[$"({word})", word])
            {
                if (name.EndsWith(tail, StringComparison.Ordinal))
                {
                    return name[..^tail.Length];
                }
            }
        }

        return name;
    }

    /// <summary>Whether the name says that the body itself is meant, without its units.</summary>
    public bool IsItself(string name) => Core(name).Length < name.Length;

    /// <summary>Whether a department means this unit by a name in its list.</summary>
    /// <param name="listed">As the department prints it, folded.</param>
    /// <param name="department">The department, see <see cref="DocumentProfile.Body"/>.</param>
    /// <param name="unit">The unit, likewise.</param>
    public bool Means(string listed, string department, string unit)
    {
        string name = Core(listed);
        if (IsItself(listed) && (name.Length < LeastCommon || department.EndsWith(name, StringComparison.Ordinal)))
        {
            // 局机关, 区司法局本部: the department's own name in short.
            return unit == department;
        }

        // 档案信息服务中心 is that of the department's place, not of another one.
        return unit == name || (name.Length >= LeastCommon && unit.EndsWith(name, StringComparison.Ordinal)
            && (department.StartsWith(unit[..^name.Length], StringComparison.Ordinal) || name[..LeastPlace] == department[..LeastPlace]));
    }

    /// <summary>Whether one body may be above the other, so that their numbers may be the same.</summary>
    public static bool AreRelated(DocumentProfile one, DocumentProfile other, Vocabulary words)
    {
        var bodies = new BodyNames(words);
        return one.Body.Contains(other.Body, StringComparison.Ordinal)
            || other.Body.Contains(one.Body, StringComparison.Ordinal)
            || one.Units.Any(unit => bodies.Means(unit, one.Body, other.Body))
            || other.Units.Any(unit => bodies.Means(unit, other.Body, one.Body));
    }
}
