using DisclosureMiner.Findings;
using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Tests.Scoring.Faults;

public sealed class FaultExplanationsTests
{
    [Fact]
    public void Every_explanation_that_counts_as_right_is_one_that_can_be_offered() =>
        Enum.GetValues<FaultType>().SelectMany(type => FaultExplanations.Of(type)).Where(code => !Wording.Has("hypotheses/" + code)).ShouldBeEmpty();

    [Fact]
    public void Words_left_over_explain_themselves() => FaultExplanations.Of(FaultType.FlatLeftOver).ShouldBeEmpty();
}
