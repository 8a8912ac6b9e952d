namespace DisclosureMiner.Server.Web;

/// <summary>Goes through a list page by page, each in a moment of its own: a long list holds nothing up.</summary>
internal static class Paging
{
    /// <summary>A page, and whether there is more behind it.</summary>
    /// <param name="fetch">Gives at most so many rows.</param>
    /// <param name="limit">The rows of the page.</param>
    public static (IReadOnlyList<T> Page, bool HasMore) One<T>(Func<int, IReadOnlyList<T>> fetch, int limit)
    {
        // One more than asked for tells whether there is a next page.
        IReadOnlyList<T> rows = fetch(limit + 1);
        return rows.Count > limit ? ([.. rows.Take(limit)], true) : (rows, false);
    }

    /// <summary>All pages of a list, or one where a limit was asked for; the first one also when it is empty.</summary>
    /// <param name="fetch">Gives at most so many rows behind a cursor.</param>
    /// <param name="cursor">The cursor of a row.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="limit">The limit as it was asked for, or null.</param>
    public static IEnumerable<IReadOnlyList<T>> All<T, TCursor>(
        Func<TCursor, int, IReadOnlyList<T>> fetch, Func<T, TCursor> cursor, TCursor start, string? limit)
    {
        int size = string.IsNullOrEmpty(limit) ? Asked.MostLimit : Asked.Limit(limit);
        while (true)
        {
            IReadOnlyList<T> page = fetch(start, size);
            yield return page;
            if (page.Count < size || !string.IsNullOrEmpty(limit))
            {
                yield break;
            }

            start = cursor(page[^1]);
        }
    }
}
