using DisclosureMiner.Scoring.Faults;

namespace DisclosureMiner.Tests.Scoring.Faults;

public sealed class TypingTests
{
    [Fact]
    public void Neighbouring_digits_change_places_over_the_point_too() =>
        Typing.Slips(FaultType.DigitsSwapped, "12.40").ShouldBe(["21.40", "14.20", "12.04"], ignoreOrder: true);

    [Fact]
    public void A_digit_is_lost() =>
        Typing.Slips(FaultType.DigitDropped, "105.20").ShouldBe(["15.20", "10.20", "105.0"], ignoreOrder: true);

    [Fact]
    public void A_digit_stands_twice() =>
        Typing.Slips(FaultType.DigitDoubled, "3.5").ShouldBe(["33.5", "3.55"], ignoreOrder: true);

    [Fact]
    public void The_point_moves_by_one_place() =>
        Typing.Slips(FaultType.PointMoved, "12.40").ShouldBe(["1.240", "124.0"], ignoreOrder: true);

    [Fact]
    public void A_whole_number_has_no_point_to_move() => Typing.Slips(FaultType.PointMoved, "12").ShouldBeEmpty();

    [Fact]
    public void Thousands_are_parted_anew() =>
        Typing.Slips(FaultType.DigitDoubled, "1,234").ShouldBe(["11,234", "12,234", "12,334", "12,344"], ignoreOrder: true);

    [Fact]
    public void Any_digit_but_a_leading_zero_may_be_another() =>
        Typing.Slips(FaultType.DigitWrong, "20").ShouldBe(["10", "30", "40", "50", "60", "70", "80", "90", "21", "22", "23", "24", "25", "26", "27", "28", "29"], ignoreOrder: true);
}
