using UglyToad.PdfPig.Logging;

namespace DisclosureMiner.Documents.Pdf;

/// <summary>Hears the library complain, as it does of each letter to which its font has no key.</summary>
internal sealed class Complaints : ILog
{
    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    public void Warn(string message) => Count++;

    public void Error(string message) => Count++;

    public void Error(string message, Exception ex) => Count++;

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }
}
