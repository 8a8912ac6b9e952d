using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Samples;

/// <summary>A text mined from beginning to end, for tests about what prose says and owes.</summary>
internal sealed class Prose
{
    private static readonly Pipeline Pipeline = Pipeline.LoadDefault();

    private Prose(MinedDocument mined) => Mined = mined;

    /// <summary>All that mining gave.</summary>
    public MinedDocument Mined { get; }

    /// <summary>What is reported as error or warning.</summary>
    public IReadOnlyList<Discrepancy> Reported => [.. Mined.Discrepancies.Where(discrepancy => discrepancy.Severity > Severity.Note)];

    /// <summary>Mines a text under a title that makes it a 2024 budget.</summary>
    public static Prose Budget(string text) => Of("某县档案馆2024年部门预算公开\n\n" + text);

    /// <summary>Mines a text under a title that makes it a 2023 final account.</summary>
    public static Prose Final(string text) => Of("某县档案馆2023年度部门决算公开\n\n" + text);

    /// <summary>Mines a text.</summary>
    public static Prose Of(string text) => new(Mining.Mine(Pipeline, SourceFile.From("text.txt", Encoding.UTF8.GetBytes(text)), "text.txt"));

    /// <summary>The figure printed so; the first one when there are several.</summary>
    public Figure Figure(string text) => Mined.Figures.First(figure => figure.Text == text);

    /// <summary>The verdict of the obligation with this arithmetic.</summary>
    public Verdict Verdict(string formula) => Ruling(formula).Verdict;

    /// <summary>The ruling with this arithmetic.</summary>
    public Ruling Ruling(string formula)
    {
        Ruling[] found = [.. Mined.Ledger.Where(ruling => ruling.Obligation.Formula == formula)];
        return found.Length == 1 ? found[0] : throw new InvalidOperationException(
            $"{found.Length} obligations read '{formula}'; there are:\n{string.Join('\n', Mined.Ledger.Select(ruling => $"{ruling.Obligation.Rule} {ruling.Verdict} {ruling.Obligation.Formula}"))}");
    }

    /// <summary>Whether any obligation has this arithmetic.</summary>
    public bool Owes(string formula) => Mined.Ledger.Any(ruling => ruling.Obligation.Formula == formula && ruling.Verdict != DisclosureMiner.Checks.Verdict.NotChecked);
}
