using System.Collections.Immutable;

namespace DisclosureMiner.Scoring;

/// <summary>The scores of several documents, and what they add up to.</summary>
public sealed class ScoreReport
{
    /// <summary>Adds up the given scores; they are shown in the given order.</summary>
    public ScoreReport(IEnumerable<DocumentScore> documents)
    {
        Documents = [.. documents];
        foreach (DocumentScore document in Documents)
        {
            Identity += document.Identity;
            Tables += document.Tables ?? TableScore.Empty;
            Figures += document.Figures ?? FigureScore.Empty;
            Discrepancies += document.Discrepancies;
            Decided += document.Decided;
        }
    }

    /// <summary>The scores.</summary>
    public ImmutableArray<DocumentScore> Documents { get; }

    /// <summary>Status, organisation, year and genre.</summary>
    public Tally Identity { get; }

    /// <summary>All tables.</summary>
    public TableScore Tables { get; } = TableScore.Empty;

    /// <summary>All figures.</summary>
    public FigureScore Figures { get; } = FigureScore.Empty;

    /// <summary>All errors and warnings.</summary>
    public DiscrepancyScore Discrepancies { get; } = DiscrepancyScore.Empty;

    /// <summary>Decided obligations, of all.</summary>
    public Tally Decided { get; }

    /// <summary>The documents in which nothing is wrong.</summary>
    public IEnumerable<DocumentScore> CleanDocuments => Documents.Where(document => document.Discrepancies.Found.Total == 0);

    /// <summary>False alarms for each document in which nothing is wrong; null when there is none.</summary>
    public decimal? FalseAlarmsPerCleanDocument
    {
        get
        {
            var clean = CleanDocuments.ToList();
            return clean.Count == 0 ? null : (decimal)clean.Sum(document => document.Discrepancies.FalseAlarms.Length) / clean.Count;
        }
    }

    /// <summary>A table and lists of all that is not right, for a terminal.</summary>
    public string ToText() => ScoreText.Write(this);

    /// <summary>The same as one JSON object, camelCase, shares from 0 to 1 (null where nothing was looked at).</summary>
    public string ToJson() => ScoreJson.Write(this);
}
