using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Documents.Tables;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>Finds subjects that are printed with their classes, and what they are in the dictionary.</summary>
internal sealed class SubjectPaths
{
    private const string Levels = "类款项";

    private readonly Regex _step;
    private readonly Regex _dashed;
    private readonly SubjectIndex _index;

    public SubjectPaths(Vocabulary words, SubjectIndex index)
    {
        _step = Patterns.Of(words["path-pattern"][0]);
        _dashed = Patterns.Of(words["dashed-path-pattern"][0]);
        _index = index;
    }

    /// <summary>All of them in a reading text, in order.</summary>
    public ImmutableArray<SubjectPath> In(string text)
    {
        var found = new List<SubjectPath>();
        for (Match dashed = _dashed.Match(text); dashed.Success; dashed = dashed.NextMatch())
        {
            string[] names = dashed.Groups["path"].Value.Split('-', '—');
            found.Add(new SubjectPath([.. names.Select(_index.Spelled)], "", names.Length == Levels.Length ? names.Length : 0, dashed.Index, dashed.Index + dashed.Length));
        }

        var steps = new List<Match>();
        for (Match step = _step.Match(text); step.Success; step = step.NextMatch())
        {
            // A step that goes no deeper than the one before, or stands apart from it, begins another subject.
            if (steps.Count > 0 && (step.Index != steps[^1].Index + steps[^1].Length || LevelOf(step) <= LevelOf(steps[^1])))
            {
                found.Add(Of(steps, text));
                steps.Clear();
            }

            steps.Add(step);
        }

        if (steps.Count > 0)
        {
            found.Add(Of(steps, text));
        }

        return [.. found.OrderBy(path => path.Start)];
    }

    /// <summary>The subjects of the dictionary that a path can mean: those that go by the name, below the classes it prints.</summary>
    public ImmutableArray<Subject> SubjectsOf(SubjectPath path)
    {
        ImmutableArray<Subject> named = _index.Named(path.Name);
        if (path.Code.Length > 0 && named.FirstOrDefault(subject => subject.Id == path.Code) is { } printed)
        {
            return [printed];
        }

        IEnumerable<Subject> fitting = named.Where(subject => path.Level == 0 || subject.Id.Length == 1 + 2 * path.Level);
        for (int i = 0; i < path.Names.Length - 1; i++)
        {
            ImmutableArray<Subject> above = _index.Named(path.Names[i]);
            if (!above.IsEmpty)
            {
                fitting = fitting.Where(subject => above.Any(parent => parent.Id.Length < subject.Id.Length && subject.Id.StartsWith(parent.Id, StringComparison.Ordinal)));
            }
        }

        return [.. fitting];
    }

    /// <summary>Whether a name is one that a subject code has now or had before.</summary>
    public bool IsNameOf(string name, string code) => code.Length > 0 && _index.Named(name).Any(subject => subject.Id == code);

    /// <summary>The economic items that go by exactly this name; 办公设备购置 is one of two classes.</summary>
    public ImmutableArray<string> EconomicItems(string name) =>
        [.. _index.Named(name).Where(subject => subject.Tags.Contains("economic-item")).Select(subject => subject.Id)];

    /// <summary>The name in the spelling that all names are compared in.</summary>
    public string Spelled(string name) => _index.Spelled(name);

    private SubjectPath Of(List<Match> steps, string text)
    {
        int start = steps[0].Index, end = steps[^1].Index + steps[^1].Length;
        string code = steps.TrueForAll(step => step.Groups["code"].Success)
            ? SubjectCodes.Join([.. steps.Select(step => step.Groups["code"].Value)], out _)
            : "";
        ImmutableArray<string> names = [.. steps.Select(step => _index.Spelled(step.Groups["name"].Value))];
        return new SubjectPath(
            names.SetItem(0, OwnName(names[0])),
            code.Length == 1 + 2 * LevelOf(steps[^1]) ? code : "",
            LevelOf(steps[^1]),
            start > 0 && text[start - 1] == '"' ? start - 1 : start,
            end < text.Length && text[end] == '"' ? end + 1 : end);
    }

    /// <summary>安排一般公共服务支出: words that run into the first name are none of it.</summary>
    private string OwnName(string words)
    {
        for (int start = 0; words.Length - start >= 4; start++)
        {
            if (_index.Knows(words[start..]))
            {
                return words[start..];
            }
        }

        return words;
    }

    private static int LevelOf(Match step) => Levels.IndexOf(step.Groups["level"].Value, StringComparison.Ordinal) + 1;
}
