using System.Globalization;
using System.Text;
using DisclosureMiner.Pipelines;
using Spectre.Console;

namespace DisclosureMiner.Cli;

/// <summary>
/// A bar on a terminal, with the documents under work below it and what stays above it. Drawn here, because a library's live display
/// does not clear the line that a message above it takes over.
/// </summary>
internal sealed class MineBar(Screen screen, int jobs) : MineDisplay(screen, jobs)
{
    private const int Width = 30;
    private const int MostAtWork = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Profile _terminal = screen.Progress.Profile;
    private readonly List<string> _messages = [];
    private string _what = "";
    private int _part;
    private int _whole;
    private int _drawn;
    private string _last = "";

    public override T Show<T>(Func<T> work)
    {
        Task<T> task = Task.Run(work);
        bool isOver;
        do
        {
            // In this order, so that what came last is still shown.
            isOver = ((IAsyncResult)task).AsyncWaitHandle.WaitOne(Pause);
            Draw();
        }
        while (!isOver);
        Leave();
        return task.GetAwaiter().GetResult();
    }

    public override void Leave() => Turn(() => Draw([]));

    /// <summary>Draws how it stands.</summary>
    public void Draw() => Turn(() => Draw(Frame()));

    protected override void Say(string line) => _messages.Add(line);

    protected override void Look(int files, int total) => (_what, _part, _whole) = (Texts.Looking, files, total);

    protected override void Write(int documents, int total) => (_what, _part, _whole) = (Texts.Writing, documents, total);

    private List<string> Frame()
    {
        bool isMining = Pace.Total > 0 && _what != Texts.Writing;
        (string what, int part, int whole) = isMining ? (Texts.Mining, Pace.Done, Pace.Total) : (_what, _part, _whole);
        if (whole == 0)
        {
            return [];
        }

        int full = Width * part / whole;
        string bar = Coloured("32", new string('━', full)) + Coloured("90", new string('─', Width - full));
        string left = isMining ? Texts.Left(Pace.Left()) : "";
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{what} {bar} {part}/{whole}  {left}") };
        if (isMining)
        {
            lines.AddRange(Pace.AtWork.Take(MostAtWork).Select(one => Line(one.Task, one.Taken)));
        }

        return lines;
    }

    /// <summary>A document under work, in one line; the end of a path says more than its beginning.</summary>
    private string Line(MinerTask task, TimeSpan taken)
    {
        string tail = Texts.AtWork(task.IsRead, task.Bytes, taken);
        int room = _terminal.Width - tail.GetCellWidth() - 6;
        string path = Lines.Flat(task.Path);
        int cut = 0;
        while (cut < path.Length && path[cut..].GetCellWidth() > room)
        {
            cut++;
        }

        return Coloured("90", $"  {(cut > 0 ? "…" : "")}{path[cut..]}  {tail}");
    }

    /// <summary>Puts what stays, then the frame, in place of the frame that was drawn last.</summary>
    private void Draw(List<string> frame)
    {
        string drawing = string.Join('\n', frame);
        if (_messages.Count == 0 && drawing == _last)
        {
            return;
        }

        var text = new StringBuilder("\r");
        if (_drawn > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"\e[{_drawn - 1}A");
        }

        text.Append("\e[J");
        foreach (string message in _messages)
        {
            text.Append(message).Append('\n');
        }

        Screen.Error.Write(text.Append(drawing).ToString());
        _messages.Clear();
        (_drawn, _last) = (frame.Count, drawing);
    }

    private string Coloured(string code, string text) => _terminal.Capabilities.ColorSystem == ColorSystem.NoColors || text.Length == 0
        ? text
        : $"\e[{code}m{text}\e[0m";
}
