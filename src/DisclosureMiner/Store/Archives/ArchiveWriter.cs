using System.Collections.Immutable;

namespace DisclosureMiner.Store.Archives;

/// <summary>
/// Writes values so that <see cref="ArchiveReader"/> reads them back. A thing that occurs several times is written once, so that
/// what was one object stays one object: facts point at the very cells of their tables. Nor does it matter that the tables were
/// written to one stream and the facts to the next.
/// </summary>
internal sealed class ArchiveWriter(Stream stream) : IDisposable
{
    private BinaryWriter _binary = new(stream);
    private readonly Dictionary<object, int> _things = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public void Dispose() => _binary.Dispose();

    public void Flush() => _binary.Flush();

    /// <summary>Goes on in another stream; what was written before need not be written again.</summary>
    public void Continue(Stream next)
    {
        _binary.Flush();
        _binary = new BinaryWriter(next);
    }

    public void Flag(bool value) => _binary.Write(value);

    public void Count(int value) => _binary.Write7BitEncodedInt(value);

    /// <summary>A whole number of either sign.</summary>
    public void Number(int value) => _binary.Write(value);

    public void Real(double value) => _binary.Write(value);

    public void Exact(decimal value) => _binary.Write(value);

    public void Choice<T>(T value)
        where T : struct, Enum => _binary.Write7BitEncodedInt(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));

    public void Text(string value)
    {
        if (_texts.TryGetValue(value, out int index))
        {
            Count(index + 1);
        }
        else
        {
            Count(0);
            _binary.Write(value);
            _texts.Add(value, _texts.Count);
        }
    }

    /// <summary>Bytes that were made elsewhere: what they hold is no part of this archive.</summary>
    public void Bytes(byte[] value)
    {
        Count(value.Length);
        _binary.Write(value);
    }

    /// <summary>A value that may be missing.</summary>
    public void Maybe<T>(T? value, Action<T> write)
        where T : struct
    {
        Flag(value is not null);
        if (value is { } present)
        {
            write(present);
        }
    }

    /// <summary>A thing that may be missing and may occur elsewhere too.</summary>
    public void Thing<T>(T? value, Action<T> write)
        where T : class
    {
        if (value is null)
        {
            Count(0);
        }
        else if (_things.TryGetValue(value, out int index))
        {
            Count(index + 2);
        }
        else
        {
            Count(1);
            write(value);
            _things.Add(value, _things.Count);
        }
    }

    public void List<T>(ImmutableArray<T> values, Action<T> write)
    {
        Count(values.IsDefault ? 0 : values.Length);
        foreach (T value in values.IsDefault ? [] : values)
        {
            write(value);
        }
    }

    public void Texts(ImmutableArray<string> values) => List(values, Text);
}
