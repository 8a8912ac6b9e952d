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
    private readonly Lazy<StreamWriter> _writer;
    private bool _committed;

    /// <param name="path">Where it is to stand.</param>
    /// <param name="byteOrderMark">Whether it begins with one, if it is text.</param>
    public AtomicFile(string path, bool byteOrderMark = false)
    {
        _path = path;
        _draft = path + ".new";
        Stream = File.Create(_draft, bufferSize: 1 << 16);
        _writer = new Lazy<StreamWriter>(() => new StreamWriter(Stream, new UTF8Encoding(byteOrderMark), bufferSize: 1 << 14) { NewLine = "\n" });
    }

    /// <summary>Writes the content as text.</summary>
    public StreamWriter Writer => _writer.Value;

    /// <summary>Writes the content as bytes.</summary>
    public Stream Stream { get; }

    /// <summary>Puts the content in its place.</summary>
    public void Commit()
    {
        Close();
        File.Move(_draft, _path, overwrite: true);
        _committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_committed)
        {
            try
            {
                Close();
            }
            finally
            {
                File.Delete(_draft);
            }
        }
    }

    private void Close()
    {
        if (_writer.IsValueCreated)
        {
            Writer.Dispose();
        }

        Stream.Dispose();
    }
}
