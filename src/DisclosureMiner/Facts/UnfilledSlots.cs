using System.Collections.Immutable;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Facts;

/// <summary>Recognises one unfilled place at a position of a compact, folded text.</summary>
internal sealed class UnfilledSlots(string text, Vocabulary words)
{
    private const int LongestName = 30;
    private const int LongestInstruction = 60;

    private readonly UnfilledAlternatives _alternatives = new(text, words);
    private readonly ImmutableArray<string> _units = words["template-units"];
    private readonly ImmutableArray<string> _moneySlots = words["template-money-slot"];
    private readonly ImmutableArray<string> _rateSlots = words["template-rate-slot"];
    private readonly ImmutableArray<string> _unitStatements = words["template-unit-statement"];
    private readonly ImmutableArray<string> _names = words["template-names"];
    private readonly ImmutableArray<string> _instructions = words["template-instructions"];
    private readonly bool _hasDigit = text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>An unfilled place in the compact text.</summary>
    internal readonly record struct Slot(int Start, int End, bool IsNumber);

    /// <summary>The unfilled place that begins at <paramref name="i"/>, or null.</summary>
    public Slot? At(int i) => text[i] switch
    {
        'X' or 'x' or '×' or '_' or '*' or '…' or '.' when Before(i) == text[i] => null, // A run is judged as a whole, at its start.
        'X' or 'x' or '×' => Crosses(i),
        '_' => Underscores(i),
        '*' or '…' or '.' => Marks(i),
        '{' or '<' => Named(i),
        '(' or '[' => EmptyBrackets(i) ?? Instruction(i) ?? Named(i) ?? Alternatives(i),
        '%' => MissingRate(i),
        '万' or '亿' or '元' => MissingAmount(i),
        _ => Alternatives(i),
    };

    private Slot? Alternatives(int i)
    {
        int end = _alternatives.EndAt(i);
        if (end < 0)
        {
            return null;
        }

        int unit = UnitAt(end, _units);
        return new Slot(i, end + unit, unit > 0);
    }

    /// <summary>XX, ×××, 20XX; a single × only where a unit follows. 138××××1234 hides a number and is not unfilled.</summary>
    private Slot? Crosses(int i)
    {
        int end = RunEnd(i, "Xx×");
        if (IsLatin(Before(i)) || IsLatin(After(end)) || char.IsAsciiDigit(After(end)))
        {
            return null;
        }

        bool unit = UnitAt(end, _units) > 0;
        if (i >= 2 && text[i - 2] == ':' && EndsClause(end))
        {
            // 联系人：张XX hides the name of a person.
            return null;
        }

        if (char.IsAsciiDigit(Before(i)))
        {
            // 20XX年: the year of the form's example.
            bool year = end - i == 2 && i >= 2 && text[i - 2] == '2' && text[i - 1] == '0' && (i == 2 || !char.IsAsciiDigit(text[i - 3]));
            return year ? new Slot(i - 2, end, true) : null;
        }

        bool single = end - i == 1;
        if (single && (!unit || Before(i) is ')' or '%' or '元' or '人' or '数'))
        {
            return null;
        }

        return new Slot(i, end + UnitAt(end, _units), unit);
    }

    /// <summary>____ inside a sentence. After a colon it is the blank of a form, which waits for a pen.</summary>
    private Slot? Underscores(int i)
    {
        int end = RunEnd(i, "_");
        int unit = UnitAt(end, _units);
        if (end - i >= 2 && unit > 0)
        {
            return new Slot(i, end + unit, true);
        }

        bool inside = end - i >= 3 && Before(i) is not (':' or '\0') && text.AsSpan().ContainsAny(",。;");
        return inside ? new Slot(i, end, false) : null;
    }

    /// <summary>…万元, **%: marks in place of the number.</summary>
    private Slot? Marks(int i)
    {
        int end = RunEnd(i, "*….");
        int unit = UnitAt(end, ["%", "万元", "亿元"]);
        bool longEnough = text[i] == '…' || end - i >= 2;
        return unit > 0 && longEnough && !char.IsAsciiDigit(Before(i)) ? new Slot(i, end + unit, true) : null;
    }

