using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Benchmarks.Causes;

/// <summary><c>causes</c>: how long the search for causes takes on ledgers of growing size, with few and with many broken obligations.</summary>
internal static class CausesCommand
{
    private const int Rounds = 5;

    public static int Run(TextWriter output)
    {
        output.WriteLine("| facts | obligations | broken | causes | ms (median of 5, warm) |");
        output.WriteLine("|---|---|---|---|---|");
        _ = RootCauses.Find(SyntheticLedger.Of(1000, 50).Ledger, SyntheticLedger.Of(1000, 50).Facts);
        foreach (int facts in new[] { 1000, 5000, 20_000 })
        {
            foreach (int every in new[] { 2000, 40 })
            {
                SyntheticLedger ledger = SyntheticLedger.Of(facts, every);
                ImmutableArray<Cause> causes = [];
                double[] times = [.. Enumerable.Range(0, Rounds).Select(_ =>
                {
                    long start = Stopwatch.GetTimestamp();
                    causes = RootCauses.Find(ledger.Ledger, ledger.Facts);
                    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }).Order()];
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {ledger.Facts.Length} | {ledger.Ledger.Length} | {ledger.Broken} | {causes.Length} | {times[Rounds / 2]:F0} |"));
            }
        }

        return 0;
    }
}
