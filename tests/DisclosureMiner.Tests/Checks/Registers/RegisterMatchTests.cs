using DisclosureMiner.Checks.Registers;

namespace DisclosureMiner.Tests.Checks.Registers;

public sealed class RegisterMatchTests
{
    private static readonly Register Bodies = RegisterTests.Of(
        "302,青萝县档案馆,青萝县档案和史志馆,青萝县档案局@2024-06-30,department,,青萝县,,,02-20,09-30",
        "318,云浦县林业局,,,department,,云浦县,,,02-20,09-30",
        "318001,云浦县林业局（本级）,,,unit,318,,,,02-20,09-30",
        "318002,国有林场管理总站,,,unit,318,,,,02-20,09-30",
        "318003,苗圃,,,unit,318,,,,02-20,09-30",
        "401,上海市普陀区司法局,,,department,,,,,02-20,09-30",
        "401002,上海市普陀区法律援助中心,,,unit,401,,,,02-20,09-30",
        "501,甲县水务局,,,department,,甲县,,2018,02-20,09-30",
        "502,甲县水利局,,甲县水务局@2021-05-01,department,,甲县,2019,,02-20,09-30",
        "601,城关镇人民政府,,,department,,云浦县,,,02-20,09-30",
        "602,城关镇人民政府,,,department,,青萝县,,,02-20,09-30");

    [Theory]
    [InlineData("青萝县档案馆", 2025, false, "302")]
    [InlineData("青萝县档案和史志馆", 2025, false, "302")]
    [InlineData("青 萝 县 档 案 馆", 2025, false, "302")]
    [InlineData("青萝县档案局", 2024, false, "302")]
    [InlineData("青萝县档案局", 2023, false, "302")]
    [InlineData("云浦县林业局", 2025, false, "318")]
    [InlineData("云浦县林业局", 2025, true, "318001")]
    [InlineData("云浦县林业局(本级)", 2025, null, "318001")]
    [InlineData("云浦县林业局机关", 2025, null, "318001")]
    [InlineData("云浦县林业局", 2025, null, "318")]
    [InlineData("云浦县国有林场管理总站", 2025, true, "318002")]
    [InlineData("青萝县国有林场管理总站", 2025, true, "")]
    [InlineData("云浦县苗圃", 2025, true, "318003")]
    [InlineData("青萝县苗圃", 2025, true, "")]
    [InlineData("普陀区法律援助中心", 2025, true, "401002")]
    [InlineData("静安区法律援助中心", 2025, true, "")]
    [InlineData("甲县水务局", 2018, false, "501")]
    [InlineData("甲县水务局", 2020, false, "502")]
    [InlineData("甲县水务局", 2025, false, "501 502")]
    [InlineData("云浦县城关镇人民政府", 2025, false, "601")]
    [InlineData("城关镇人民政府", 2025, false, "601 602")]
    [InlineData("乙县财政局", 2025, false, "")]
    [InlineData("", 2025, false, "")]
    public void A_printed_name_means_the_bodies_that_nothing_rules_out(string printed, int year, bool? isUnit, string codes)
    {
        RegisterMatch match = Bodies.Match(printed, year, isUnit);

        string.Join(' ', match.Candidates.Select(body => body.Code)).ShouldBe(codes);
        (match.Body?.Code ?? "").ShouldBe(codes.Contains(' ') ? "" : codes);
        match.IsAmbiguous.ShouldBe(codes.Contains(' '));
    }
}
