using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Sources.Crawling;

public sealed class AddressesTests
{
    private static readonly Uri Page = new("http://www.example.gov.cn/zwgk/czxx/index.html?p=1");

    [Theory]
    [InlineData("a.pdf", "http://www.example.gov.cn/zwgk/czxx/a.pdf")]
    [InlineData("./a.pdf", "http://www.example.gov.cn/zwgk/czxx/a.pdf")]
    [InlineData("../a.pdf", "http://www.example.gov.cn/zwgk/a.pdf")]
    [InlineData("/a.pdf", "http://www.example.gov.cn/a.pdf")]
    [InlineData("//other.example.gov.cn/a.pdf", "http://other.example.gov.cn/a.pdf")]
    [InlineData("?p=2", "http://www.example.gov.cn/zwgk/czxx/index.html?p=2")]
    [InlineData("a.html#top", "http://www.example.gov.cn/zwgk/czxx/a.html")]
    [InlineData(" a\n.html ", "http://www.example.gov.cn/zwgk/czxx/a.html")]
    [InlineData("..\\..\\a.html", "http://www.example.gov.cn/a.html")]
    [InlineData("HTTPS://WWW.Example.gov.cn:443/A", "https://www.example.gov.cn/A")]
    [InlineData("http://www.example.gov.cn", "http://www.example.gov.cn/")]
    [InlineData("预算 表.html", "http://www.example.gov.cn/zwgk/czxx/%E9%A2%84%E7%AE%97%20%E8%A1%A8.html")]
    [InlineData("a.jsp;jsessionid=0123ABCD?x=1", "http://www.example.gov.cn/zwgk/czxx/a.jsp?x=1")]
    [InlineData("%b2%e9.html", "http://www.example.gov.cn/zwgk/czxx/%B2%E9.html")]
    public void A_link_leads_where_browsers_go(string link, string expected)
        => Addresses.Resolve(Page, link, "utf-8")!.AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("javascript:void(0)")]
    [InlineData("mailto:a@example.gov.cn")]
    [InlineData("tel:12345")]
    [InlineData("ftp://www.example.gov.cn/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("#")]
    [InlineData("#top")]
    [InlineData("")]
    [InlineData("http://user:word@www.example.gov.cn/")]
    [InlineData("http://")]
    [InlineData("data:text/html,x")]
    public void Some_lead_nowhere(string link) => Addresses.Resolve(Page, link, "utf-8").ShouldBeNull();

    [Theory]
    [InlineData("gb18030", "down.asp?name=公安局", "?name=%B9%AB%B0%B2%BE%D6")]
    [InlineData("big5", "down.asp?name=預算", "?name=%B9w%BA%E2")]
    [InlineData("utf-8", "down.asp?name=公安", "?name=%E5%85%AC%E5%AE%89")]
    [InlineData("utf-16le", "down.asp?name=公安", "?name=%E5%85%AC%E5%AE%89")]
    [InlineData("big5", "down.asp?name=财", "?name=%26%2336130%3B")]
    public void The_query_is_sent_in_the_encoding_of_the_page(string encoding, string link, string expected)
        => Addresses.Resolve(Page, link, encoding)!.Query.ShouldBe(expected);

    [Fact]
    public void A_location_is_sent_back_byte_by_byte()
        => Addresses.ResolveLocation(Page, "/\u00B9\u00AB.pdf")!.AbsoluteUri.ShouldBe("http://www.example.gov.cn/%B9%AB.pdf");
}
