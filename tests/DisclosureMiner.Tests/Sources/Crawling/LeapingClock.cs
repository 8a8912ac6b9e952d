namespace DisclosureMiner.Tests.Sources.Crawling;

/// <summary>A clock that stands still until it is told to leap; timers ring when a leap takes them past their time.</summary>
internal sealed class LeapingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>All pauses, in order.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <summary>Waits without waiting.</summary>
    public Task Pause(TimeSpan wait, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        Pauses.Add(wait);
        Leap(wait);
        return Task.CompletedTask;
    }

    public void Leap(TimeSpan time)
    {
        List<Timer> ringing;
        lock (_gate)
        {
            _now += time;
            ringing = [.. _timers.Where(timer => timer.Due <= _now)];
            ringing.ForEach(timer => timer.Due = DateTimeOffset.MaxValue);
        }

        ringing.ForEach(timer => timer.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(LeapingClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
