using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;

namespace DisclosureMiner.Findings;

/// <summary>Puts one cause into words, in one language: where, what is printed, what the arithmetic gives, what would fit.</summary>
internal sealed class WordingOfCause
{
    private const int MostSides = 3;
    private const int MostRivals = 2;
    private const int LongestName = 28;
    private const int LongestWords = 40;
    private const int LongestNamedWords = 16;
    private const int SelfSpeaking = 12;

    private readonly Cause _cause;
    private readonly Func<Bilingual, string> _tongue;
    private readonly WordingPlaces _places;
    private readonly WordingScale _scale;
    private readonly Fact? _here;
    private readonly Passage? _passage;

    private WordingOfCause(Cause cause, Document document, Func<Bilingual, string> tongue)
    {
        _cause = cause;
        _tongue = tongue;
        _places = new WordingPlaces(document, tongue);
        _scale = WordingScale.Of(cause.Leading);
        _passage = Obligation.Passages.IsDefaultOrEmpty ? null : Obligation.Passages[0];
        _here = cause.Culprit ?? Obligation.Stated ?? (_passage is null ? Obligation.Facts.FirstOrDefault() : null);
    }

    private Obligation Obligation => _cause.Leading.Obligation;

    /// <summary>Two prints of one number: neither is the other's result, so each is told where it stands.</summary>
    private bool IsEquality => Obligation is { Relation: Relation.Sum, Operands: [{ Sign: 1 }], Stated: not null };

    public static Bilingual Title(Cause cause, Document document) =>
        new(new WordingOfCause(cause, document, text => text.Zh).Title(), new WordingOfCause(cause, document, text => text.En).Title());

    public static Bilingual Message(Cause cause, Document document) =>
        new(new WordingOfCause(cause, document, text => text.Zh).Message(), new WordingOfCause(cause, document, text => text.En).Message());

    public static Bilingual Of(Hypothesis hypothesis, Cause cause, Document document) => new(
        new WordingOfCause(cause, document, text => text.Zh).Told(hypothesis),
        new WordingOfCause(cause, document, text => text.En).Told(hypothesis));

    private string Title()
    {
        Fact? named = _here ?? Obligation.Facts.FirstOrDefault();
        string name = named is not null ? named.Figure?.Subject ?? named.Label
            : _passage is { Text.Length: <= LongestNamedWords } ? Quotation.Flat(_passage.Text)
            : "";
        return Frame("title", ("title", Class("title")), ("name", Quotation.Head(name, LongestName)));
    }

    private string Message()
    {
        // What would fit is told by the arithmetic and by Fits; a guess about how it came to be adds to that. A change that follows is
        // another number, and told nowhere else.
        string fits = Fits();
        Hypothesis? best = _cause.Hypotheses.FirstOrDefault(guess => guess.Code != "fits-value");
        string hypothesis = best is null ? "" : Told(fits.Length > 0 && best is { Arguments.Length: 1, Code: not "change-follows" } ? best with { Arguments = [""] } : best);
        return Frame("message",
            ("where", Where()),
            ("quote", Quote()),
            ("core", Class("message")),
            ("places", Places()),
            ("fits", fits),
            ("hypothesis", hypothesis),
            ("rivals", Rivals()));
    }

    private string Where() =>
        _here is not null ? _places.Where(_here)
        : _passage is not null ? _places.Where(_passage)
        : _places.Fill("document");

    /// <summary>
    /// A hypothesis. The number that fits is told as the message tells numbers: a change with its direction instead of a sign, and
    /// digits beyond the printed ones only where the guess is not about single digits.
    /// </summary>
    private string Told(Hypothesis hypothesis)
    {
        if (hypothesis.Arguments is not [var fits, ..] || _cause is not { Culprit.Printed: { } printed, Repair: { } repair }
            || WordingScale.Of(printed).Show(repair) != fits)
        {
            return _tongue(Wording.Of(hypothesis));
        }

        string shown = hypothesis.Code is "unit-slip" or "fits-value"
            ? Fitting()
            : _places.Shown(repair, WordingScale.Of(printed), _cause.Culprit);
        return _tongue(Wording.Of(hypothesis with { Arguments = hypothesis.Arguments.SetItem(0, shown) }));
    }

    /// <summary>The value that would make the obligations hold.</summary>
    private string Fitting()
    {
        if (_cause.Culprit is not { } culprit || _cause.Repair is not { } repair)
        {
            return "";
        }

        return _places.Shown(repair, culprit.Printed is { } printed ? WordingScale.Of(printed).For(repair) : _scale, culprit);
    }

    private string Quote()
    {
        if (_here?.Figure is { } figure)
        {
            // What the same sentence says about it belongs into the quote; what other sentences say is told apart.
            var marks = Obligation.Facts.Select(fact => fact.Figure).Prepend(figure)
                .Where(other => other is not null && other.SentencePlace == figure.SentencePlace && other.Sentence == figure.Sentence)
                .Select(other => new TextSpan(other!.Start, other.End))
                .ToList();
            return Quotation.Cut(figure.Sentence, marks);
        }

        // Words that are long enough to be found again need no context.
        if (_here is not null || _passage is not { } words || words.Sentence.Length <= words.Text.Length
            || (words.Text.Length >= SelfSpeaking && _tongue(ClassText("message")).Contains("{text}", StringComparison.Ordinal)))
        {
            return "";
        }

        return Quotation.Cut(words.Sentence,
        [
            new TextSpan(words.Start, words.Start + words.Text.Length),
            .. Obligation.Facts.Select(fact => fact.Figure).OfType<Figure>()
                .Where(figure => figure.Sentence == words.Sentence).Select(figure => new TextSpan(figure.Start, figure.End)),
        ]);
    }

