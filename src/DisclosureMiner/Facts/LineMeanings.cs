using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>Finds out what the lines of one part are about.</summary>
internal sealed class LineMeanings(TablePart part, string flow, TableKind? kind, SubjectCatalog subjects, HeadWords words)
{
    private readonly bool _codesAreSubjects = kind?.Sets.GetValueOrDefault("lines") != "project" && CodesAreSubjects(part, subjects);
    private readonly Subject?[] _found = new Subject?[part.Lines.Length];
    private readonly string[] _bodies = new string[part.Lines.Length];
    private readonly bool[] _isBody = new bool[part.Lines.Length];

    /// <summary>The lines with their meanings, in order.</summary>
    public IEnumerable<(TableLine Line, LineMeaning Meaning)> All()
    {
        for (int i = 0; i < part.Lines.Length; i++)
        {
            TableLine line = part.Lines[i];
            string code = _codesAreSubjects && IsSubjectCode(line.Code) ? line.Code : "";
            Subject? subject = code.Length > 0 ? subjects.Find(code) : kind?.Sets.GetValueOrDefault("lines") == "project" ? null : Named(i);
            Phase phase = words.PhaseOfLine(line.Label);
            bool isBody = phase == Phase.Unknown && IsBody(line, subject);
            _found[i] = subject;
            int above = AboveOf(i);
            _isBody[i] = isBody;
            _bodies[i] = isBody ? line.Label : above >= 0 ? _bodies[above] : "";
            yield return (line, new LineMeaning(subject, code, _bodies[i], isBody, flow) { Above = above, Phase = phase });
        }
    }

    /// <summary>
    /// The line above in the hierarchy. Where bodies stand between subjects, the subjects that follow one belong to it, though
    /// nothing in the codes says so.
    /// </summary>
    private int AboveOf(int index)
    {
        TableLine line = part.Lines[index];
        int parent = line.Parent < index ? line.Parent : -1;
        bool isSubject = line.Role == LineRole.Item && _codesAreSubjects && IsSubjectCode(line.Code);
        int body = isSubject && index > 0 ? Array.LastIndexOf(_isBody, true, index - 1) : -1;
        return Math.Max(parent, body);
    }

    /// <summary>
    /// Codes of bodies (213 for a bureau, 213011 for its information centre) look like codes of subjects; the names tell them
    /// apart.
    /// </summary>
    private static bool CodesAreSubjects(TablePart part, SubjectCatalog subjects)
    {
        int votes = 0;
        bool anyOfSubjects = false;
        foreach (TableLine line in part.Lines.Where(line => line.Code.Length > 0))
        {
            if (subjects.Find(line.Code) is { } subject)
            {
                votes += subject.Labels.Concat(subject.Former).Any(name => Alike(name, line.Label)) ? 1 : -1;
            }

            anyOfSubjects |= IsSubjectCode(line.Code, subjects);
        }

        return votes > 0 || (votes == 0 && anyOfSubjects);
    }

    private bool IsSubjectCode(string code) => IsSubjectCode(code, subjects);

    private static bool IsSubjectCode(string code, SubjectCatalog subjects) => code.Length is 3 or 5 or 7 && subjects.Has(code[..3]);

    private static bool Alike(string name, string label) =>
        label.Length == 0 || label.Contains(name, StringComparison.Ordinal) || name.Contains(label, StringComparison.Ordinal);

    /// <summary>A line that is no subject and no total names a body where the kind says so, or where all others have codes.</summary>
    private bool IsBody(TableLine line, Subject? subject)
    {
        string others = kind?.Sets.GetValueOrDefault("lines") ?? "";
        if (line.Role == LineRole.Total || line.Label.Length == 0 || kind is null || others is not ("" or "body"))
        {
            return false;
        }

        return line.Code.Length > 0
            ? !_codesAreSubjects || !IsSubjectCode(line.Code)
            : subject is null && (others == "body" || (_codesAreSubjects && part.Lines.Any(other => other.Code.Length > 0)));
    }

    private Subject? Named(int index)
    {
        TableLine line = part.Lines[index];
        string label = line.Label;
        if (label.Length == 0)
        {
            return null;
        }

        return Best(label, index) ?? (WithoutBracket(label) is { } shorter ? Best(shorter, index) : null);
    }

    private Subject? Best(string label, int index)
    {
        foreach ((Subject subject, string above) in subjects.LabelledBelow(label))
        {
            if (IsBelow(index, above, label))
            {
                return subject;
            }
        }

        List<Subject> fitting = [.. subjects.Labelled(label).Where(subject => subject.Flow.Length == 0 || flow.Length == 0 || subject.Flow == flow)];
        if (fitting.Count == 0)
        {
            return null;
        }

        int best = fitting.Min(Rank);
        List<Subject> first = [.. fitting.Where(subject => Rank(subject) == best)];

        // 行政运行 is an item of twenty groups: a name without its code that could be many is none.
        return first.Count == 1 || best == 0 ? first[0] : null;
    }

    private int Rank(Subject subject)
    {
        string classification = kind?.Sets.GetValueOrDefault("classification") ?? "";
        bool isCode = char.IsAsciiDigit(subject.Id[0]);
        bool isEconomic = isCode && subject.Id[0] == '3';
        if (classification == "economic")
        {
            return isEconomic ? (subject.Id.Length == 5 ? 1 : 2) : isCode ? 4 : 3;
        }

        return !isCode ? 0 : isEconomic ? 10 : subject.Id.Length;
    }

    /// <summary>
    /// Whether the line stands below one of the subject: as its child, or, where the form does not indent, after it and as the
    /// second line of its name (income by fund, then money carried in by fund).
    /// </summary>
    private bool IsBelow(int index, string above, string label)
    {
        int guard = 0;
        for (int i = part.Lines[index].Parent; i >= 0 && i < index && guard < part.Lines.Length; i = part.Lines[i].Parent, guard++)
        {
            if (_found[i]?.Id == above)
            {
                return true;
            }
        }

        bool named = false, repeated = false;
        for (int i = 0; i < index; i++)
        {
            named |= _found[i]?.Id == above;
            repeated |= part.Lines[i].Label == label;
        }

        return named && repeated;
    }

    private static string? WithoutBracket(string label)
    {
        int open = label.LastIndexOf('(');
        return open > 1 && label.EndsWith(')') ? label[..open] : null;
    }
}
