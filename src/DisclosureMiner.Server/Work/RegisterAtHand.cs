using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Server.Work;

/// <summary>The register of bodies in the data folder, as it is now; one that becomes wrong is told, and the last good one stays.</summary>
internal sealed class RegisterAtHand(ServerOptions options, Lazy<Pipeline> pipeline, ILogger<RegisterAtHand> log)
{
    private readonly Lock _gate = new();
    private DateTime _written;
    private Register? _register;

    /// <summary>The register; null when there is none.</summary>
    public Register? Current
    {
        get
        {
            lock (_gate)
            {
                Refresh();
                return _register;
            }
        }
    }

    /// <summary>Whether it is another than when this was asked before.</summary>
    public bool HasChanged()
    {
        lock (_gate)
        {
            DateTime before = _written;
            Refresh();
            return _written != before;
        }
    }

    private void Refresh()
    {
        var file = new FileInfo(options.Register);
        DateTime written = file.Exists ? file.LastWriteTimeUtc : default;
        if (written == _written)
        {
            return;
        }

        _written = written;
        try
        {
            _register = file.Exists ? RegisterFile.Load(file.FullName, pipeline.Value) : null;
        }
        catch (RegisterException problem)
        {
            log.RegisterWrong(problem.Message);
        }
    }
}
