using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class CrawlPathTests
{
    [Theory]
    [InlineData("https://czj.example.gov.cn/zwgk/2024/t1.pdf", "t1.pdf", MediaTypes.Pdf, "czj.example.gov.cn/zwgk/2024/t1.pdf")]
    [InlineData("http://czj.example.gov.cn/zwgk/2024/t1.pdf", "预算.pdf", MediaTypes.Pdf, "czj.example.gov.cn/zwgk/2024/t1.pdf")]
    [InlineData("https://czj.example.gov.cn:8443/%E9%A2%84%E7%AE%97.XLS", "预算.XLS", MediaTypes.LegacyOffice, "czj.example.gov.cn_8443/预算.XLS")]
    [InlineData("https://czj.example.gov.cn/zwgk/", "index.html", MediaTypes.Html, "czj.example.gov.cn/zwgk/index.html")]
    [InlineData("https://czj.example.gov.cn/", "index.html", MediaTypes.Html, "czj.example.gov.cn/index.html")]
    [InlineData("https://czj.example.gov.cn/pub/t1.shtml", "t1.shtml", MediaTypes.Html, "czj.example.gov.cn/pub/t1.shtml.html")]
    public void An_address_is_its_path_with_the_extension_of_what_came(string address, string name, string mediaType, string path)
        => Of(address, name, mediaType).ShouldBe("crawl/example-city/" + path);

    [Fact]
    public void Addresses_that_only_differ_in_what_a_path_cannot_hold_are_told_apart()
    {
        string[] paths =
        [
            Of("https://czj.example.gov.cn/down.asp?id=1", "一.pdf", MediaTypes.Pdf),
            Of("https://czj.example.gov.cn/down.asp?id=2", "二.pdf", MediaTypes.Pdf),
            Of("https://czj.example.gov.cn/a%2Fb.pdf", "b.pdf", MediaTypes.Pdf),
            Of("https://czj.example.gov.cn/a%3Ab.pdf", "b.pdf", MediaTypes.Pdf),
            Of("https://czj.example.gov.cn/a_b.pdf", "b.pdf", MediaTypes.Pdf),
        ];

        paths.ShouldBeUnique();
        paths.ShouldAllBe(path => path.EndsWith(".pdf") && path.Split('/').Length == 4);
        paths[0].ShouldStartWith("crawl/example-city/czj.example.gov.cn/down.asp-");
        paths[4].ShouldBe("crawl/example-city/czj.example.gov.cn/a_b.pdf");
    }

    [Fact]
    public void A_name_that_came_with_the_file_does_not_change_the_path()
        => Of("https://czj.example.gov.cn/down.asp?id=1", "二〇二四年预算.pdf", MediaTypes.Pdf)
            .ShouldBe(Of("https://czj.example.gov.cn/down.asp?id=1", "2024年预算（更正）.pdf", MediaTypes.Pdf));

    [Fact]
    public void No_address_leads_out_of_the_folder()
        => Of("https://czj.example.gov.cn/%2e%2e/%2e%2e%5c..%5cetc/passwd", "passwd", MediaTypes.Text).Split('/').ShouldNotContain("..");

    private static string Of(string address, string name, string mediaType) =>
        CrawlPath.Of("example-city", new PublicationFile(address, LinkRole.File, new string('a', 64), mediaType, name, ""));
}
