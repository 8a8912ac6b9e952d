using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.DocumentRules;

/// <summary>Understands statements that there is nothing: 本年度无政府性基金预算支出, 本表为空表, 政府性基金支出0万元.</summary>
internal sealed class Emptiness(Vocabulary words)
{
    /// <summary>The funds that have a table of their own in every form.</summary>
    public static ImmutableArray<string> Funds { get; } = ["government-fund", "state-capital", "three-public"];

    private readonly ImmutableArray<string> _ofTable = words["emptiness-of-table"];
    private readonly ImmutableArray<string> _before = words["emptiness-before"];
    private readonly ImmutableArray<string> _after = words["emptiness-after"];
    private readonly ImmutableArray<string> _between = words["emptiness-between"];
    private readonly ImmutableArray<string> _amountBetween = words["emptiness-amount-between"];

    /// <summary>Whether it says that the table it belongs to is empty, whatever it names.</summary>
    public bool SaysTableIsEmpty(string text) => _ofTable.Any(phrase => text.Contains(phrase, StringComparison.Ordinal));

    /// <summary>Whether the fund is named.</summary>
    public bool Names(string text, string fund) => NamesOf(fund).Any(name => text.Contains(name, StringComparison.Ordinal));

    /// <summary>Whether it says in words that there is nothing of the fund as a whole.</summary>
    public bool Denies(string text, string fund) => Occurrences(text, fund).Any(place => DeniesBefore(text, place.Start) && Closes(text, place.End));

    /// <summary>Whether it says in words that the fund has no income: 没有政府性基金预算财政拨款收入.</summary>
    public bool DeniesIncome(string text, string fund) => Occurrences(text, fund).Any(place =>
        DeniesBefore(text, place.Start) && Closes(text, place.End) && text.AsSpan(place.End, SkipForward(text, place.End, _between) - place.End).Contains("收入", StringComparison.Ordinal));

    /// <summary>Whether it says in words or with a zero that there is nothing of the fund.</summary>
    public bool SaysNothingOf(string text, string fund) => Occurrences(text, fund).Any(place =>
        DeniesBefore(text, place.Start) || StartsWithAny(text, SkipForward(text, place.End, _between), _after));

    /// <summary>Where a sum other than zero is stated for the fund as a whole: start and length, or null.</summary>
    public (int Start, int Length)? AmountOf(string text, string fund)
    {
        foreach ((int start, int end) in Occurrences(text, fund))
        {
            int at = SkipForward(text, end, _amountBetween), digits = at;
            while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] is '.' or ','))
            {
                digits++;
            }

            bool isMoney = digits < text.Length && text[digits] is '元' or '万' or '亿';
            if (digits > at && isMoney && text.AsSpan(at, digits - at).ContainsAnyInRange('1', '9'))
            {
                return (start, digits - start);
            }
        }

        return null;
    }

    private ImmutableArray<string> NamesOf(string fund) => words["emptiness-" + fund];

    private IEnumerable<(int Start, int End)> Occurrences(string text, string fund)
    {
        int from = 0;
        while (from < text.Length)
        {
            (int Start, int End) next = NamesOf(fund)
                .Select(name => (Start: text.IndexOf(name, from, StringComparison.Ordinal), name.Length))
                .Where(found => found.Start >= 0)
                .Select(found => (found.Start, End: found.Start + found.Length))
                .OrderBy(found => found.Start).ThenByDescending(found => found.End)
                .FirstOrDefault((-1, -1));
            if (next.Start < 0)
            {
                yield break;
            }

            yield return next;
            from = next.End;
        }
    }

    /// <summary>没有使用|政府性基金: back over the words between, then a denial; 无 of 无形资产 stands elsewhere.</summary>
    private bool DeniesBefore(string text, int start)
    {
        int at = start;
        while (at > 0)
        {
            ReadOnlySpan<char> before = text.AsSpan(0, at);
            foreach (string denial in _before)
            {
                if (before.EndsWith(denial, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            int word = 0;
            foreach (string between in _between)
            {
                if (between.Length > word && before.EndsWith(between, StringComparison.Ordinal))
                {
                    word = between.Length;
                }
            }

            if (word == 0)
            {
                return OtherFundEndsAt(text, at) is { } other && DeniesBefore(text, other);
            }

            at -= word;
        }

        return false;
    }

    /// <summary>无政府性基金预算和国有资本经营预算支出 denies both.</summary>
    private int? OtherFundEndsAt(string text, int at) => Funds.SelectMany(fund => NamesOf(fund))
        .Where(name => text.AsSpan(0, at).EndsWith(name, StringComparison.Ordinal))
        .Select(name => (int?)(at - name.Length))
        .Min();

    /// <summary>Whether the clause ends after the name and the words between: 无“三公”经费中的… says less.</summary>
    private bool Closes(string text, int end)
    {
        int at = SkipForward(text, end, _between);
        return at >= text.Length || text[at] is '。' or ',' or ';' or ')' or '、' || Funds.SelectMany(fund => NamesOf(fund)).Any(name => text.AsSpan(at).StartsWith(name, StringComparison.Ordinal));
    }

    private static int SkipForward(string text, int at, ImmutableArray<string> between)
    {
        while (at < text.Length)
        {
            string? word = between.Where(word => text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length);
            if (word is null)
            {
                break;
            }

            at += word.Length;
        }

        return at;
    }

    private static bool StartsWithAny(string text, int at, ImmutableArray<string> starts) =>
        starts.Any(start => text.AsSpan(at).StartsWith(start, StringComparison.Ordinal));
}
