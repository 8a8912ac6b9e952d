using System.Collections.Immutable;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>D-05, N-20: no text of the form is left unfilled. One obligation for each sentence at fault.</summary>
internal static class UnfilledTemplate
{
    private const string Defect = "unfilled";

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        ImmutableArray<string> forms = inspection.Words["template-form-kinds"];
        var names = new SortedDictionary<string, List<Passage>>(StringComparer.Ordinal);
        var obligations = new List<Obligation>();
        foreach (Stretch stretch in inspection.Stretches)
        {
            List<Placeholder> places = [.. Placeholders.Find(stretch.Text, inspection.Words).Where(place => Counts(stretch, place, forms))];
            if (places.Count == 0)
            {
                continue;
            }

            IEnumerable<Passage> passages = places.Select(place => stretch.Passage(place.Start, place.Length));
            if (places.Exists(place => place.IsNumber || !IsName(stretch, place)))
            {
                obligations.Add(Broken([.. passages], stretch.Text.AsSpan().ContainsAnyInRange('0', '9')));
                continue;
            }

            // 上海市XX局 on every page and in every heading is one thing forgotten once.
            string name = stretch.Text.Substring(places[0].Start, Math.Min(places[0].Length + 1, stretch.Text.Length - places[0].Start));
            if (!names.TryGetValue(name, out List<Passage>? same))
            {
                names.Add(name, same = []);
            }

            same.AddRange(passages);
        }

        obligations.AddRange(names.Values.Select(passages => Broken(passages, false)));
        if (obligations.Count > 0)
        {
            return obligations;
        }

        return inspection.Prose.IsEmpty
            ? []
            : [Worded.Holds(["D-05", "N-20"], Defect, new Bilingual("未见未填写的模板文字", "no text of the form was left unfilled"))];
    }

    /// <summary>Titles and labels are full of words that only sentences must not have; forms have blanks of their own.</summary>
    private static bool Counts(Stretch stretch, Placeholder place, ImmutableArray<string> forms) => stretch.Kind switch
    {
        StretchKind.Sentence or StretchKind.Note => true,
        StretchKind.Cell when forms.Contains(stretch.TableKind, StringComparer.Ordinal) => IsMoneySentence(stretch.Text),
        StretchKind.Cell => IsName(stretch, place) || IsMoneySentence(stretch.Text),
        _ => IsName(stretch, place),
    };

    private static bool IsName(Stretch stretch, Placeholder place) => stretch.Text[place.Start] is 'X' or 'x' or '×' or '{' or '2';

    private static bool IsMoneySentence(string text) =>
        text.AsSpan().ContainsAny(",。;") && text.Contains('元', StringComparison.Ordinal) && text.AsSpan().ContainsAnyInRange('0', '9');

    private static Obligation Broken(List<Passage> passages, bool hasNumbers)
    {
        string quoted = string.Join(" ", passages.Select(passage => passage.Text).Distinct());
        ImmutableArray<string> rules = hasNumbers ? ["N-20", "D-05"] : ["D-05", "N-20"];
        return Worded.Broken(rules, Defect, Severity.Error, quoted, new Bilingual($"模板文字“{quoted}”未填写", $"“{quoted}” of the form was left unfilled"), passages);
    }
}
