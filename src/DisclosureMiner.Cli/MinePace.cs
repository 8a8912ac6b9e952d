using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary>
/// How far a run has come and how long it will take: by the time that a byte has taken so far, apart for each kind of file, because a
/// page of text and a page of pictures differ a hundredfold. Not for several threads.
/// </summary>
internal sealed class MinePace(TimeProvider clock)
{
    // Before that, what is known says too little: of all kinds together, and of one kind.
    private const int FewestEnded = 3;
    private const double MostUnknown = 0.2;
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);

    // What any document takes, however short it is, as if it were so many bytes.
    private const long BytesOfEach = 200_000;

    private readonly Dictionary<string, (int Ended, double Seconds, double Bytes)> _rates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _waiting = new(StringComparer.Ordinal);
    private readonly List<(MinerTask Task, long Since)> _atWork = [];
    private readonly long _start = clock.GetTimestamp();
    private int _jobs = 1;

    /// <summary>How many documents there are something to do on.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them are done.</summary>
    public int Done { get; private set; }

    /// <summary>Those under work, in the order in which they were begun, with the time they have taken.</summary>
    public IEnumerable<(MinerTask Task, TimeSpan Taken)> AtWork => _atWork.Select(one => (one.Task, clock.GetElapsedTime(one.Since)));

    public void Plan(MinerPlan plan, int jobs)
    {
        Total = plan.Tasks.Length;
        _jobs = Math.Max(1, jobs);
        foreach (MinerTask task in plan.Tasks)
        {
            _waiting[KindOf(task)] = _waiting.GetValueOrDefault(KindOf(task)) + Weight(task);
        }
    }

    public void Start(MinerTask task) => _atWork.Add((task, clock.GetTimestamp()));

    public void End(MinerTask task)
    {
        int i = _atWork.FindIndex(one => one.Task.Path == task.Path);
        if (i >= 0)
        {
            (int ended, double seconds, double bytes) = _rates.GetValueOrDefault(KindOf(task));
            _rates[KindOf(task)] = (ended + 1, seconds + clock.GetElapsedTime(_atWork[i].Since).TotalSeconds, bytes + Weight(task));
            _atWork.RemoveAt(i);
        }

        _waiting[KindOf(task)] = Math.Max(0, _waiting.GetValueOrDefault(KindOf(task)) - Weight(task));
        Done = Math.Min(Total, Done + 1);
    }

    /// <summary>The time that is left; null while too little is known to say.</summary>
    public TimeSpan? Left()
    {
        double bytes = _rates.Values.Sum(rate => rate.Bytes);
        if (Done < FewestEnded || clock.GetElapsedTime(_start) < Soonest || bytes == 0)
        {
            return null;
        }

        // A kind of which few are done yet is taken for the average, unless it makes up much of what is left.
        bool IsKnown(string kind) => _rates.GetValueOrDefault(kind).Ended >= FewestEnded;
        if (_waiting.Where(kind => !IsKnown(kind.Key)).Sum(kind => kind.Value) > MostUnknown * _waiting.Values.Sum())
        {
            return null;
        }

        double average = _rates.Values.Sum(rate => rate.Seconds) / bytes;
        double Speed(string kind) => IsKnown(kind) ? _rates[kind].Seconds / _rates[kind].Bytes : average;
        double seconds = _waiting.Sum(kind => kind.Value * Speed(kind.Key));
        double begun = AtWork.Sum(one => Math.Min(one.Taken.TotalSeconds, Weight(one.Task) * Speed(KindOf(one.Task))));
        return TimeSpan.FromSeconds(Math.Max(0, seconds - begun) / Math.Min(_jobs, Math.Max(1, Total - Done)));
    }

    private static double Weight(MinerTask task) => task.Bytes + BytesOfEach;

    private static string KindOf(MinerTask task) => (task.IsRead ? "read " : "check ") + Path.GetExtension(task.Path).ToLowerInvariant();
}
