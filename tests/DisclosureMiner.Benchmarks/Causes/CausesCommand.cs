using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Findings;

namespace DisclosureMiner.Benchmarks.Causes;

/// <summary><c>causes</c>: the processor time of the search for causes on ledgers of growing size, with few and with many broken obligations.</summary>
internal static class CausesCommand
{
    private const int Rounds = 9;
    private const int WarmRounds = 40;

    public static int Run(TextWriter output)
    {
        output.WriteLine("| facts | obligations | broken | causes | processor ms (median of 9, warm) |");
        output.WriteLine("|---|---|---|---|---|");
        SyntheticLedger warm = SyntheticLedger.Of(2000, 40);
        for (int i = 0; i < WarmRounds; i++)
        {
            _ = RootCauses.Find(warm.Ledger, warm.Facts);
        }

        foreach (int facts in new[] { 1000, 5000, 20_000 })
        {
            foreach (int every in new[] { 2000, 40 })
            {
                SyntheticLedger ledger = SyntheticLedger.Of(facts, every);
                ImmutableArray<Cause> causes = [];
                double[] times = [.. Enumerable.Range(0, Rounds).Select(_ =>
                {
                    TimeSpan start = Environment.CpuUsage.TotalTime;
                    causes = RootCauses.Find(ledger.Ledger, ledger.Facts);
                    return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
                }).Order()];
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {ledger.Facts.Length} | {ledger.Ledger.Length} | {ledger.Broken} | {causes.Length} | {times[Rounds / 2]:F0} |"));
            }
        }

        return 0;
    }
}
