using System.Collections;
using System.Reflection;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Tests.Store;

/// <summary>
/// Compares two values by all public properties, however deep, without their own idea of equality: a property that is added to the
/// model and forgotten elsewhere shows.
/// </summary>
internal static class SameParts
{
    /// <summary>Where the two differ first, as a path of properties; null when nowhere.</summary>
    public static string? FirstDifference(object? expected, object? actual) =>
        Difference(expected, actual, "", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Difference(object? expected, object? actual, string path, HashSet<object> seen)
    {
        if (expected is null || actual is null)
        {
            return expected is null && actual is null ? null : $"{path}: {expected ?? "null"} / {actual ?? "null"}";
        }

        Type type = expected.GetType();
        if (type != actual.GetType())
        {
            return $"{path}: {type.Name} / {actual.GetType().Name}";
        }

        if (type.IsPrimitive || type.IsEnum || expected is string or decimal)
        {
            return expected.Equals(actual) ? null : $"{path}: {expected} / {actual}";
        }

        if (!type.IsValueType && !seen.Add(expected))
        {
            return null;
        }

        if (type.IsGenericType && type.GetProperty("IsDefault")?.GetValue(expected) is true)
        {
            return null;
        }

        // The order of a dictionary is its own affair.
        if (expected is IDictionary<string, FactStanding> standings)
        {
            var others = (IDictionary<string, FactStanding>)actual;
            return standings.Count != others.Count
                ? $"{path}: {standings.Count} / {others.Count} items"
                : standings.Select(pair => Difference(pair.Value, others.TryGetValue(pair.Key, out FactStanding? other) ? other : null, $"{path}[{pair.Key}]", seen))
                    .FirstOrDefault(found => found is not null);
        }

        if (expected is IEnumerable many)
        {
            object?[] wanted = [.. many.Cast<object?>()], got = [.. ((IEnumerable)actual).Cast<object?>()];
            return wanted.Length != got.Length
                ? $"{path}: {wanted.Length} / {got.Length} items"
                : wanted.Select((item, i) => Difference(item, got[i], $"{path}[{i}]", seen)).FirstOrDefault(found => found is not null);
        }

        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => Difference(Of(property, expected), Of(property, actual), $"{path}.{property.Name}", seen))
            .FirstOrDefault(found => found is not null);
    }

    // An empty text has no place, and says so when asked.
    private static object? Of(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
