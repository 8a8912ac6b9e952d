using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class PipelineTests
{
    [Fact]
    public void The_default_pipeline_lies_beside_the_program_and_loads()
    {
        Pipeline pipeline = Pipeline.LoadDefault();

        pipeline.Name.ShouldBe("default");
        pipeline.Kinds.Select(kind => kind.Name).ShouldContain("B1");
        pipeline.Subjects["210"].Former.ShouldContain("医疗卫生支出");
        pipeline.Subjects["30212"].Labels[0].ShouldBe(Folding.Label("因公出国（境）费用"));
        pipeline.Reading.Units.ShouldContain(Unit.TenThousandYuan);
        pipeline.Version.Length.ShouldBe(16);
    }
}
