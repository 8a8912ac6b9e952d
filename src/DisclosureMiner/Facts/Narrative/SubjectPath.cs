using System.Collections.Immutable;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>A subject that prose prints with its classes: 公共安全支出（204类）司法（06款）行政运行（01项）, or “甲-乙-丙”科目.</summary>
/// <param name="Names">The folded names, outermost first; the last one is the subject.</param>
/// <param name="Code">The codes printed with all of them, joined (2040601), or empty.</param>
/// <param name="Level">How deep the subject stands: 1 for 类, 2 for 款, 3 for 项; 0 when nothing tells.</param>
/// <param name="Start">Where it begins in the reading text, with its opening quotation mark.</param>
/// <param name="End">Behind it, with what closes it.</param>
internal sealed record SubjectPath(ImmutableArray<string> Names, string Code, int Level, int Start, int End)
{
    /// <summary>The name of the subject itself.</summary>
    public string Name => Names[^1];

    /// <summary>All names as one, to compare paths by.</summary>
    public string Joined => string.Join('/', Names);
}
