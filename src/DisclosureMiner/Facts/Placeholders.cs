using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>A place of the form that was never filled in.</summary>
/// <param name="Start">Offset in the text that was searched, UTF-16 units.</param>
/// <param name="Length">Length there, UTF-16 units.</param>
/// <param name="IsNumber">
/// Whether a number is missing here (××万元, 增长（下降）%); otherwise only words of the form are left over (增长（下降）27.78%).
/// </param>
internal readonly record struct Placeholder(int Start, int Length, bool IsNumber)
{
    /// <summary>End offset, exclusive.</summary>
    public int End => Start + Length;
}

/// <summary>Finds text of the form that was never filled in: XX, ____, 增长（下降）%, {单位}, a 万元 with no number before it.</summary>
internal static class Placeholders
{
    /// <summary>
    /// All unfilled places of a sentence or paragraph, in order and without overlap. White space is looked through, so the
    /// text may be compact or as printed. Headings, table heads and labels are not for this: 增加（减少）额 is a name there.
    /// </summary>
    /// <param name="folded">Text after <see cref="Folding.Fold(string)"/>.</param>
    /// <param name="words">The <c>template-*</c> lists.</param>
    public static ImmutableArray<Placeholder> Find(string folded, Vocabulary words)
    {
        var offsets = new List<int>(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            if (!char.IsWhiteSpace(folded[i]))
            {
                offsets.Add(i);
            }
        }

        string compact = offsets.Count == folded.Length ? folded : Folding.Label(folded);
        if (compact.Length != offsets.Count)
        {
            // Zero-width characters are no white space to the runtime, but labels leave them out.
            offsets.RemoveAll(i => folded[i] is '\u200b' or '\ufeff');
        }

        var found = ImmutableArray.CreateBuilder<Placeholder>();
        var slots = new UnfilledSlots(compact, words);
        for (int i = 0; i < compact.Length;)
        {
            UnfilledSlots.Slot? slot = slots.At(i);
            if (slot is null)
            {
                i++;
                continue;
            }

            int start = offsets[slot.Value.Start], end = offsets[slot.Value.End - 1] + 1;
            found.Add(new Placeholder(start, end - start, slot.Value.IsNumber));
            i = slot.Value.End;
        }

        return found.ToImmutable();
    }
}
