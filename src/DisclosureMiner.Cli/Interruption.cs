using System.Runtime.InteropServices;

namespace DisclosureMiner.Cli;

/// <summary>
/// Ctrl-C, and the signal by which other programs ask this one to end. The first asks for an orderly end; the second ends it at
/// once, which harms nothing: the store undoes what was not complete, and files appear whole or not at all.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _signals;
    private readonly Action _first;
    private readonly Action _second;
    private int _times;

    /// <param name="first">What else to do at the first.</param>
    /// <param name="second">What to do before the end at the second.</param>
    /// <param name="outer">Asks for an orderly end too.</param>
    public Interruption(Action first, Action second, CancellationToken outer)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _first = first;
        _second = second;
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];
    }

    /// <summary>Cancelled when an orderly end is asked for.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }

    private void Hear(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _times) > 1)
        {
            _second();
            Environment.Exit(ExitCodes.Interrupted);
        }

        _first();
        _stop.Cancel();
    }
}
