using DisclosureMiner.Checks;

namespace DisclosureMiner.Store;

/// <summary>How many things there are of each value of an enumeration that counts from 0 without gaps.</summary>
public sealed class Counts<T>
    where T : struct, Enum
{
    private readonly int[] _counts;

    private Counts(int[] counts) => _counts = counts;

    /// <summary>None of any.</summary>
    public static Counts<T> None { get; } = new(new int[Words.All<T>().Count]);

    /// <summary>How many of all values together.</summary>
    public int Total => _counts.Sum();

    /// <summary>The values that occur, in their order.</summary>
    public IEnumerable<T> Occurring => Enumerable.Range(0, _counts.Length).Where(index => _counts[index] > 0).Select(Words.Value<T>);

    /// <summary>How many of that value.</summary>
    public int this[T value] => _counts[Words.Index(value)];

    /// <summary>The same and <paramref name="count"/> more of that value.</summary>
    public Counts<T> Plus(T value, int count = 1)
    {
        int[] counts = [.. _counts];
        counts[Words.Index(value)] += count;
        return new Counts<T>(counts);
    }

    /// <summary>The counts of both together.</summary>
    public static Counts<T> operator +(Counts<T> a, Counts<T> b) => new([.. a._counts.Zip(b._counts, (x, y) => x + y)]);

    /// <summary>How many of each value occur in a list.</summary>
    public static Counts<T> Of(IEnumerable<T> values)
    {
        int[] counts = [.. None._counts];
        foreach (T value in values)
        {
            counts[Words.Index(value)]++;
        }

        return new Counts<T>(counts);
    }
}

/// <summary>What the counts of a ledger's verdicts say.</summary>
public static class VerdictCounts
{
    /// <summary>How many obligations were decided one way or the other.</summary>
    public static int Decided(this Counts<Verdict> checks) => checks.Total - checks[Verdict.Undecidable] - checks[Verdict.NotChecked];
}
