using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Forms;

/// <summary>The form a document was checked as, and why.</summary>
/// <param name="Form">The form.</param>
/// <param name="Reason">The signs that spoke for it with their points, or which form came closest when none had enough.</param>
public sealed record FormChoice(DisclosureForm Form, Bilingual Reason);

/// <summary>All forms of the pipeline, in its order.</summary>
public sealed record FormBook(ImmutableArray<DisclosureForm> Forms)
{
    /// <summary>
    /// Chooses the form of a document: of those for its genre the one with most points, the earlier of two with as many; when none has
    /// the points it needs, the generic one for the genre.
    /// </summary>
    public FormChoice Choose(Document document, IEnumerable<TableKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(document);
        var traits = new FormTraits(document, kinds);
        DisclosureForm[] fitting = [.. Forms.Where(form => form.Genres.IsEmpty || form.Genres.Contains(document.Genre))];
        Candidate[] candidates =
        [
            .. fitting.Where(form => !form.IsGeneric)
                .Select(form => new Candidate(form, [.. form.Signs.Where(traits.Show)]))
                .OrderByDescending(candidate => candidate.Points),
        ];
        if (candidates.FirstOrDefault(candidate => candidate.Points >= candidate.Form.Needs) is { } chosen)
        {
            return new FormChoice(chosen.Form, chosen.Reason);
        }

        DisclosureForm generic = fitting.FirstOrDefault(form => form.IsGeneric) ?? DisclosureForm.Unknown;
        return new FormChoice(generic, candidates is [var closest, ..] && closest.Points > 0
            ? new Bilingual($"未见已知表式；最接近{closest.Reason.Zh}", $"no known form; closest: {closest.Reason.En}")
            : new Bilingual("未见已知表式的特征", "nothing of a known form was found"));
    }

    private sealed record Candidate(DisclosureForm Form, ImmutableArray<FormSign> Seen)
    {
        public int Points => Seen.Sum(sign => sign.Points);

        public Bilingual Reason => new(
            $"{Form.Name.Zh}：{string.Join('、', Seen.Select(sign => sign.Said.Zh))}（{Points}分，需{Form.Needs}分）",
            $"{Form.Name.En}: {string.Join(", ", Seen.Select(sign => sign.Said.En))} ({Points} points, needs {Form.Needs})");
    }
}
