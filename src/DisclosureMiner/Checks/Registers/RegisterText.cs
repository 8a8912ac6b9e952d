using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Registers;

/// <summary>Reads the rows of a register and notes what is wrong with each of them.</summary>
internal sealed class RegisterText
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly List<RegisterProblem> _problems = [];
    private readonly List<(int Line, RegisterBody Body)> _rows = [];
    private readonly Dictionary<string, (int Index, string Head)> _columns = [];
    private ImmutableArray<string> _fields = [];
    private int _line;

    private RegisterText()
    {
    }

    /// <summary>The bodies with their lines, and what is wrong; a row with a mistake is left out.</summary>
    public static (ImmutableArray<(int Line, RegisterBody Body)> Rows, ImmutableArray<RegisterProblem> Problems) Read(string text)
    {
        var reading = new RegisterText();
        reading.ReadAll(text);
        return ([.. reading._rows], [.. reading._problems]);
    }

    private void ReadAll(string text)
    {
        using CsvReader csv = CsvReader.FromText(text.TrimStart('\uFEFF'), Options);
        try
        {
            while (csv.Read())
            {
                _line = (int)csv.LineNumber;
                _fields = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())];
                if (_fields.All(field => field.Length == 0))
                {
                    continue;
                }

                if (_columns.Count > 0)
                {
                    ReadRow();
                }
                else if (!ReadHeads())
                {
                    return;
                }
            }
        }
        catch (CsvFormatException problem)
        {
            _line = (int)problem.LineNumber;
            Wrong(null, "引号不成对；含引号或逗号的内容须整体加引号，其中的引号写两次", "quotes do not pair; put quotes around a field with quotes or commas, and write a quote in it twice");
            return;
        }

        if (_columns.Count == 0)
        {
            _line = 0;
            Wrong(null, "文件为空；第一行应为列名", "the file is empty; the first line names the columns");
        }
    }

    private bool ReadHeads()
    {
        int before = _problems.Count;
        for (int i = 0; i < _fields.Length; i++)
        {
            string head = _fields[i];
            if (head.Length == 0)
            {
                continue;
            }

            if (RegisterHeads.Of(head) is not { } column)
            {
                Wrong(head, $"没有这一列；可用：{RegisterHeads.All}", $"there is no such column; use {RegisterHeads.All}");
            }
            else if (!_columns.TryAdd(column, (i, head)))
            {
                Wrong(head, $"与“{_columns[column].Head}”重复，请删去一列", $"is the same column as '{_columns[column].Head}'; remove one of them");
            }
        }

        foreach (string column in RegisterHeads.Needed.Where(column => !_columns.ContainsKey(column)))
        {
            Wrong(column, "缺少这一列，请补上", "this column is missing; add it");
        }

        return _problems.Count == before;
    }

    private void ReadRow()
    {
        int before = _problems.Count;
        if (_fields.Length > _columns.Values.Max(column => column.Index) + 1 && _fields.Skip(_columns.Values.Max(column => column.Index) + 1).Any(field => field.Length > 0))
        {
            Wrong(null, "内容比列名多；含逗号的内容请加引号", "there are more fields than columns; put quotes around a field with commas");
        }

        int? first = Year(RegisterHeads.FirstYear), last = Year(RegisterHeads.LastYear);
        if (last < first)
        {
            Wrong(RegisterHeads.LastYear, "早于起始年度，请核对", "is before the first year; correct one of them");
        }

        var body = new RegisterBody(
            Needed(RegisterHeads.Code),
            Needed(RegisterHeads.Name),
            [.. Several(RegisterHeads.Aliases)],
            [.. Several(RegisterHeads.FormerNames).Select(Former).OfType<FormerName>().OrderBy(former => former.Until)],
            Kind(),
            OrNull(RegisterHeads.Parent),
            OrNull(RegisterHeads.Region),
            first,
            last,
            Due(RegisterHeads.BudgetDue),
            Due(RegisterHeads.FinalDue));
        if (_problems.Count == before)
        {
            _rows.Add((_line, body));
        }
    }

    private string Text(string column) => _columns.TryGetValue(column, out var place) && place.Index < _fields.Length ? _fields[place.Index] : "";

    private string? OrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

    private string Needed(string column)
    {
        if (OrNull(column) is { } text)
        {
            return text;
        }

        Wrong(column, "不能为空，请填写", "must not be empty; fill it in");
        return "";
    }

    private string[] Several(string column) =>
        Text(column).Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private FormerName? Former(string text)
    {
        int at = text.LastIndexOfAny(['@', '＠']);
        if (at > 0 && DateOnly.TryParseExact(text[(at + 1)..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly until))
        {
            return new FormerName(text[..at].Trim(), until);
        }

        Wrong(RegisterHeads.FormerNames, $"“{text}”应写成 旧名@2019-03-01，即最后使用的日期", $"write '{text}' as NAME@2019-03-01, with the last day on which it was used");
        return null;
    }

    private BodyKind Kind()
    {
        switch (Folding.Label(Text(RegisterHeads.Kind)).ToLowerInvariant())
        {
            case "department" or "部门":
                return BodyKind.Department;
            case "unit" or "单位":
                return BodyKind.Unit;
            default:
                Wrong(RegisterHeads.Kind, $"“{Text(RegisterHeads.Kind)}”应为 部门 或 单位", $"'{Text(RegisterHeads.Kind)}' should be department or unit");
                return BodyKind.Unit;
        }
    }

    private int? Year(string column)
    {
        if (OrNull(column) is not { } text)
        {
            return null;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2999)
        {
            return year;
        }

        Wrong(column, $"“{text}”应为四位年份，例如 2019", $"'{text}' should be a year of four digits, such as 2019");
        return null;
    }

    private MonthDay? Due(string column)
    {
        if (OrNull(column) is not { } text)
        {
            return null;
        }

        // A leap year, so that 02-29 can be written.
        if (text.Length == 5 && DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return new MonthDay(day.Month, day.Day);
        }

        Wrong(column, $"“{text}”应为 月-日，例如 02-20；不要求公开则留空", $"'{text}' should be MM-DD, such as 02-20; leave it empty when nothing is expected");
        return null;
    }

    private void Wrong(string? column, string zh, string en) => _problems.Add(new RegisterProblem(
        _line, column is not null && _columns.TryGetValue(column, out var place) ? place.Head : column, new Bilingual(zh, en)));
}
