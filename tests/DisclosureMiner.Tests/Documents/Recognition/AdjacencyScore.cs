namespace DisclosureMiner.Tests.Documents.Recognition;

/// <summary>
/// How well the tables of documents were found and read without any hint: precision and recall of relations between neighbours,
/// as means over documents. Tables of a page are paired by the relations that they share; what is unpaired counts against.
/// </summary>
internal sealed record AdjacencyScore(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The score of one document; both sides by page.</summary>
    public static AdjacencyScore Of(ILookup<int, TextGrid> truth, ILookup<int, TextGrid> found)
    {
        int right = 0;
        foreach (int page in truth.Select(table => table.Key).Intersect(found.Select(table => table.Key)))
        {
            List<(int Shared, int True, int Found)> pairs =
            [
                .. truth[page].SelectMany((one, i) => found[page].Select((other, j) => (Shared(one, other), i, j)))
                    .OrderByDescending(pair => pair.Item1).ThenBy(pair => pair.i).ThenBy(pair => pair.j),
            ];
            var taken = (True: new HashSet<int>(), Found: new HashSet<int>());
            right += pairs.Where(pair => pair.Shared > 0 && !taken.True.Contains(pair.True) && !taken.Found.Contains(pair.Found))
                .Sum(pair => taken.True.Add(pair.True) && taken.Found.Add(pair.Found) ? pair.Shared : 0);
        }

        int all = Count(truth), claimed = Count(found);
        return new AdjacencyScore(claimed == 0 ? (all == 0 ? 1 : 0) : (double)right / claimed, all == 0 ? 1 : (double)right / all);
    }

    /// <summary>The mean over documents.</summary>
    public static AdjacencyScore Mean(IReadOnlyCollection<AdjacencyScore> documents) =>
        new(documents.Average(score => score.Precision), documents.Average(score => score.Recall));

    private static int Shared(TextGrid one, TextGrid other) =>
        one.Relations.Sum(relation => Math.Min(relation.Value, other.Relations.GetValueOrDefault(relation.Key)));

    private static int Count(ILookup<int, TextGrid> tables) => tables.SelectMany(page => page).Sum(table => table.Relations.Values.Sum());
}
