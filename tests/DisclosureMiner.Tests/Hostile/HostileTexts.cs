using System.Text;
using static DisclosureMiner.Tests.Hostile.PdfObjects;

namespace DisclosureMiner.Tests.Hostile;

/// <summary>Texts, web pages and files that are not what their names say.</summary>
internal static class HostileTexts
{
    private const string Mined = "mined", Undecodable = "undecodable", Unsupported = "unsupported-type";

    private const string Prose = "2024年部门预算收入总计1234.56万元，比上年增加12.5万元，增长1.02%；其中：一般公共预算1000万元。";

    static HostileTexts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("empty.txt", () => [], "empty-file"),
        new("empty.pdf", () => [], "empty-file"),
        new("empty.html", () => [], "empty-file"),
        new("one-byte.pdf", () => [(byte)'%'], Mined),
        new("one-byte.txt", () => [0xFF], Mined),
        new("page-named.pdf", () => Encoding.UTF8.GetBytes($"<!doctype html><html><body><p>{Prose}</p></body></html>"), Mined),
        new("pdf-named.txt", () => OnePage(Words), Mined),
        new("archive-named.pdf", () => [.. "PK\u0003\u0004"u8, .. new byte[100]], Unsupported),
        new("workbook-named.pdf", () => [.. "PK\u0003\u0004........xl/workbook.xml"u8, .. new byte[100]], Unsupported),
        new("word-named.html", () => [.. "PK\u0003\u0004........word/document.xml"u8, .. new byte[100]], Unsupported),
        new("picture-named.pdf", () => [0x89, .. "PNG\r\n\u001A\n"u8, .. new byte[100]], Unsupported),
        new("zeros.txt", () => new byte[90_000], Undecodable),
        new("zeros.pdf", () => new byte[100_000], Unsupported),
        new("zeros-between.txt", () => Encoding.UTF8.GetBytes(Prose.Replace("，", "\0", StringComparison.Ordinal)), Undecodable),
        new("noise.txt", () => Noise(100_000), Undecodable),
        new("wide-and-torn.txt", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Prose), 0xD8], Mined),
        new("lone-surrogates.txt", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Prose), 0x00, 0xD8, 0x00, 0xD8, 0x00, 0xDC], Mined),
        new("gb18030-torn.txt", () => Torn(Encoding.GetEncoding("gb18030").GetBytes(Repeat(Prose + "\n", 40))), Mined),
        new("one-long-line.txt", () => Encoding.UTF8.GetBytes(Repeat(Prose, 200)), Mined),
        new("one-long-line-of-blanks.txt", () => Encoding.UTF8.GetBytes(Prose + new string(' ', 5_000_000)), Mined),
        new("one-word.txt", () => Encoding.UTF8.GetBytes(new string('预', 300_000)), Mined),
        new("one-number.txt", () => Encoding.ASCII.GetBytes(new string('9', 1_000_000)), Mined),
        new("numbers-by-the-thousand.txt", () => Encoding.UTF8.GetBytes("收入" + Repeat("1,", 3_000)), Mined),
        new("brackets-by-the-thousand.txt", () => Encoding.UTF8.GetBytes(Repeat("（", 200_000) + Prose), Mined),
        new("lines-by-the-thousand.txt", () => Encoding.UTF8.GetBytes(Repeat("预算收入\n", 20_000)), Mined),
        new("heads-by-the-thousand.txt", () => Encoding.UTF8.GetBytes(Repeat("一、收入\n（一）支出\n", 5_000)), Mined),
        new("tabs-by-the-thousand.txt", () => Encoding.UTF8.GetBytes(Repeat("1\t", 1_000) + "\n" + Prose), Mined),
        new("rows-by-the-thousand.txt", () => Encoding.UTF8.GetBytes("项目\t金额\n" + Repeat("收入\t12.5\n", 3_000)), Mined),
        new("bars-by-the-thousand.txt", () => Encoding.UTF8.GetBytes(Repeat(Repeat("|", 2000) + "\n", 50)), Mined),
        new("code-without-name.txt", () => Encoding.UTF8.GetBytes("收入支出决算表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t12.5\n20101\t\t\n20102\t行政运行\t12.5\n"), Mined),
        new("tables-unclosed.txt", () => Encoding.UTF8.GetBytes(Repeat("<table><tr><td>1\n", 5_000)), Mined),
        Page("blocks-deep.html", Repeat("<div>", 15_000) + Prose),
        Page("tables-deep.html", Repeat("<table><tr><td>", 5_000) + Prose),
        Page("emphasis-deep.html", Repeat("<b><i>", 20_000) + Prose),
        Page("lists-deep.html", Repeat("<ul><li>", 5_000) + Prose),
        Page("emphasis-crossed.html", Repeat("<b><p></b>", 3_000) + Prose),
        Page("spans-of-cells-huge.html", "<table>" + Repeat("<tr><td rowspan=1000000000 colspan=1000000000>1</td><td>2</td></tr>", 200) + "</table>" + Prose),
        Page("cells-by-the-thousand.html", "<table><tr>" + Repeat("<td>1", 3_000) + "</table>" + Prose),
        Page("rows-by-the-thousand.html", "<table>" + Repeat("<tr><td>收入<td>1.5", 3_000) + "</table>" + Prose),
        Page("attribute-huge.html", "<p title=\"" + new string('x', 20_000_000) + "\">" + Prose),
        Page("attributes-by-the-thousand.html", "<p " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">" + Prose),
        Page("attribute-unclosed.html", Prose + "<p title=\"" + new string('x', 1_000_000)),
        Page("tags-unclosed.html", Repeat("<p", 100_000) + Prose),
        Page("tags-unopened.html", Repeat("</div></table></p>", 20_000) + Prose),
        Page("entities-by-the-thousand.html", Repeat("&#x110000;&nosuch;&amp", 50_000) + Prose),
        Page("paragraphs-by-the-thousand.html", Repeat("<p>收入</p>", 20_000) + Prose),
        Page("styles-by-the-thousand.html", "<style>" + Repeat(".a{display:none}", 50_000) + "</style><p class=b>" + Prose),
        Page("script-unclosed.html", Prose + "<script>" + new string('x', 1_000_000)),
        Page("links-by-the-thousand.html", Repeat("<a href=x.pdf>附件</a>", 2_000) + Prose),
        new("zeros-between.html", () => Encoding.UTF8.GetBytes($"<html><body><p>{Prose}\0\0</p></body></html>"), Undecodable),
        new("frames-unclosed.html", () => "<html><frameset><frame src=x><frameset>"u8.ToArray(), Mined),
    ];

    private static HostileFile Page(string name, string body) => new(name, () => Encoding.UTF8.GetBytes("<!doctype html><html><body>" + body), Mined);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Torn(byte[] bytes)
    {
        for (int i = 100; i < bytes.Length; i += 800)
        {
            bytes[i] = 0xFF;
        }

        return bytes;
    }
}
