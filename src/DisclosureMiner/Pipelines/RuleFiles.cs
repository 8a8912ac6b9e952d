using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads entries of the rule catalogue.</summary>
internal static class RuleFiles
{
    private static readonly Dictionary<string, Tolerance> Tolerances = new(StringComparer.Ordinal)
    {
        ["R"] = Tolerance.Rounded,
        ["E"] = Tolerance.Equal,
        ["I"] = Tolerance.AtMost,
        ["L"] = Tolerance.Logical,
        ["S"] = Tolerance.Soft,
    };

    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["note"] = Severity.Note,
    };

    /// <exception cref="PipelineException">A file is wrong, an id is used twice, or an expression names something unknown.</exception>
    public static RuleBook Read(IEnumerable<PipelineFile> files, ImmutableArray<TableKind> kinds, SubjectCatalog subjects, Vocabulary words)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new RuleNames(kinds, subjects, words);
        foreach (PipelineFile file in files)
        {
            Entry root = file.Entry();
            string family = root.Text("family");
            foreach (Entry entry in root.Entries("rules"))
            {
                Rule rule = RuleOf(entry, family, names);
                if (!places.TryAdd(rule.Id, rule.Source))
                {
                    throw file.At(entry.Need("id"), $"the rule '{rule.Id}' exists already at {places[rule.Id]}");
                }

                rules.Add(rule);
            }

            root.Close();
        }

        return new RuleBook(rules.ToImmutable());
    }

    private static Rule RuleOf(Entry entry, string family, RuleNames names)
    {
        var rule = new Rule(
            entry.Text("id"),
            family,
            entry.Bilingual("title"),
            entry.Bilingual("explanation"),
            entry.Text("formula"),
            entry.Choice("tolerance", Tolerances),
            entry.Choice("severity", Severities),
            entry.TextOrNull("holds"),
            entry.TextOrNull("when"),
            entry.Texts("examples"),
            entry.File.PlaceOf(entry.Node))
        {
            Expression = Read(entry, "holds", RuleParser.Parse, names.Check),
            Condition = Read(entry, "when", RuleParser.ParseCondition, names.Check),
        };
        if (rule.Examples.Length != 2)
        {
            throw entry.File.At(entry.Node, $"expected two examples, one that holds and one that breaks, found {rule.Examples.Length}");
        }

        entry.Close();
        return rule;
    }

    private static T? Read<T>(Entry entry, string key, Func<string, T> parse, Action<T> check)
        where T : class
    {
        if (entry.Find(key) is not { } node)
        {
            return null;
        }

        try
        {
            T read = parse(entry.File.TextOf(node));
            check(read);
            return read;
        }
        catch (RuleSyntaxException e)
        {
            throw new PipelineException(entry.File.PlaceWithin(node, e.Position), e.Message, e);
        }
    }
}
