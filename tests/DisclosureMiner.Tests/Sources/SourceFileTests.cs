using System.Text;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Sources;

public sealed class SourceFileTests
{
    [Fact]
    public void A_file_is_known_by_the_hash_of_its_bytes()
    {
        SourceFile file = SourceFile.From("a/b.txt", "abc"u8.ToArray());

        file.Sha256.ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        file.Id.ShouldBe("ba7816bf8f01cfea");
        SourceFile.From("elsewhere.html", "abc"u8.ToArray()).Id.ShouldBe(file.Id);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\nendobj\nstartxref\n", "report.txt", MediaTypes.Pdf)]
    [InlineData("<!DOCTYPE html><html><body>x</body></html>", "report.txt", MediaTypes.Html)]
    [InlineData("<p>收入</p>", "report.HTM", MediaTypes.Html)]
    [InlineData("收入总计\n<table><tr><td>1</td></tr></table>", "report.txt", MediaTypes.Text)]
    [InlineData("This text speaks of %PDF- and is none.", "notes.pdf", MediaTypes.Text)]
    [InlineData("PK\u0003\u0004................xl/workbook.xml", "data.bin", MediaTypes.Workbook)]
    [InlineData("PK\u0003\u0004................other", "data.xlsx", MediaTypes.Zip)]
    [InlineData("GIF89a", "report.txt", "image/gif")]
    public void What_a_file_is_tells_its_content_before_its_name(string content, string path, string expected)
        => MediaTypes.Sniff(Encoding.UTF8.GetBytes(content), path).ShouldBe(expected);

    [Fact]
    public void An_empty_file_says_so()
    {
        SourceFile.From("x.txt", ReadOnlyMemory<byte>.Empty).IsEmpty.ShouldBeTrue();
        SourceFile.From("x.txt", "\n"u8.ToArray()).IsEmpty.ShouldBeFalse();
    }
}
