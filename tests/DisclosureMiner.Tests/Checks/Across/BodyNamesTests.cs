using DisclosureMiner.Checks.Across;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Checks.Across;

public sealed class BodyNamesTests
{
    private static readonly BodyNames Names = new(Pipeline.LoadDefault().Words);

    [Theory]
    [InlineData("普陀区法律援助中心", "上海市普陀区司法局", "上海市普陀区法律援助中心", true)]
    [InlineData("普陀区法律援助中心", "普陀区司法局", "上海市普陀区法律援助中心", true)]
    [InlineData("档案信息服务中心", "青萝市档案局", "青萝市档案信息服务中心", true)]
    [InlineData("档案信息服务中心", "青萝市档案局", "云浦县档案信息服务中心", false)]
    [InlineData("服务中心", "青萝市档案局", "青萝市服务中心", false)]
    public void A_short_name_means_the_body_of_the_departments_own_place(string listed, string department, string unit, bool isMeant)
        => Names.Means(listed, department, unit).ShouldBe(isMeant);
}
