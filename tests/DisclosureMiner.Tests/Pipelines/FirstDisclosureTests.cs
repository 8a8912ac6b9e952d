using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using Xunit.Abstractions;

namespace DisclosureMiner.Tests.Pipelines;

/// <summary>A real department budget, mined end to end.</summary>
public sealed partial class FirstDisclosureTests(ITestOutputHelper output)
{
    private const string Name = "tianmen-hrss-info-centre-2024-budget.txt";

    private static readonly Pipeline Pipeline = Pipeline.LoadDefault();

    [SharedCorpusFact]
    public void Reports_the_unfilled_rate_and_nothing_else_above_a_note()
    {
        MinedDocument mined = Mine(Source());

        Discrepancy only = Assert.Single(Reported(mined));
        Assert.Equal("N-20", only.Ruling.Obligation.Rule);
        Assert.Contains("增长（下降）%", only.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("下降15.71%", only.Message.Zh, StringComparison.Ordinal);
    }

    [SharedCorpusFact]
    public void Holds_every_figure_of_the_explanation()
    {
        MinedDocument mined = Mine(Source());

        List<Figure> open = [.. Explanation(mined).Where(figure => mined.StandingOf(figure.Id).Verdict is FactVerdict.Unchecked or FactVerdict.Contradicted)];

        Assert.Equal(["增长（下降）%"], open.Select(figure => figure.Text));
    }

    [SharedCorpusTheory]
    [InlineData("46.32万元 + 15万元 = 61.33万元")]
    [InlineData("71.39万元 + 7.70万元 = 79.10万元")]
    [InlineData("56.39万元 + 7.70万元 = 64.10万元")]
    [InlineData("57.92万元 + 6.17万元 = 64.10万元")]
    [InlineData("57.92万元 + 2.75万元 + 5.99万元 = 66.67万元")]
    public void Calls_the_last_digits_rounding(string formula)
    {
        MinedDocument mined = Mine(Source());

        List<Ruling> rulings = [.. mined.Ledger.Where(ruling => ruling.Obligation.Formula == formula)];

        Assert.NotEmpty(rulings);
        Assert.All(rulings, ruling => Assert.Equal(Verdict.Rounding, ruling.Verdict));
    }

    /// <summary>
    /// Every figure of the explanation and every number of the ten tables and the money tables of the forms, made ten times
    /// as large (a zero becomes 5), one at a time.
    /// </summary>
    [SharedCorpusFact]
    public void Finds_every_figure_that_is_changed()
    {
        string source = Source();
        MinedDocument clean = Mine(source);
        List<(string Name, TextSpan Span)> places = [.. Explanation(clean)
            .Where(figure => figure.Printed is not null)
            .Select(figure => (figure.Id + " " + figure.Text, figure.Place.Span!.Value))];
        places.AddRange(clean.Facts
            .Where(fact => fact.Cell is { Type: CellType.Number } && IsMoneyTable(fact))
            .Select(fact => ($"{fact.Id} {fact.Label} {fact.Text}", fact.Place.Span!.Value)));

        var missed = new List<string>();
        int crowded = 0;
        foreach ((string name, TextSpan span) in places)
        {
            MinedDocument mined = Mine(Changed(source, span));
            List<Discrepancy> reported = [.. Reported(mined).Where(discrepancy => discrepancy.Ruling.Obligation.Rule != "N-20")];
            if (!reported.Exists(discrepancy => discrepancy.Evidence.Any(evidence => Touches(evidence.Place, span))))
            {
                missed.Add(name);
            }

            if (reported.Count > 2)
            {
                crowded++;
                output.WriteLine($"{reported.Count} for {name}: {string.Join(" | ", reported.Select(discrepancy => discrepancy.Ruling.Obligation.Rule + " " + discrepancy.Ruling.Obligation.Formula))}");
            }
        }

        output.WriteLine($"{places.Count} figures changed, {missed.Count} missed, {crowded} reported more than twice.");
        Assert.True(places.Count > 240, $"only {places.Count} figures were found");
        Assert.True(missed.Count == 0, $"missed {missed.Count}:\n{string.Join("\n", missed)}");
        Assert.True(crowded * 10 <= places.Count, $"{crowded} of {places.Count} gave more than two discrepancies");
    }

    private static string Source() => File.ReadAllText(Path.Combine(TestPaths.SharedCorpus!, "real", Name));

    private static MinedDocument Mine(string text) => Mining.Mine(Pipeline, SourceFile.From(Name, Encoding.UTF8.GetBytes(text)), Name);

    private static IEnumerable<Discrepancy> Reported(MinedDocument mined) => mined.Discrepancies.Where(discrepancy => discrepancy.Severity > Severity.Note);

    /// <summary>The typed figures of sections 一 to 六 of the explanation.</summary>
    private static IEnumerable<Figure> Explanation(MinedDocument mined)
    {
        int from = mined.Document!.Paragraphs.Single(paragraph => paragraph.Content.Text.StartsWith("1. 预算收入情况", StringComparison.Ordinal)).Index;
        int to = mined.Document.Tables.First().Index;
        return mined.Figures.Where(figure => figure.Block >= from && figure.Block < to && figure.Role != FigureRole.Other);
    }

    /// <summary>The indicators of the target forms (how many cards, how punctual) are no money and nothing else states them.</summary>
    private static bool IsMoneyTable(Fact fact) =>
        fact.Table!.Kind != "performance-targets" || fact.Printed!.Unit.Dimension == Dimension.Money || fact.Key?.Measure == Measure.Share && fact.Table.Number == 1;

    private static string Changed(string source, TextSpan span)
    {
        string printed = source[span.Start..span.End];
        string changed = Number().Replace(printed, match =>
        {
            decimal value = decimal.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
            int decimals = match.Value.Contains('.', StringComparison.Ordinal) ? match.Value.Length - match.Value.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            return (value == 0 ? 5 : value * 10).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }, 1);
        return source[..span.Start] + changed + source[span.End..];
    }

    private static bool Touches(Place place, TextSpan span) =>
        place.Span is { } other && other.Start <= span.End && span.Start <= other.End + 1;

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?")]
    private static partial Regex Number();
}
