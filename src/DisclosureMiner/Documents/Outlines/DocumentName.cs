using System.Globalization;
using System.Text.RegularExpressions;

namespace DisclosureMiner.Documents.Outlines;

/// <summary>What names a document: its title, the body, the year and the genre.</summary>
/// <param name="Title">The title, white space folded.</param>
/// <param name="Organisation">The body as printed, or empty.</param>
/// <param name="FiscalYear">The year, or null.</param>
/// <param name="Genre">See <see cref="Document.Genre"/>.</param>
internal sealed partial record DocumentName(string Title, string Organisation, int? FiscalYear, string Genre)
{
    private const int HeadingsToOverrule = 3;

    /// <summary>Reads the name from the lines of the cover, the title's first, and from the headings that follow.</summary>
    /// <param name="title">The title line or lines.</param>
    /// <param name="cover">Lines between the title and the contents page or the first numbered heading.</param>
    /// <param name="headings">Headings and contents entries, for what the title leaves out.</param>
    /// <param name="words">The pipeline's words.</param>
    public static DocumentName Read(IReadOnlyList<string> title, IReadOnlyList<string> cover, IReadOnlyList<string> headings, ReadingWords words)
    {
        string whole = string.Join(" ", title.Select(Fold));
        string joined = title.Count == 0 ? "" : string.Concat(title.Select(Fold));
        string label = Folding.Label(joined).ToLowerInvariant();
        string organisation = Cover(cover, words) ?? title.Select(line => BodyIn(Fold(line), words)).FirstOrDefault(body => body.Length > 0)
            ?? cover.Select(Fold).FirstOrDefault(line => IsBody(line, words)) ?? "";
        int? year = YearOf(whole, headings);
        return new DocumentName(whole.Any(c => c >= 0x2E80) ? joined : whole, organisation, year, GenreOf(label, headings, words));
    }

    /// <summary>The title's year, unless it stands alone against several headings that agree on another: then it was left in, or is the year of publication.</summary>
    private static int? YearOf(string title, IReadOnlyList<string> headings)
    {
        var counts = headings.Select(heading => Year(Fold(heading))).OfType<int>().CountBy(found => found)
            .OrderByDescending(found => found.Value).ThenByDescending(found => found.Key).ToList();
        int? printed = Year(title);
        return printed is null ? counts.Select(found => (int?)found.Key).FirstOrDefault()
            : counts is [{ Value: >= HeadingsToOverrule } most, ..] && counts.TrueForAll(found => found.Key != printed) ? most.Key
            : printed;
    }

    private static string GenreOf(string label, IReadOnlyList<string> headings, ReadingWords words)
    {
        bool department = words.In("genre-department-budget", label), unit = words.In("genre-unit-budget", label);
        bool isFinal = words.In("genre-final-accounts", label);
        if (words.In("genre-three-public", label) && !department && !unit)
        {
            return "three-public";
        }

        if (isFinal)
        {
            return "final-accounts";
        }

        if (department || unit)
        {
            return department ? "department-budget" : "unit-budget";
        }

        if (words.In("genre-report", label))
        {
            return "report";
        }

        // 某局2024年预算公开: the chapters say whose budget it is.
        List<string> labels = [.. headings.Select(heading => Folding.Label(heading).ToLowerInvariant())];
        int departments = labels.Count(heading => words.In("genre-department-budget", heading));
        int units = labels.Count(heading => words.In("genre-unit-budget", heading));
        return departments + units == 0 ? "other" : departments >= units ? "department-budget" : "unit-budget";
    }

    private static string? Cover(IReadOnlyList<string> cover, ReadingWords words)
    {
        foreach (string line in cover)
        {
            int colon = line.AsSpan().IndexOfAny('：', ':');
            if (colon > 0 && UnitStatement.In(Folding.Label(line).ToLowerInvariant(), words) is null && words.Is("body-lines", Folding.Label(line[..colon])) && line[(colon + 1)..].Trim() is { Length: > 1 and < 50 } name
                && !Lines.HasClause(name))
            {
                return name;
            }
        }

        return null;
    }

    // 2025年部门预算, and in the next line whose.
    private static bool IsBody(string line, ReadingWords words) =>
        line.Length is > 3 and < 30 && line.All(c => c >= 0x4E00 || c is '(' or ')') && !Lines.HasClause(line)
        && words.Of("name-endings").Any(ending => Folding.Fold(line).EndsWith(ending, StringComparison.Ordinal));

