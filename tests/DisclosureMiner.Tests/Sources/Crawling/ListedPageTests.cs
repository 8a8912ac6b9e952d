using System.Text;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Sources.Crawling;

public sealed class ListedPageTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/zwgk/index.html");

    [Theory]
    [InlineData("<ul><li><a href=a.html>预算</a><span>2024-02-01</span></li></ul>", "2024-02-01")]
    [InlineData("<ul><li><span>[2024/2/1]</span><a href=a.html>预算</a></li></ul>", "2024-02-01")]
    [InlineData("<table><tr><td><a href=a.html>预算</a></td><td>2024年2月1日</td></tr></table>", "2024-02-01")]
    [InlineData("<dl><dt><a href=a.html><img src=x></a><a href=a.html>预算</a></dt><dd>x</dd></dl>", null)]
    [InlineData("<ul><li><a href=b.html>别的</a> 2024-01-01</li><li><a href=a.html>2024年预算</a></li></ul>", null)]
    [InlineData("<ul><li><a href=a.html>预算</a><span>2024-13-41</span></li></ul>", null)]
    public void The_date_beside_a_link_is_its_own(string html, string? expected)
        => Page(html).Links.Last(link => link.Address.AbsolutePath.EndsWith("a.html")).Listed.ShouldBe(expected is null ? null : DateOnly.Parse(expected));

    [Theory]
    [InlineData("<iframe src='/a.pdf'></iframe>", "/a.pdf")]
    [InlineData("<embed src=a.pdf>", "/zwgk/a.pdf")]
    [InlineData("<object data='a.pdf'></object>", "/zwgk/a.pdf")]
    [InlineData("<map><area href=a.html></map>", "/zwgk/a.html")]
    [InlineData("<base href='/other/'><a href=a.html>x</a>", "/other/a.html")]
    [InlineData("<meta http-equiv=Refresh content=\"0; URL='/new/'\">", "/new/")]
    [InlineData("<A HREF = a.html>x<a href=\"b.html\">y", "/zwgk/a.html /zwgk/b.html")]
    public void Links_are_found_in_whatever_makes_them(string html, string expected)
        => string.Join(' ', Page(html).Links.Select(link => link.Address.AbsolutePath)).ShouldBe(expected);

    [Theory]
    [InlineData("<title>访问验证</title><p>请稍候</p>", CrawlReason.Challenge)]
    [InlineData("<noscript>请开启JavaScript并刷新该页</noscript><script src=a.js></script>", CrawlReason.Challenge)]
    [InlineData("<script>document.cookie='x=1';location.href=location.href</script>", CrawlReason.Challenge)]
    [InlineData("<title>404 页面不存在</title>", CrawlReason.ErrorPage)]
    [InlineData("<title>Not Found</title><h1>x</h1>", CrawlReason.ErrorPage)]
    [InlineData("<title>示例市</title><p>对不起，您访问的页面已经不在这里了。</p>", CrawlReason.ErrorPage)]
    [InlineData("<title>404医院2024年预算</title><p>404医院2024年部门预算公开如下，共收入一百万元。</p>", null)]
    [InlineData("<title>404错误</title>", CrawlReason.ErrorPage)]
    [InlineData("<title>HTTP 404 - 未找到</title>", CrawlReason.ErrorPage)]
    [InlineData("<title>404 Not Found</title>", CrawlReason.ErrorPage)]
    [InlineData("<title>预算</title><script src=a.js></script><iframe src=a.pdf></iframe>", null)]
    [InlineData("<title>预算</title><p>安全验证系统建设经费的预算见附件。</p><a href=a.pdf>附件</a>", null)]
    public void Stand_ins_are_told_from_documents(string html, string? expected)
        => (PageJudgement.Of(Page(html), CrawlSources.Load().Words)?.Reason).ShouldBe(expected);

    [Fact]
    public void A_long_document_may_speak_of_anything()
    {
        string text = string.Concat(Enumerable.Repeat("信息化建设经费用于安全验证系统和网站防火墙。", 60));

        PageJudgement.Of(Page($"<title>预算</title><p>{text}</p>"), CrawlSources.Load().Words).ShouldBeNull();
    }

    [Fact]
    public void Other_scripts_make_no_other_page_another_text_does()
    {
        string page = "<p>预算一百万元</p><a href=a.pdf>附件</a>";

        Page(page + "<script>var token=1</script>").Fingerprint.ShouldBe(Page("<script>var token=2</script>" + page).Fingerprint);
        Page(page.Replace("一百", "二百")).Fingerprint.ShouldNotBe(Page(page).Fingerprint);
        Page(page.Replace("a.pdf", "b.pdf")).Fingerprint.ShouldNotBe(Page(page).Fingerprint);
    }

    private static ListedPage Page(string html) => ListedPage.Read(Encoding.UTF8.GetBytes("<!doctype html><html>" + html), Address, null);
}
