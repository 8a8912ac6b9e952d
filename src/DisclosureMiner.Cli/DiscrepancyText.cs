using System.Globalization;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>A discrepancy in full, with its arithmetic and both sides.</summary>
internal static class DiscrepancyText
{
    /// <summary>Writes it in lines that stand by themselves in a mail.</summary>
    public static void Write(Screen screen, DiscrepancyRecord found, Review review, string lead)
    {
        Texts texts = screen.Texts;
        string indent = new(' ', lead.Length);
        screen.Out.WriteLine($"{lead}[{screen.Say(Wording.Of(found.Severity))} {found.Rule}] {Lines.Flat(screen.Say(found.Title))}");
        screen.Out.WriteLine(indent + Lines.Flat(screen.Say(found.Message)));
        Line(texts.Formula, found.Formula);
        Line(texts.Stated, found.Stated is null ? null : found.Stated + found.Unit);
        Line(texts.Computed, found.Computed is { } computed ? Range(computed) + found.Unit : null);
        Line(texts.Difference, found.Difference is null ? null : found.Difference + found.Unit);
        Line(texts.Tolerance, found.Tolerance is { } tolerance ? $"±{tolerance.Value}{found.Unit}" : null);
        foreach (string hypothesis in found.Hypotheses.Select(guess => screen.Say(guess.Text)))
        {
            Line(texts.Perhaps, hypothesis);
        }

        if (found.Stated is not null)
        {
            Line(texts.Certainty, screen.Say(Wording.Of(found.Certainty)));
        }

        foreach (string quote in found.Evidence.Select(evidence => Document(found, evidence) + Page(screen, evidence) + Quote(evidence)).Distinct(StringComparer.Ordinal))
        {
            Line(texts.Evidence, quote);
        }

        Line(texts.Id, found.Id);
        Line(texts.SummaryStatus, ReviewText.Of(screen, review));

        void Line(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                screen.Out.WriteLine($"{indent}{name}: {Lines.Flat(value)}");
            }
        }
    }

    // The id of another document, as show takes it.
    private static string Document(DiscrepancyRecord found, EvidenceRecord evidence) =>
        evidence.Document is { } other && other != found.Document ? other + " " : "";

    // The page, and where on it: points from its top left, as in the outputs.
    private static string Page(Screen screen, EvidenceRecord evidence) => evidence.Place.Regions is [var region, ..]
        ? string.Create(CultureInfo.InvariantCulture, $"{screen.Say(Wording.Page(region.Page))} [{region.Box.X0:0} {region.Box.Y0:0} {region.Box.X1:0} {region.Box.Y1:0}] ")
        : "";

    private static string Quote(EvidenceRecord evidence) => evidence.Kind == "cell" ? $"{evidence.Quote} {evidence.Value}" : evidence.Quote;

    private static string Range(ComputedRecord computed) => (computed.Low, computed.High) switch
    {
        (null, null) => "?",
        ({ } low, null) => $"≥ {low}",
        (null, { } high) => $"≤ {high}",
        var (low, high) when low == high => low,
        var (low, high) => $"{low} … {high}",
    };
}
