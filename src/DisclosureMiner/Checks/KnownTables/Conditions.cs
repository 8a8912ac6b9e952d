using DisclosureMiner.Checks.Expressions;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.KnownTables;

/// <summary>Decides conditions over a document.</summary>
internal sealed class Conditions(Document document, Vocabulary words, CellFinder finder)
{
    private readonly Dictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>Whether the condition holds; no condition always does.</summary>
    public bool Holds(Condition? condition, Frame frame) => condition switch
    {
        null => true,
        AllOf all => all.Conditions.All(inner => Holds(inner, frame)),
        AnyOf any => any.Conditions.Any(inner => Holds(inner, frame)),
        Not not => !Holds(not.Inner, frame),
        Test test => Holds(test, frame),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private bool Holds(Test test, Frame frame)
    {
        RuleTable? table = frame.Tables.GetValueOrDefault(test.Name);
        return test.Kind switch
        {
            TestKind.Has => finder.All(test.Cells[0], frame).Count > 0,
            TestKind.No => !AnyAmount(test.Cells[0], frame),
            TestKind.Some => AnyAmount(test.Cells[0], frame),
            TestKind.Printed => table is not null,
            TestKind.Filled => table is { Table.IsEmpty: false },
            TestKind.Empty => table is { Table.IsEmpty: true },
            TestKind.Same => finder.One(test.Cells[0], frame).Cell?.Printed is { } one
                && finder.One(test.Cells[1], frame).Cell?.Printed is { } other && one.Base == other.Base,
            _ => Says(test.Name),
        };
    }

    private bool AnyAmount(CellSelector cells, Frame frame) => finder.All(cells, frame).Any(cell => cell.Printed is { Value: not 0 });

    private bool Says(string list)
    {
        if (!_said.TryGetValue(list, out bool said))
        {
            _said[list] = said = document.Paragraphs.Any(paragraph =>
            {
                string text = Folding.Label(paragraph.Content.Text);
                return words[list].Any(phrase => text.Contains(Folding.Label(phrase), StringComparison.Ordinal));
            });
        }

        return said;
    }
}
