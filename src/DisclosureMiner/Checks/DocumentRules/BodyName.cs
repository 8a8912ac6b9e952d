using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>
/// D-03, N-28: the body's name agrees in the slots of the form: headings, lines above tables, forms. Short forms are fine
/// (市人社信息中心 for 天门市人力资源和社会保障信息中心). One note a document.
/// </summary>
internal static partial class BodyName
{
    private const string Defect = "body-name";
    private const int SlotsToDoubtCover = 3;

    private static readonly ImmutableArray<string> Rules = ["D-03", "N-28"];

    private readonly record struct Slot(string Name, Passage Passage);

    public static IEnumerable<Obligation> Check(Inspection inspection)
    {
        string body = Folding.Label(inspection.Document.Organisation);
        if (body.Length == 0)
        {
            yield break;
        }

        List<Slot> slots = [.. inspection.Titles.SelectMany(title => InTitle(title, inspection)), .. inspection.Document.Tables.SelectMany(table => InForm(table, inspection))];
        ImmutableHashSet<string> listed = Listed(inspection.Document);
        List<Slot> own = [.. slots.Where(slot => IsFormOf(slot.Name, body))];
        List<Slot> strange = [.. slots.Where(slot => !IsFormOf(slot.Name, body) && !listed.Contains(slot.Name))];
        if (strange.Count == 0 && own.Count < 2 && !listed.Any(name => IsFormOf(name, body)) && slots.Count - own.Count >= SlotsToDoubtCover)
        {
            // A body that tables list may fill them in for its units; one that fills in all of them is more likely the one meant.
            strange = own.Count > 0 ? own : slots.TrueForAll(slot => slot.Name == slots[0].Name) ? slots : [];
        }

        if (strange.Count > 0)
        {
            Slot other = strange == own ? slots.First(slot => !own.Contains(slot)) : strange[0];
            yield return Worded.Broken(Rules, Defect, Severity.Note, $"{other.Passage.Text} ≠ {inspection.Document.Organisation}",
                new Bilingual($"名称与封面“{inspection.Document.Organisation}”不一致", $"not the name on the cover, “{inspection.Document.Organisation}”"),
                strange.Select(slot => slot.Passage));
        }
        else if (slots.Count > 0)
        {
            yield return Worded.Holds(Rules, Defect, new Bilingual($"{slots.Count}处名称与封面一致", $"{slots.Count} names agree with the cover"));
        }
    }

    /// <summary>The name in a heading (第一部分 市人社信息中心概况) or behind 编制部门：.</summary>
    private static IEnumerable<Slot> InTitle(Stretch title, Inspection inspection)
    {
        Vocabulary words = inspection.Words;
        string text = title.Text;
        int start, end;
        string? head = words["name-slot-heads"].FirstOrDefault(word => text.StartsWith(word + ":", StringComparison.Ordinal));
        if (head is not null)
        {
            start = head.Length + 1;
            end = FirstOf(text, start, words["name-slot-next"]) ?? text.Length;
        }
        else if (title.Kind == StretchKind.Heading)
        {
            start = Lead().Match(text).Length;
            end = FirstOf(text, start, words["name-slot-tails"]) ?? -1;
            end = end > start ? end - Tail().Match(text[start..end]).Length : -1;
        }
        else if (EndOfCover(inspection.Document) is { Length: > 0 } cover && text.EndsWith(cover, StringComparison.Ordinal))
        {
            // The title of the cover once more, above a table or in the frame of a page.
            (start, end) = (0, text.Length - cover.Length);
        }
        else
        {
            yield break;
        }

        if (end > start && IsName(text[start..end], words))
        {
            yield return new Slot(text[start..end], title.Passage(start, end - start));
        }
    }

    /// <summary>What the cover says behind the name: 2023年度部门决算.</summary>
    private static string EndOfCover(Document document)
    {
        string title = Folding.Label(document.Title), body = Folding.Label(document.Organisation);
        return title.StartsWith(body, StringComparison.Ordinal) ? title[body.Length..] : "";
    }

    /// <summary>The cell beside 部门（单位）名称 in a form.</summary>
    private static IEnumerable<Slot> InForm(Table table, Inspection inspection)
    {
        if (!inspection.Words["template-form-kinds"].Contains(table.Kind, StringComparer.Ordinal))
        {
            yield break;
        }

        foreach (ImmutableArray<Cell?> row in table.Grid)
        {
            Cell?[] filled = [.. row.Where(cell => cell is { Type: CellType.Text })];
            int label = Array.FindIndex(filled, cell => inspection.Words["name-form-labels"].Contains(Folding.Label(cell!.Text), StringComparer.Ordinal));
            if (label >= 0 && label + 1 < filled.Length
                && Stretch.Of(StretchKind.Cell, filled[label + 1]!.Content, table) is { } value && IsName(value.Text, inspection.Words))
            {
                yield return new Slot(value.Text, value.Passage());
            }
        }
    }

    /// <summary>Bodies that tables list by name: the department above, the units below.</summary>
    private static ImmutableHashSet<string> Listed(Document document) => document.Tables
        .SelectMany(table => table.Parts)
        .SelectMany(part => part.Lines)
        .Where(line => line.Code.Length > 0)
        .Select(line => line.Label)
        .ToImmutableHashSet(StringComparer.Ordinal);

    private static bool IsName(string text, Vocabulary words) =>
        text.Length is > 2 and < 40
        && words["name-endings"].Any(ending => Bracketed().Replace(text, "").EndsWith(ending, StringComparison.Ordinal))
        && !words["name-generic"].Any(generic => text.StartsWith(generic, StringComparison.Ordinal) && text.Length <= generic.Length + 2)
        && !NoName().IsMatch(text);

    /// <summary>Whether one of the two is the other with characters left out, whatever stands in brackets.</summary>
    private static bool IsFormOf(string name, string body)
    {
        string plain = Bracketed().Replace(name, ""), whole = Bracketed().Replace(body, "");
        return IsSubsequence(plain, whole) || IsSubsequence(whole, plain);
    }

    private static bool IsSubsequence(string part, string whole)
    {
        int at = 0;
        foreach (char c in whole)
        {
            if (at < part.Length && part[at] == c)
            {
                at++;
            }
        }

        return at == part.Length;
    }

    private static int? FirstOf(string text, int start, ImmutableArray<string> words)
    {
        int[] found = [.. words.Select(word => text.IndexOf(word, start, StringComparison.Ordinal)).Where(at => at >= 0)];
        return found.Length == 0 ? null : found.Min();
    }

    [GeneratedRegex("^(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\)|[0-9]+[.、])?(?:20[0-9]{2}年度?)?")]
    private static partial Regex Lead();

    [GeneratedRegex("(?:20[0-9]{2}年度?(?:区级|市级|县级|省级)?|\\()$")]
    private static partial Regex Tail();

    [GeneratedRegex("[,。;:、×]|[Xx]{2}")]
    private static partial Regex NoName();

    [GeneratedRegex("\\([^)]*\\)")]
    private static partial Regex Bracketed();
}