    // The body stands before the year; where the title has no year, before the words for what the document is.
    private static string BodyIn(string title, ReadingWords words)
    {
        Match when = When().Match(title);
        string before = when.Success ? title[..when.Index] : title;
        if (when.Success && before.Trim().Length == 0)
        {
            before = title[(when.Index + when.Length)..];
            string tail = before.TrimStart();
            before = words.Start("year-tails", tail) is { } yearTail ? tail[yearTail.Length..] : tail;
        }

        // 2018年1—6月全国…, 一季度全国…: a part of the year is no body.
        Match part = When().Match(before.TrimStart());
        before = part.Success && part.Index == 0 ? before.TrimStart()[part.Length..] : before;
        before = words.Start("year-tails", before) is { } period ? before[period.Length..] : before;
        string folded = Folding.Fold(before).ToLowerInvariant();
        int end = words.Of("organisation-ends").Select(word => EndAt(folded, word)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (end > 0 && (!when.Success || when.Index == 0))
        {
            before = before[..end];
        }

        // 某局关于公开2025年部门预算的公告, 某市财政局关于某市2024年决算的报告.
        int speaks = words.Of("organisation-speaks").Select(word => EndAt(Folding.Fold(before), word)).Where(at => at > 0).DefaultIfEmpty(before.Length).Min();
        before = before[..speaks];
        int colon = before.AsSpan().IndexOfAny('：', ':');
        before = colon > 0 ? before[..colon] : before;
        string body = before.Trim(' ', '\u3000', '—', '-', '“', '”', '《', '（', '(', ',', '，');
        return words.Is("no-bodies", Folding.Label(body).ToLowerInvariant()) ? "" : body;
    }

    // 财政 in 财政局 and 绩效 in 绩效评价中心 belong to the body.
    private static int EndAt(string title, string word)
    {
        int at = title.Length > 1 ? title.IndexOf(word, 1, StringComparison.Ordinal) : -1;
        while (at > 0 && InBody().IsMatch(title[(at + word.Length)..]))
        {
            at = title.IndexOf(word, at + word.Length, StringComparison.Ordinal);
        }

        return at;
    }

    private static int? Year(string text)
    {
        string folded = Folding.Fold(text);
        Match range = YearRange().Match(folded);
        if (range.Success)
        {
            return Number(range.Groups["last"].Value);
        }

        Match year = Years().Match(folded);
        if (year.Success)
        {
            return Number(year.Groups["year"].Value);
        }

        Match chinese = ChineseYear().Match(folded);
        return chinese.Success ? Number(string.Concat(chinese.Groups["year"].Value.Select(Digit))) : null;
    }

    private static char Digit(char c) => c is '〇' or '○' or '零' or 'O' ? '0' : (char)('0' + 1 + "一二三四五六七八九".IndexOf(c));

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Fold(string line) => Spaces().Replace(line.Replace('\u3000', ' ').Replace('\u00a0', ' ').Trim(), " ");

    [GeneratedRegex(@"^[\u4e00-\u9fff]{0,4}?(?:局|厅|委员会|办公室|中心|学院|研究所|管理所|管理处)")]
    private static partial Regex InBody();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d\s*[-—–~至]\s*(?<last>(?:19|20)\d\d)\s*年")]
    private static partial Regex YearRange();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d\d)\s*(?:年|财年)|(?i:fy|fiscal\s+year|budget)\s*(?<year>(?:19|20)\d\d)|(?<!\d)(?<year>(?:19|20)\d\d)(?:/\d\d)?\s+(?i:[a-z]+\s+)?(?i:budget)")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<year>二[〇○零O][〇○零O一二三四五六七八九]{2})\s*年")]
    private static partial Regex ChineseYear();

    // Where the time begins: 2024年, 二〇二四年, 1-5月.
    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d\s*(?:[-—–~至]\s*(?:19|20)\d\d\s*)?年?|二[〇○零O][〇○零O一二三四五六七八九]{2}\s*年|(?<!\d)\d{1,2}\s*[-—–~至]\s*\d{1,2}\s*月")]
    private static partial Regex When();
}
