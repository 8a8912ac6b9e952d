using System.Collections.Concurrent;
using System.Diagnostics;

namespace DisclosureMiner.Tests.Cli;

/// <summary>The command as a process of its own, for what only a process can be asked: how it takes a signal.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];
    private readonly ConcurrentQueue<string> _error = [];

    /// <summary>Starts it with these words, in English.</summary>
    public CommandProcess(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in (string[])[Path.Combine(AppContext.BaseDirectory, "DisclosureMiner.Cli.dll"), .. args, "--lang", "en"])
        {
            start.ArgumentList.Add(word);
        }

        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>What it has written to standard error.</summary>
    public string Error => string.Join('\n', _error);

    /// <summary>Waits for a line on standard error that holds these words.</summary>
    public void WaitFor(string words)
    {
        using var patience = new CancellationTokenSource(Longest);
        foreach (string line in _lines.GetConsumingEnumerable(patience.Token))
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"It ended without saying '{words}':\n{Error}");
    }

    /// <summary>Sends a signal: INT, TERM.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="longest">How long; two minutes when it is not given.</param>
    public int ExitCode(TimeSpan? longest = null)
    {
        if (!_process.WaitForExit(longest ?? Longest))
        {
            Assert.Fail("It did not end:\n" + Error);
        }

        // Without a time, also for what it has written.
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _lines.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _lines.CompleteAdding();
        }
        else
        {
            _error.Enqueue(line);
            _lines.Add(line);
        }
    }
}
