using DisclosureMiner.Cli;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Cli;

public sealed class MinePaceTests
{
    private readonly Clock _clock = new();
    private readonly MinePace _pace;

    public MinePaceTests() => _pace = new MinePace(_clock);

    [Fact]
    public void The_time_left_is_told_from_the_time_that_files_of_the_kind_have_taken()
    {
        MinerTask[] tasks = Plan(1, [.. Enumerable.Range(0, 10).Select(i => $"{i}.pdf"), .. Enumerable.Range(0, 10).Select(i => $"{i}.txt")]);
        Do(tasks[..4], 2);
        _pace.Left().ShouldBeNull("nothing is known of half of what is left");

        Do(tasks[10..14], 0.5);
        _pace.Left()!.Value.TotalSeconds.ShouldBe((6 * 2) + (6 * 0.5), 0.01);
    }

    [Fact]
    public void Jobs_share_what_is_left_and_what_is_begun_counts()
    {
        MinerTask[] tasks = Plan(2, [.. Enumerable.Range(0, 8).Select(i => $"{i}.pdf")]);
        Do(tasks[..4], 2);
        _pace.Start(tasks[4]);
        _clock.Pass(1);

        _pace.Left()!.Value.TotalSeconds.ShouldBe(((4 * 2) - 1) / 2.0, 0.01);
        _pace.AtWork.Single().Taken.TotalSeconds.ShouldBe(1);
    }

    [Fact]
    public void A_few_documents_tell_nothing()
    {
        MinerTask[] tasks = Plan(1, "a.pdf", "b.pdf", "c.pdf", "d.pdf");
        Do(tasks[..2], 10);

        _pace.Left().ShouldBeNull();
        (_pace.Done, _pace.Total).ShouldBe((2, 4));
    }

    private MinerTask[] Plan(int jobs, params string[] paths)
    {
        MinerTask[] tasks = [.. paths.Select(path => new MinerTask(path, 0, IsRead: true))];
        _pace.Plan(new MinerPlan(paths.Length, 0, [.. tasks]), jobs);
        return tasks;
    }

    private void Do(MinerTask[] tasks, double seconds)
    {
        foreach (MinerTask task in tasks)
        {
            _pace.Start(task);
            _clock.Pass(seconds);
            _pace.End(task);
        }
    }

    private sealed class Clock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
