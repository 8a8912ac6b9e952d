namespace DisclosureMiner.Findings.Search;

/// <summary>Broken equations that one cause may have broken together.</summary>
internal static class Parts
{
    /// <summary>
    /// The connected parts of what is broken: equations over a common fact, over two prints of one number, or over neighbouring cells of a
    /// row, in ledger order.
    /// </summary>
    public static IEnumerable<List<Equation>> Of(CauseGraph graph)
    {
        int[] roots = [.. Enumerable.Range(0, graph.Facts.Count)];
        for (int fact = 0; fact < roots.Length; fact++)
        {
            foreach (int copy in graph.CopiesOf(fact).Concat(graph.NamesakesOf(fact)))
            {
                Join(fact, copy);
            }

            foreach (int beside in graph.BesideInRow(fact))
            {
                Join(fact, beside);
            }
        }

        foreach (Equation equation in graph.Broken)
        {
            foreach (int fact in equation.Facts)
            {
                Join(equation.Facts[0], fact);
            }
        }

        return graph.Broken.GroupBy(equation => Root(equation.Facts[0])).Select(part => part.ToList());

        int Root(int fact)
        {
            while (roots[fact] != fact)
            {
                fact = roots[fact] = roots[roots[fact]];
            }

            return fact;
        }

        void Join(int one, int other)
        {
            (int a, int b) = (Root(one), Root(other));
            roots[Math.Max(a, b)] = Math.Min(a, b);
        }
    }
}
