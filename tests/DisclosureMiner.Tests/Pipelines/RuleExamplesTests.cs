using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>Every rule has an example that holds and one that breaks, both carried through all rooms.</summary>
public sealed class RuleExamplesTests
{
    /// <summary>Rules of whose two sides nobody knows that they are the same unless they agree: a breach leaves them undecided.</summary>
    private static readonly ImmutableArray<string> NeverBroken = ["T-06", "N-24"];

    private static readonly Pipeline Default = Pipeline.LoadDefault();
    private static readonly ImmutableArray<RuleExample> Examples = Default.ReadExamples();

    public static TheoryData<string> Rules => [.. Examples.Select(example => example.Rule)];

    [Fact]
    public void Every_rule_has_an_example()
    {
        // Rules across documents need two of them.
        string[] without = [.. Default.Rules.Rules.Select(rule => rule.Id)
            .Where(id => !id.StartsWith("X-", StringComparison.Ordinal) && !Examples.Any(example => example.Rule == id))];

        without.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_holds(string rule)
    {
        ImmutableArray<Ruling> rulings = Mine(rule, ExampleOf(rule).Text);

        rulings.ShouldAllBe(ruling => !ruling.IsBroken);

        // A rule about words may say nothing where nothing is wrong.
        bool isOfWords = Default.Rules[rule].Tolerance is Tolerance.Logical or Tolerance.Soft;
        (rulings.Any(ruling => ruling.Holds) || (isOfWords && rulings.IsEmpty)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_breaks(string rule)
    {
        ImmutableArray<Ruling> rulings = Mine(rule, ExampleOf(rule).BrokenText);

        if (NeverBroken.Contains(rule))
        {
            rulings.ShouldAllBe(ruling => !ruling.IsBroken);
        }
        else
        {
            rulings.ShouldContain(ruling => ruling.IsBroken);
        }
    }

    private static RuleExample ExampleOf(string rule) => Examples.Single(example => example.Rule == rule);

    private static ImmutableArray<Ruling> Mine(string rule, string text) =>
    [
        .. Mining.Mine(Default, SourceFile.From("example.txt", Encoding.UTF8.GetBytes(text)), "example.txt").Ledger
            .Where(ruling => ruling.Obligation.Rules.Contains(rule)),
    ];
}
