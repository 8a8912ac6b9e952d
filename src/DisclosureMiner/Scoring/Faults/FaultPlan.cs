using System.Collections.Immutable;

namespace DisclosureMiner.Scoring.Faults;

/// <summary>
/// Chooses faults: every type as often as every other, and every document as often as every other that offers the type. The same documents and the
/// same seed give the same faults.
/// </summary>
internal static class FaultPlan
{
    /// <summary>A type of which so many tries on a document in a row gave nothing new has no more to give.</summary>
    private const int Tries = 12;

    /// <summary>The chosen faults with the index of their document, by type, then in the order of their choice.</summary>
    /// <param name="documents">The documents to choose from.</param>
    /// <param name="count">How many; fewer when there are not so many different ones.</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <param name="canPlant">Whether a fault can be printed in its document.</param>
    public static ImmutableArray<(int Document, Fault Fault)> Choose(
        IReadOnlyList<DocumentFaults> documents, int count, int seed, Func<int, Fault, bool> canPlant)
    {
        var random = new Random(seed);
        var chosen = new List<(int Document, Fault Fault)>();
        var seen = new HashSet<(int, string, string)>();
        List<(FaultType Type, Queue<int> Documents)> turns =
        [
            .. Enum.GetValues<FaultType>().Select(type => (type, new Queue<int>(Enumerable.Range(0, documents.Count).OrderBy(_ => random.Next())))),
        ];
        while (chosen.Count < count && turns.Count > 0)
        {
            foreach ((FaultType type, Queue<int> order) in turns.ToList())
            {
                int before = chosen.Count;
                while (chosen.Count < count && chosen.Count == before && order.TryDequeue(out int document))
                {
                    for (int i = 0; i < Tries && chosen.Count == before; i++)
                    {
                        if (documents[document].Any(type, random) is { } fault
                            && !seen.Contains((document, fault.Where, fault.What)) && canPlant(document, fault))
                        {
                            seen.Add((document, fault.Where, fault.What));
                            chosen.Add((document, fault));
                            order.Enqueue(document);
                        }
                    }
                }
            }

            turns.RemoveAll(turn => turn.Documents.Count == 0);
        }

        return [.. chosen.OrderBy(pair => pair.Fault.Type)];
    }
}
