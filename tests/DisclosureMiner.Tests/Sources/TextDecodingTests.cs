using System.Text;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Sources;

public sealed class TextDecodingTests
{
    private const string Simplified = "2024年部门预算公开：收入总计 87.84 万元，其中一般公共预算拨款收入 87.84 万元。\r\n";
    private const string Traditional = "碧巖鎮人民政府2024年“三公”經費預算公開說明，公務接待費2.30萬元，與上年持平。\r\n";

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("gb18030", "gb18030")]
    public void Chinese_text_is_decoded_without_being_told_its_encoding(string encoding, string expected)
    {
        DecodedText decoded = TextDecoding.Decode(Encoded(encoding).GetBytes(Simplified));

        decoded.Text.ShouldBe(Simplified);
        decoded.Encoding.ShouldBe(expected);
        decoded.IsText.ShouldBeTrue();
        decoded.Replaced.ShouldBe(0);
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    public void A_byte_order_mark_decides_and_is_no_part_of_the_text(string encoding, string expected)
    {
        DecodedText decoded = TextDecoding.Decode([.. Encoded(encoding).GetPreamble(), .. Encoded(encoding).GetBytes(Traditional)]);

        decoded.Text.ShouldBe(Traditional);
        decoded.Encoding.ShouldBe(expected);
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("big5")]
    public void Traditional_text_is_told_apart_in_gb18030_and_big5(string encoding)
    {
        DecodedText decoded = TextDecoding.Decode(Encoded(encoding).GetBytes(Traditional));

        decoded.Text.ShouldBe(Traditional);
        decoded.Encoding.ShouldBe(encoding);
    }

    [Fact]
    public void A_torn_character_does_not_make_utf8_something_else()
    {
        byte[] torn = [.. Encoding.UTF8.GetBytes(Simplified)[..^6], .. "\r\n"u8];

        DecodedText decoded = TextDecoding.Decode(torn);

        decoded.Encoding.ShouldBe("utf-8");
        decoded.Replaced.ShouldBe(1);
        decoded.Text.ShouldStartWith("2024年部门预算公开");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_to_be_none()
    {
        byte[] noise = [.. Enumerable.Range(0, 4096).Select(i => (byte)(((i * 7919) ^ (i >> 3)) & 0xFF))];

        TextDecoding.Decode(noise).ShouldBe(DecodedText.NotText);
    }

    [Fact]
    public void No_bytes_are_an_empty_text() => TextDecoding.Decode([]).ShouldBe(new DecodedText("", "utf-8", true, 0));

    private static Encoding Encoded(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