    private Bilingual ClassText(string part)
    {
        string key = Obligation switch
        {
            { Relation: Relation.Closes } => "share-list",
            { Relation: Relation.Sum, Defect: "change" } when IsEquality => "same-fact",
            { Relation: Relation.Sum, Defect: "change" } when Obligation.Operands.All(term => term.Sign > 0) => "change-of-parts",
            _ => Obligation.Defect,
        };
        string known = Wording.Has($"defects/{key}/title") ? key : _here is null ? "generic-words" : "generic";
        return Wording.Text($"defects/{known}/{part}");
    }

    /// <summary>The text of the defect's class, its places filled.</summary>
    private string Class(string part)
    {
        Ruling ruling = _cause.Leading;
        bool isTimes = Obligation is { Relation: Relation.Product, Operands.Length: 1 };
        string found = Obligation.Outcome is { } outcome ? _tongue(outcome.What) : "";
        return WordingTemplate.Fill(_tongue(ClassText(part)), Filled(
            ("claim", Claim()),
            ("computed", isTimes ? "" : _places.Computed(ruling, _scale)),
            ("times", isTimes ? _places.Computed(ruling, _scale) : ""),
            ("difference", ruling.Difference is { } gap && gap != 0 ? _scale.Distance(gap, _tongue) : ""),
            ("sides", Sides()),
            ("found", found),
            ("formula", found.Contains(Obligation.Formula, StringComparison.Ordinal) ? "" : Obligation.Formula),
            ("text", Quotation.Head(Quotation.Flat(_passage?.Text ?? _here?.Text ?? ""), LongestWords)),
            ("what", _tongue(Wording.Text("pieces/what-" + What()))),
            ("ratio", Ratio())));
    }

    private string Claim()
    {
        Fact? stated = IsEquality ? _here : Obligation.Stated ?? _here;
        if (stated is null)
        {
            return "";
        }

        return stated.Id == _here?.Id
            ? _places.Fill("claim-here", ("value", _places.Value(stated)))
            : _places.Side(stated, _here);
    }

    private string Sides()
    {
        var others = (IsEquality ? Obligation.Facts : Obligation.Operands.Select(term => term.Fact))
            .Where(fact => fact.Id != (IsEquality ? _here : Obligation.Stated)?.Id)
            .DistinctBy(fact => fact.Id)
            .ToList();
        string sides = string.Join(_places.Fill("join"), others.Take(MostSides).Select(fact => _places.Side(fact, _here)));
        return others.Count <= MostSides
            ? sides
            : _places.Fill("sides-more", ("sides", sides), ("count", Count(others.Count)));
    }

    /// <summary>What an unfilled place should hold, as the relation or the words beside it tell.</summary>
    private string What() => Obligation.Relation switch
    {
        Relation.Growth or Relation.GrowthFromChange => "rate",
        Relation.Ratio => "share",
        Relation.Logical when _cause.Leading.Value is not null => "rate",
        Relation.Logical when _here is null => _passage?.Text.Contains('%', StringComparison.Ordinal) == true ? "percentage" : "words",
        _ => _here?.Key?.Measure switch
        {
            Measure.Rate => "rate",
            Measure.Share => "share",
            Measure.Change => "change",
            _ => _here?.Figure is { } figure && figure.Text.Contains('%', StringComparison.Ordinal) ? "rate" : "number",
        },
    };

    private string Ratio()
    {
        if (Obligation.Stated?.Printed is not { Base: not 0 } stated || _cause.Leading.Value is not { } value || value == 0)
        {
            return "";
        }

        decimal ratio = Math.Abs(stated.Base / value);
        return Count(Math.Round(ratio >= 1 ? ratio : 1 / ratio));
    }

    private string Places()
    {
        int places = _cause.Explained.Sum(ruling => ruling.Obligation.Passages.Length);
        return places > 1 ? Count(places) : "";
    }

    /// <summary>What would make the broken relations hold, unless the arithmetic has just said so.</summary>
    private string Fits()
    {
        if (_cause.Culprit is not { } culprit || _cause.Repair is null)
        {
            return "";
        }

        bool isStated = culprit.Id == Obligation.Stated?.Id;
        int count = _cause.Explained.Length;
        if (isStated && count <= 1)
        {
            return "";
        }

        return Frame(count > 1 ? "fits-many" : "fits-one",
            ("subject", _tongue(Wording.Text("frame/here"))),
            ("fits", Fitting()),
            ("count", Count(count)));
    }

    /// <summary>Numbers that would do as well, where they are few and the message does not name them yet.</summary>
    private string Rivals()
    {
        List<Rival> rivals = [.. _cause.Rivals.Where(rival => rival is { Value: not null, Fact.Printed: not null })];
        bool isTold = IsEquality || Obligation.Operands.Length <= MostSides;
        return _cause.Certainty != Certainty.Open || isTold || rivals.Count is 0 or > MostRivals ? "" : string.Join(
            _places.Fill("join"),
            rivals.Select(rival => Frame("rival", ("name", rival.Fact.Label), ("value", _places.Shown(rival.Value!.Value, WordingScale.Of(rival.Fact.Printed!).For(rival.Value.Value), rival.Fact)))));
    }

    private string Frame(string key, params (string Place, string Value)[] places) =>
        WordingTemplate.Fill(_tongue(Wording.Text("frame/" + key)), Filled(places));

    private static Dictionary<string, string> Filled(params (string Place, string Value)[] places) =>
        places.ToDictionary(place => place.Place, place => place.Value, StringComparer.Ordinal);

    private static string Count(decimal count) => count.ToString(CultureInfo.InvariantCulture);
}
