using System.Text;

namespace DisclosureMiner.Reports;

/// <summary>
/// A file that appears whole or not at all: it is written beside its place and moved there by <see cref="Commit"/>. Without that,
/// what stood there before stays.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private bool _committed;

    /// <param name="path">Where it is to stand.</param>
    /// <param name="byteOrderMark">Whether it begins with one.</param>
    public AtomicFile(string path, bool byteOrderMark = false)
    {
        _path = path;
        _draft = path + ".new";
        Writer = new StreamWriter(_draft, append: false, new UTF8Encoding(byteOrderMark), bufferSize: 1 << 16) { NewLine = "\n" };
    }

    /// <summary>Writes the content.</summary>
    public StreamWriter Writer { get; }

    /// <summary>Puts the content in its place.</summary>
    public void Commit()
    {
        Writer.Dispose();
        File.Move(_draft, _path, overwrite: true);
        _committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_committed)
        {
            Writer.Dispose();
            File.Delete(_draft);
        }
    }
}
