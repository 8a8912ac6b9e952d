using System.Collections.Immutable;

namespace DisclosureMiner.Facts.Narrative;

/// <summary>How a statement belongs to the one above it.</summary>
internal enum Membership
{
    /// <summary>It stands for itself.</summary>
    None,

    /// <summary>It follows 其中 or the like: a part, perhaps not with all the others.</summary>
    OfWhich,

    /// <summary>It follows words that promise all parts (构成为, 由…组成), or stands in brackets behind the whole.</summary>
    Closed,

    /// <summary>It is an item of a numbered list under the whole.</summary>
    Enumerated,

    /// <summary>Only its position suggests that it is a part: to be believed when the arithmetic bears it out.</summary>
    Suggested,
}

/// <summary>The year and phase of an amount, or of what a claim compares with.</summary>
/// <param name="Year">Fiscal year, or null when not said.</param>
/// <param name="Phase">Phase, or unknown.</param>
internal readonly record struct Period(int? Year, Phase Phase)
{
    /// <summary>For people: 2024 budget.</summary>
    public override string ToString() => Phase == Phase.Unknown ? $"{Year}" : $"{Year} {Phase.ToString().ToLowerInvariant()}".Trim();
}

/// <summary>An amount or count that a statement gives for one period.</summary>
internal sealed record Mention(Fact Fact, Period Period);

/// <summary>
/// What a statement claims about its amount: a change, rate, share, completion, or (without a figure) that nothing changed.
/// </summary>
/// <param name="Fact">The figure, signed by its direction word; null for 持平 and an unfilled place.</param>
/// <param name="Role">What kind of claim.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Base">What it compares with; null when nothing is said.</param>
/// <param name="Of">The whole that a share names, folded; empty when it names none.</param>
/// <param name="IsLoose">基本持平: a band is left open.</param>
/// <param name="Words">The words of the claim, for showing.</param>
/// <param name="Placeholder">The unfilled figure, or null.</param>
internal sealed record Claim(
    Fact? Fact,
    FigureRole Role,
    Direction Direction,
    Period? Base,
    string Of,
    bool IsLoose,
    Passage Words,
    Figure? Placeholder = null);

/// <summary>
/// One thing the narrative speaks of, with its amounts by period and what is claimed about them. Built by
/// <see cref="NarrativeReader"/> and not changed afterwards.
/// </summary>
internal sealed class Statement
{
    /// <summary>Reading order.</summary>
    public required int Order { get; init; }

    /// <summary>The block it stands in.</summary>
    public required int Block { get; init; }

    /// <summary>The headings above.</summary>
    public required ImmutableArray<string> Section { get; init; }

    /// <summary>Offset of its sentence in the paragraph; statements of one sentence share it.</summary>
    public required int SentenceStart { get; init; }

    /// <summary>The words that name it, folded; taken over from above when it has none of its own.</summary>
    public required string Words { get; init; }

    /// <summary>Whether the statement names itself; one that takes over its name is too vague to be looked up elsewhere.</summary>
    public bool HasOwnName { get; init; } = true;

    /// <summary>Candidate subjects of the dictionary for <see cref="Words"/>, best first.</summary>
    public required ImmutableArray<Subject> Subjects { get; init; }

    /// <summary>Government level or part of the territory whose money it is (全县, 县级), or empty.</summary>
    public required string Scope { get; init; }

    /// <summary>Whether the words promise that the list is open (主要, 等).</summary>
    public required bool IsOpenList { get; init; }

    /// <summary>Its name with the classes printed around it (类, 款, 项), or null when it is printed without.</summary>
    public SubjectPath? Path { get; init; }

    /// <summary>The head of the item whose subject this one goes on with (…12万元。…2023年执行数为11万元，2024年安排12万元), or null.</summary>
    public Statement? Repeats { get; init; }

    /// <summary>The fund its sentence, its items above or its heading name, or empty.</summary>
    public string FundHint { get; init; } = "";

    /// <summary>Whether a heading above it speaks of the “三公” expenses.</summary>
    public bool IsInThreePublicSection { get; init; }

    /// <summary>For the text of a cell: the label of its row; else empty.</summary>
    public string Row { get; init; } = "";

    /// <summary>Depth of the number of its paragraph, see <see cref="Documents.Paragraph.Level"/>.</summary>
    public int ItemLevel { get; init; }

    /// <summary>高级工、技师各3人: how many things each have the amount.</summary>
    public int Multiplicity { get; init; } = 1;

    /// <summary>The statement it is a part of, or null.</summary>
    public Statement? Parent { get; set; }

    /// <summary>How it belongs to <see cref="Parent"/>.</summary>
    public Membership Membership { get; set; }

    /// <summary>Its amounts, in reading order; the first is the one it is about.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>Its claims, in reading order.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>Whether the sentence says that nothing was planned or happened (未安排).</summary>
    public bool IsDenied { get; set; }

    /// <summary>Whether its name says that it is the sum of what stands before it (收入总量).</summary>
    public bool IsClosingTotal { get; set; }

    /// <summary>Whether its name says that it is the sum of everything in its sentence (另有…，收入总量).</summary>
    public bool IsGrandTotal { get; set; }

    /// <summary>Price for one (人均), to be multiplied.</summary>
    public bool IsUnitPrice { get; set; }

    /// <summary>Money that says what is meant, and not how much there is (单价100万元（含）以上的设备).</summary>
    public bool IsThreshold { get; init; }

    /// <summary>The amount of the latest period.</summary>
    public Mention? Current => Mentions.Count == 0 ? null
        : Mentions.Aggregate((a, b) => Rank(b.Period) > Rank(a.Period) ? b : a);

    /// <summary>The amount of another period or phase that the same statement gives, or null.</summary>
    public Mention? MentionFor(Period period) =>
        Mentions.FirstOrDefault(mention => mention.Period == period)
        ?? Mentions.FirstOrDefault(mention => mention.Period.Year == period.Year
            && (period.Phase == Phase.Unknown || (mention.Period.Phase == Phase.Unknown && !IsBudget(period.Phase))));

    private static bool IsBudget(Phase phase) => phase is Phase.Budget or Phase.OpeningBudget or Phase.AdjustedBudget;

    private static int Rank(Period period) => (period.Year ?? 0) * 10 + period.Phase switch
    {
        Phase.OpeningBudget => 0,
        Phase.AdjustedBudget => 1,
        Phase.EstimatedOutturn => 2,
        Phase.Final => 4,
        _ => 3,
    };
}
