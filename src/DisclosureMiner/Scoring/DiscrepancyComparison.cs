using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Scoring;

/// <summary>Compares the discrepancies of a truth with the errors and warnings that were reported.</summary>
internal sealed class DiscrepancyComparison
{
    private readonly GroundTruth _truth;
    private readonly MinedDocument _mined;
    private readonly ImmutableArray<Discrepancy> _reported;
    private readonly QuoteFinder _quotes;

    private DiscrepancyComparison(GroundTruth truth, MinedDocument mined, QuoteFinder quotes)
    {
        _truth = truth;
        _mined = mined;
        _reported = [.. mined.Discrepancies.Where(found => found.Severity >= Severity.Warning)];
        _quotes = quotes;
    }

    /// <summary>How well a reported discrepancy answers to a passage.</summary>
    private enum Grip
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>A number that it computes with stands there.</summary>
        Operand,

        /// <summary>What it doubts stands there.</summary>
        Doubted,
    }

    public static DiscrepancyScore Compare(GroundTruth truth, MinedDocument mined, QuoteFinder quotes) =>
        new DiscrepancyComparison(truth, mined, quotes).Compare();

    private DiscrepancyScore Compare()
    {
        var grips = _truth.Discrepancies
            .Select(expected => _reported.Select(found => GripOf(found, expected.Quote, expected.Page, expected.Figures)).ToArray())
            .ToArray();
        int?[] answers = Assign(grips);
        var hits = answers.OfType<int>().ToHashSet();

        DiscrepancyScore score = DiscrepancyScore.Empty;
        for (int i = 0; i < answers.Length; i++)
        {
            score += Found(_truth.Discrepancies[i], answers[i] is { } answer ? _reported[answer] : null);
        }

        for (int j = 0; j < _reported.Length; j++)
        {
            if (!hits.Contains(j))
            {
                score += NotNeeded(_reported[j], isExtra: grips.Any(row => row[j] != Grip.None));
            }
        }

        ImmutableArray<TrueRemark> notes = [.. _truth.Remarks.Where(remark => remark.Kind == RemarkKind.Note)];
        ImmutableArray<TrueRemark> missed = [.. notes.Where(note => !IsNoted(note))];
        return score with
        {
            Notes = new Tally(notes.Length - missed.Length, notes.Length),
            MissedNotes = missed,
            Right = score.Right + new Tally(hits.Count, hits.Count),
            Roundings = LeftAlone(score, RemarkKind.Rounding, RemarkKind.Truncated),
            Traps = LeftAlone(score, RemarkKind.Trap),
        };
    }

    /// <summary>
    /// Whether the note is reported under its rule or as something that its rule found too. What is missing has no place; words that a page cuts stand in no block.
    /// </summary>
    private bool IsNoted(TrueRemark note) => _mined.Discrepancies.Any(found =>
        (found.Evidence.IsEmpty || GripOf(found, note.Quote, null, []) != Grip.None || found.Evidence.Any(evidence => evidence.Quote.Contains(note.Quote, StringComparison.Ordinal)))
        && _mined.Ledger.Any(ruling => found.Caused.Contains(ruling.Obligation.Id) && ruling.Obligation.Rules.Contains(note.Rule)));

    private Tally LeftAlone(DiscrepancyScore score, params RemarkKind[] kinds)
    {
        TrueRemark[] warned = [.. _truth.Remarks.Where(remark => kinds.Contains(remark.Kind))];
        return new Tally(warned.Except(score.FalseAlarms.Select(alarm => alarm.Remark).OfType<TrueRemark>()).Count(), warned.Distinct().Count());
    }

    private DiscrepancyScore Found(TrueDiscrepancy expected, Discrepancy? answer)
    {
        if (answer is null)
        {
            return DiscrepancyScore.Empty with { Found = new Tally(0, 1), Missed = [expected] };
        }

        return DiscrepancyScore.Empty with
        {
            Found = new Tally(1, 1),
            Rule = _truth.IsByCause ? default(Tally).And(IsOfRule(answer, expected.Rule)) : default,
            Severity = expected.Severity is { } severity ? default(Tally).And(answer.Severity == severity) : default,
            Location = default(Tally).And(IsLocated(answer, expected)),
            Culprit = answer.Culprit is { } culprit && !expected.Figures.IsEmpty
                ? default(Tally).And(expected.Figures.Any(figure => PrintedText.IsSameFigure(figure, culprit.Text)))
                : default,
        };
    }

    /// <summary>
    /// Whether some evidence shows the page and the figure, or words within the quote; a report that was found by the label of a row
    /// need not.
    /// </summary>
    private bool IsLocated(Discrepancy answer, TrueDiscrepancy expected)
    {
        ImmutableArray<Place> quoted = [.. _quotes.Find(expected.Quote).SelectMany(occurrence => occurrence)];
        return answer.Evidence.Any(evidence =>
            (expected.Page is null || IsOnPage(evidence.Place, expected.Page.Value))
            && (expected.Figures.IsEmpty || evidence.Fact is null
                ? quoted.Any(place => QuoteFinder.Touch(place, evidence.Place))
                : expected.Figures.Any(figure => PrintedText.IsSameFigure(figure, evidence.Value))));
    }

    private DiscrepancyScore NotNeeded(Discrepancy found, bool isExtra)
    {
        if (isExtra)
        {
            return DiscrepancyScore.Empty with
            {
                Extras = [new ReportedDiscrepancy(found, null)],
                Right = _truth.IsByCause ? new Tally(0, 1) : default,
            };
        }

        TrueRemark? remark = _truth.Remarks
            .Select(remark => (Remark: remark, Grip: GripOf(found, remark.Quote, null, [])))
            .Where(pair => pair.Grip != Grip.None)
            .OrderByDescending(pair => pair.Remark.Kind == RemarkKind.Doubtful)
            .ThenByDescending(pair => pair.Grip)
            .Select(pair => pair.Remark)
            .FirstOrDefault();
        var reported = new ReportedDiscrepancy(found, remark);
        return remark is { Kind: RemarkKind.Doubtful }
            ? DiscrepancyScore.Empty with { Doubtful = [reported] }
            : DiscrepancyScore.Empty with { FalseAlarms = [reported], Right = new Tally(0, 1) };
    }

    /// <summary>
    /// For each expected discrepancy the reported one that answers to it. As many as possible get one of their own, those first
    /// whose passage is doubted itself; then one report may answer to several, for one cause may show in several places.
    /// </summary>
    private int?[] Assign(Grip[][] grips)
    {
        var answers = new int?[grips.Length];
        foreach (Grip least in new[] { Grip.Doubted, Grip.Operand })
        {
            for (int i = 0; i < grips.Length; i++)
            {
                if (answers[i] is null)
                {
                    TryAssign(i, least, grips, answers, []);
                }
            }
        }

        for (int i = 0; i < grips.Length; i++)
        {
            int doubted = Array.IndexOf(grips[i], Grip.Doubted);
            answers[i] ??= doubted < 0 ? null : doubted;
        }

        return answers;
    }

    /// <summary>Finds an augmenting path of a bipartite matching (Kuhn 1955) from one expected discrepancy.</summary>
    private bool TryAssign(int expected, Grip least, Grip[][] grips, int?[] answers, HashSet<int> tried)
    {
        var candidates = Enumerable.Range(0, _reported.Length)
            .Where(j => grips[expected][j] >= least)
            .OrderByDescending(j => grips[expected][j])
            .ThenByDescending(j => IsOfRule(_reported[j], _truth.Discrepancies[expected].Rule));
        foreach (int j in candidates)
        {
            if (!tried.Add(j))
            {
                continue;
            }

            int holder = Array.IndexOf(answers, j);
            if (holder < 0 || TryAssign(holder, least, grips, answers, tried))
            {
                answers[expected] = j;
                return true;
            }
        }

        return false;
    }

    private Grip GripOf(Discrepancy found, string quote, int? page, ImmutableArray<string> figures)
    {
        // The same words may stand on several pages: the truth names the one that is meant.
        var occurrences = _quotes.Find(quote).Where(occurrence => page is null || occurrence.Any(place => IsOnPage(place, page.Value))).ToArray();
        ImmutableArray<Place> places = [.. occurrences.SelectMany(occurrence => occurrence)];
        Grip grip = Grip.None;
        foreach (Evidence evidence in found.Evidence)
        {
            bool direct = places.Any(place => QuoteFinder.Touch(place, evidence.Place));

            // A label, or words that stand in several places, name many numbers: the figures tell which is meant.
            bool meant = (direct && occurrences.Length == 1) || figures.IsEmpty || figures.Any(figure => PrintedText.IsSameFigure(figure, evidence.Value));
            if (meant && (direct || IsInRow(evidence, places)))
            {
                bool doubted = evidence.Fact is { } fact && found.Culprit is { } culprit ? fact.Id == culprit.Id : evidence.Role == "stated";
                grip = (Grip)Math.Max((int)grip, (int)(doubted ? Grip.Doubted : Grip.Operand));
            }
        }

        return grip;
    }

    private static bool IsOnPage(Place place, int page) => place.Regions.IsEmpty || place.Regions.Any(region => region.Page == page);

    /// <summary>Whether the places touch the label of the evidence's row, or any cell of it when it has none.</summary>
    private static bool IsInRow(Evidence evidence, ImmutableArray<Place> places)
    {
        if (evidence.Fact is not { Cell: { } cell, Table: { } table, Line: { } line })
        {
            return false;
        }

        IEnumerable<Cell> row = line.LabelCell is { } label ? [label] : table.Grid[cell.Row].OfType<Cell>();
        return row.Any(part => places.Any(place => QuoteFinder.Touch(place, part.Place)));
    }

    private static bool IsOfRule(Discrepancy found, string rule) => found.Ruling.Obligation.Rules.Contains(rule, StringComparer.Ordinal);
}
