using System.Diagnostics;
using System.Threading.Channels;

namespace DisclosureMiner.Server.Tests.Work;

/// <summary>A server in a process of its own, whose log is read line by line.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Starts a server.</summary>
    /// <param name="lines">Is told each line of its log, and null when it has ended.</param>
    /// <param name="args">Its command line.</param>
    public static WorkerProcess Start(ChannelWriter<(WorkerProcess Worker, string? Line)> lines, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string arg in (string[])[typeof(ServerHost).Assembly.Location, .. args])
        {
            start.ArgumentList.Add(arg);
        }

        // A cold start compiles everything; these processes live for seconds.
        start.Environment["DOTNET_TieredPGO"] = "0";
        Process process = Process.Start(start)!;
        var worker = new WorkerProcess(process);
        _ = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                lines.TryWrite((worker, line));
            }

            lines.TryWrite((worker, null));
        });
        _ = Task.Run(async () => worker.Complaints = await process.StandardError.ReadToEndAsync());
        return worker;
    }

    /// <summary>What it wrote to standard error, when it has ended.</summary>
    public string Complaints { get; private set; } = "";

    /// <summary>Ends it as a power cut does: SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