    private Slot? EmptyBrackets(int i)
    {
        int unit = After(i + 1) is ')' or ']' ? UnitAt(i + 2, _units) : 0;
        return unit > 0 ? new Slot(i, i + 2 + unit, true) : null;
    }

    /// <summary>{单位}, &lt;部门名称&gt;, (单位名称): a name that stands for what belongs here.</summary>
    private Slot? Named(int i)
    {
        int end = Closing(i, LongestName);
        if (end < 0)
        {
            return null;
        }

        string inner = text[(i + 1)..(end - 1)].Trim('{', '}');
        bool known = _names.Contains(inner, StringComparer.Ordinal);
        bool braces = text[i] == '{' && inner.Length > 0 && !inner.AsSpan().ContainsAny(",。;:") && !char.IsAsciiDigit(inner[0]);
        if (!known && !braces)
        {
            return null;
        }

        return new Slot(i, After(end) == '}' ? end + 1 : end, UnitAt(end, _units) > 0);
    }

    /// <summary>(如持平作持平表述): an instruction of the form to its author.</summary>
    private Slot? Instruction(int i)
    {
        int end = Closing(i, LongestInstruction);
        if (end < 0)
        {
            return null;
        }

        string inner = text[(i + 1)..(end - 1)];
        return _instructions.Any(phrase => inner.Contains(phrase, StringComparison.Ordinal)) ? new Slot(i, end, false) : null;
    }

    /// <summary>下降%, 占本年支出%: a rate without its number.</summary>
    private Slot? MissingRate(int i)
    {
        if (!_hasDigit || !EndsClause(i + 1))
        {
            return null;
        }

        string before = Clause(i);
        bool shareOf = before.LastIndexOf('占') is >= 0 and var at && !before.AsSpan(at).ContainsAnyInRange('0', '9') && !before.AsSpan(at).Contains('(');
        return shareOf || EndsWithAny(before, _rateSlots) ? new Slot(i, i + 1, true) : null;
    }

    /// <summary>预算万元，增加元: money without its number. 单位：万元 and 以万元为单位 lack nothing.</summary>
    private Slot? MissingAmount(int i)
    {
        int unit = UnitAt(i, ["万元", "亿元", "元"]);
        if (unit == 0 || !_hasDigit || !EndsClause(i + unit))
        {
            return null;
        }

        string before = Clause(i);
        return EndsWithAny(before, _moneySlots) && !EndsWithAny(before, _unitStatements) ? new Slot(i, i + unit, true) : null;
    }

    private int RunEnd(int i, string marks)
    {
        while (i < text.Length && marks.Contains(text[i], StringComparison.Ordinal))
        {
            i++;
        }

        return i;
    }

    /// <summary>The end (exclusive) of the bracket that opens at <paramref name="i"/>, or -1 when it is too long or holds another.</summary>
    private int Closing(int i, int longest)
    {
        char close = text[i] switch { '{' => '}', '<' => '>', '(' => ')', _ => ']' };
        for (int j = i + 1; j < text.Length && j - i <= longest; j++)
        {
            if (text[j] == close)
            {
                return j + 1;
            }

            if (text[j] == text[i] && text[i] != '{')
            {
                return -1;
            }
        }

        return -1;
    }

    private int UnitAt(int i, ImmutableArray<string> units)
    {
        foreach (string unit in units)
        {
            if (i <= text.Length && text.AsSpan(i).StartsWith(unit, StringComparison.Ordinal))
            {
                return unit.Length;
            }
        }

        return 0;
    }

    private bool EndsClause(int i) => After(i) is '\0' or ',' or '。' or ';' or '、' or ')' or '.';

    /// <summary>The words before <paramref name="i"/> since the last punctuation.</summary>
    private string Clause(int i)
    {
        int start = text.AsSpan(0, i).LastIndexOfAny(",。;:、") + 1;
        return text[start..i];
    }

    private static bool EndsWithAny(string clause, ImmutableArray<string> endings) =>
        endings.Any(ending => clause.EndsWith(ending, StringComparison.Ordinal));

    private char Before(int i) => i > 0 ? text[i - 1] : '\0';

    private char After(int end) => end < text.Length ? text[end] : '\0';

    private static bool IsLatin(char c) => char.IsAsciiLetter(c);
}
