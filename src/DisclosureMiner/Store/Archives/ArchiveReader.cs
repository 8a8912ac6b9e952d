using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace DisclosureMiner.Store.Archives;

/// <summary>Reads what <see cref="ArchiveWriter"/> wrote, call for call.</summary>
internal sealed class ArchiveReader(Stream stream) : IDisposable
{
    private BinaryReader _binary = new(stream);
    private readonly List<object> _things = [];
    private readonly List<string> _texts = [];

    public void Dispose() => _binary.Dispose();

    /// <summary>Goes on in another stream.</summary>
    public void Continue(Stream next)
    {
        _binary.Dispose();
        _binary = new BinaryReader(next);
    }

    public bool Flag() => _binary.ReadBoolean();

    public int Count() => _binary.Read7BitEncodedInt();

    public int Number() => _binary.ReadInt32();

    public double Real() => _binary.ReadDouble();

    public decimal Exact() => _binary.ReadDecimal();

    public T Choice<T>()
        where T : struct, Enum
    {
        int value = Count();
        return Unsafe.As<int, T>(ref value);
    }

    public string Text()
    {
        int index = Count();
        if (index > 0)
        {
            return _texts[index - 1];
        }

        string text = _binary.ReadString();
        _texts.Add(text);
        return text;
    }

    public byte[] Bytes() => _binary.ReadBytes(Count());

    public T? Maybe<T>(Func<T> read)
        where T : struct => Flag() ? read() : null;

    /// <summary>A thing that is never missing.</summary>
    public T Thing<T>(Func<T> read)
        where T : class => ThingOrNull(read) ?? throw new InvalidDataException($"A {typeof(T).Name} is missing in the archive.");

    public T? ThingOrNull<T>(Func<T> read)
        where T : class
    {
        int code = Count();
        if (code == 0)
        {
            return null;
        }

        if (code > 1)
        {
            return (T)_things[code - 2];
        }

        T thing = read();
        _things.Add(thing);
        return thing;
    }

    public ImmutableArray<T> List<T>(Func<T> read)
    {
        var values = ImmutableArray.CreateBuilder<T>(Count());
        while (values.Count < values.Capacity)
        {
            values.Add(read());
        }

        return values.MoveToImmutable();
    }

    public ImmutableArray<string> Texts() => List(Text);
}
