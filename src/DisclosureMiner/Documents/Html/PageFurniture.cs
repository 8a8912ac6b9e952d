using DisclosureMiner.Documents.Layout;
using DisclosureMiner.Documents.Outlines;

namespace DisclosureMiner.Documents.Html;

/// <summary>
/// Drops lines that belong to the site and not to what it publishes: where one is, when and by whom it was put there, buttons, the site's
/// imprint. Prose and figures are never dropped.
/// </summary>
internal static class PageFurniture
{
    private const int Longest = 150;
    private const int FewestKeysOfRecord = 3;

    private static readonly char[] Parting = [' ', '\u3000', '\u00a0', '|', '｜', '[', ']', '【', '】', '(', ')', '（', '）', '/', ':', '：', '、', '·', '<', '>', '〈', '〉'];

    /// <summary>The parts without such lines.</summary>
    public static List<PagePart> Remove(List<PagePart> parts, ReadingWords words) => [.. parts.Where(part => part.Block switch
    {
        RawLine line => !IsFurniture(line.Content.Text, words),
        RawTable table => !IsRecord(table, words),
        _ => true,
    })];

    private static bool IsFurniture(string text, ReadingWords words)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        string label = Folding.Label(text).ToLowerInvariant();
        if (words.In("page-imprint", label) || words.Start("page-line-starts", label) is not null)
        {
            return !Lines.HasFigure(text);
        }

        return IsButtons(text, words) || (IsHead(label, words) && !Lines.HasClause(text) && !Lines.EndsSentence(text));
    }

    // 发布时间：2024-02-06  来源：…  浏览次数：32次
    private static bool IsHead(string label, ReadingWords words) =>
        words.Start("page-line-heads", label) is { } head && (label.Length == head.Length || label[head.Length] is ':' or '>' or '»' || char.IsAsciiDigit(label[head.Length]));

    // 【字体：大 中 小】 打印 关闭
    private static bool IsButtons(string text, ReadingWords words)
    {
        string[] pieces = text.Split(Parting, StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length > 0 && pieces.Sum(piece => piece.Length) > 1
            && pieces.All(piece => words.Is("page-buttons", Folding.Label(piece).ToLowerInvariant()));
    }

    // The record that a site keeps of what it publishes: 索引号, 发文机关, 成文日期.
    private static bool IsRecord(RawTable table, ReadingWords words) =>
        table.Rows.SelectMany(row => row).OfType<RawCell>().Select(cell => cell.Label.TrimEnd(':')).Distinct().Count(label => words.Is("page-record-keys", label))
            >= FewestKeysOfRecord;
}
