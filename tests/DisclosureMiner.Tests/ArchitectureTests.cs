using System.Reflection;

namespace DisclosureMiner.Tests;

public sealed class ArchitectureTests
{
    private static readonly RoomOrder Library = new(
        "DisclosureMiner",
        ["Sources", "Documents", "Facts", "Checks", "Findings", "Scoring", "Store", "Reports"],
        "Pipelines");

    private static readonly RoomOrder Sample = new(
        "DisclosureMiner.Tests.RoomSamples",
        ["Left", "Middle", "Right"],
        "Conductor");

    [Fact]
    public void Data_flows_one_way_through_the_rooms()
        => Library.ViolationsIn(Assembly.Load("DisclosureMiner")).ShouldBeEmpty();

    [Fact]
    public void Every_room_of_the_library_has_its_place_in_the_order()
    {
        var rooms = Assembly.Load("DisclosureMiner").GetTypes()
            .Select(type => type.Namespace?.Split('.'))
            .Where(parts => parts is ["DisclosureMiner", _, ..])
            .Select(parts => parts![1])
            .Distinct();

        rooms.Except([.. Library.Rooms, Library.Conductor]).ShouldBeEmpty();
    }

    [Fact]
    public void The_check_sees_a_use_wherever_it_hides()
        => Sample.ViolationsIn(typeof(ArchitectureTests).Assembly).ShouldBe(
        [
            "DisclosureMiner.Tests.RoomSamples.Left.Inside.OfASubfolder uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInAsyncMethod uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInAttribute uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInGenericArgument uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInIterator uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInLambda uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInMethodBody uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInNestedType+Nested uses Right",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInSignature uses Middle",
            "DisclosureMiner.Tests.RoomSamples.Left.UsesInTypeTest uses Right",
            "DisclosureMiner.Tests.RoomSamples.Right.UsesConductor uses Conductor",
        ]);

    [Fact]
    public void The_check_lets_a_use_pass_once_the_order_allows_it()
    {
        var turned = Sample with { Rooms = ["Right", "Middle", "Left"] };

        turned.ViolationsIn(typeof(ArchitectureTests).Assembly).ShouldBe(
        [
            "DisclosureMiner.Tests.RoomSamples.Middle.UsesLeft uses Left",
            "DisclosureMiner.Tests.RoomSamples.Right.UsesConductor uses Conductor",
            "DisclosureMiner.Tests.RoomSamples.Right.UsesLeft uses Left",
        ]);
    }
}
