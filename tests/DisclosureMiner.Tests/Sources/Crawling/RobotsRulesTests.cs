using System.Text;
using DisclosureMiner.Sources.Crawling;

namespace DisclosureMiner.Tests.Sources.Crawling;

public sealed class RobotsRulesTests
{
    [Theory]
    // The longest pattern decides, whatever the order.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    // Of two equal ones the one that allows.
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nAllow: /folder\nDisallow: /folder", "/folder/x", true)]
    // Paths are told apart by the case of letters.
    [InlineData("User-agent: *\nDisallow: /Fish", "/fish", true)]
    [InlineData("User-agent: *\nDisallow: /fish", "/fish.html", false)]
    // Stars and ends.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: *.php", "/index.php?a", false)]
    [InlineData("User-agent: *\nDisallow: /fish*.php", "/fishheads/catfish.php?p", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/a1b2c3", true)]
    [InlineData("User-agent: *\nDisallow: /$", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /$", "/", false)]
    [InlineData("User-agent: *\nDisallow: /*/a$", "/b/a/a", false)]
    // Escaped and plain spellings are one.
    [InlineData("User-agent: *\nDisallow: /预算", "/%E9%A2%84%E7%AE%97/1", false)]
    [InlineData("User-agent: *\nDisallow: /%e9%a2%84", "/预算", false)]
    [InlineData("User-agent: *\nDisallow: /%61bc", "/abc", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /a-%2A.html", "/a-*.html", false)]
    [InlineData("User-agent: *\nDisallow: /a-%2A.html", "/a-b.html", true)]
    [InlineData("User-agent: *\nDisallow: /q?x=", "/q?x=1", false)]
    // Nothing forbidden, nothing said, nothing for us.
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("<html><body>not here</body></html>", "/a", true)]
    // robots.txt itself may always be had.
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void A_path_is_allowed_or_not(string robots, string path, bool expected)
        => Rules(robots).Allow(new Uri(new Uri("http://www.example.gov.cn"), path)).ShouldBe(expected);

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: disclosureminer\nDisallow: /x", true)]
    [InlineData("User-agent: DisclosureMiner/2.0\nDisallow: /\n\nUser-agent: *\nAllow: /", false)]
    [InlineData("User-agent: DisclosureMinerX\nDisallow: /", true)]
    [InlineData("User-agent: other\nUser-agent: DisclosureMiner\nDisallow: /", false)]
    // Two groups of one name are one; other lines between do not matter.
    [InlineData("User-agent: DisclosureMiner\nDisallow: /x\n\nUser-agent: *\nAllow: /\n\nUser-agent: DisclosureMiner\nDisallow: /a", false)]
    [InlineData("User-agent: DisclosureMiner\nSitemap: http://x/\nDisallow: /a", false)]
    // A group of our own that forbids nothing frees us from the general one.
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: DisclosureMiner\nDisallow:", true)]
    [InlineData("\uFEFFuser-AGENT : * # all\r\nDISALLOW : /a # not this\r\n", false)]
    public void The_group_with_our_name_counts_else_the_one_for_all(string robots, bool expected)
        => Rules(robots).Allow(new Uri("http://www.example.gov.cn/a")).ShouldBe(expected);

    [Fact]
    public void A_delay_is_read()
    {
        Rules("User-agent: *\nCrawl-delay: 2.5\nDisallow: /x").Delay.ShouldBe(TimeSpan.FromSeconds(2.5));
        Rules("User-agent: *\nCrawl-delay: soon\nDisallow: /x").Delay.ShouldBeNull();
    }

    [Fact]
    public void What_lies_beyond_the_limit_is_not_read()
    {
        string filler = string.Concat(Enumerable.Repeat("# 0123456789\n", RobotsRules.MaximumBytes / 13));

        Rules("User-agent: *\n" + filler + "\nDisallow: /a").Allow(new Uri("http://www.example.gov.cn/a")).ShouldBeTrue();
    }

    [Fact]
    public void Without_an_answer_nothing_is_allowed_without_a_file_everything()
    {
        RobotsRules.Nothing.Allow(new Uri("http://www.example.gov.cn/a")).ShouldBeFalse();
        RobotsRules.Everything.Allow(new Uri("http://www.example.gov.cn/a")).ShouldBeTrue();
    }

    private static RobotsRules Rules(string robots) => RobotsRules.Parse(Encoding.UTF8.GetBytes(robots), "DisclosureMiner");
}
