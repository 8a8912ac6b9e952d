using System.Diagnostics;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Store;
using DisclosureMiner.Store.Engines;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>
/// <c>large-store</c>: fills a store with rows of many documents and times what a server asks of it, on each engine that is at hand, in one run.
/// </summary>
internal static class LargeStoreCommand
{
    private const int Rounds = 5;

    private static readonly MiningVersion Version = new("reading", "checks");

    /// <param name="args"><c>--documents N</c> (100000) and <c>--postgres CONNECTION</c>, an empty database.</param>
    /// <param name="output">Where the table goes.</param>
    public static int Run(string[] args, TextWriter output)
    {
        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
        int documents = int.Parse(Value("--documents") ?? "100000", CultureInfo.InvariantCulture);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosureminer-large-");
        try
        {
            List<(string Name, string Address)> engines = [("SQLite", Path.Combine(folder.FullName, "disclosures.db"))];
            if (Value("--postgres") is { } postgres)
            {
                engines.Add(("PostgreSQL", postgres));
            }

            var times = new List<Dictionary<string, double>>();
            foreach ((string name, string address) in engines)
            {
                DisclosureStore.Open(address).Dispose();
                long began = Stopwatch.GetTimestamp();
                Filling.Fill(StoreEngine.For(address, create: true), documents);
                output.WriteLine(FormattableString.Invariant($"{name}: filled with {documents} documents in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s"));
                times.Add(Time(address, documents));
            }

            output.WriteLine($"| milliseconds, median of {Rounds} | {string.Join(" | ", engines.Select(engine => engine.Name))} |");
            output.WriteLine($"|---|{string.Concat(engines.Select(_ => "---|"))}");
            foreach (string what in times[0].Keys)
            {
                output.WriteLine($"| {what} | {string.Join(" | ", times.Select(engine => engine[what].ToString("F1", CultureInfo.InvariantCulture)))} |");
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, double> Time(string address, int documents)
    {
        var times = new Dictionary<string, double>(StringComparer.Ordinal);
        void Clock(string what, Action work)
        {
            work();
            double[] rounds = new double[Rounds];
            for (int i = 0; i < Rounds; i++)
            {
                long began = Stopwatch.GetTimestamp();
                work();
                rounds[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            times[what] = rounds.Order().ElementAt(Rounds / 2);
        }

        Clock("open the store", () => DisclosureStore.Open(address).Dispose());
        using DisclosureStore store = DisclosureStore.Open(address);
        string middle = Filling.Id(documents / 2);
        var after = new ListPosition(middle, 1);
        void Documents(string what, DocumentFilter filter) => Clock("documents: " + what, () => store.ListDocuments(filter, "", 100));
        void Found(string what, FindingFilter filter) => Clock("discrepancies: " + what, () => store.ListDiscrepancies(filter, ListPosition.Start, 100));
        void Facts(string what, FactFilter filter) => Clock("facts: " + what, () => store.ListFacts(filter, ListPosition.Start, 100));

        Documents("first page", new());
        Clock("documents: a page in the middle", () => store.ListDocuments(new(), middle, 100));
        Documents("status", new(MiningStatus.Failed));
        Documents("year", new(FiscalYear: 2020));
        Documents("genre", new(Genre: "report"));
        Documents("organisation", new(Organisation: "第77林场"));
        Documents("organisation that nobody has", new(Organisation: "没有"));
        Documents("text that nothing has", new(Text: "没有"));
        Found("first page", new());
        Clock("discrepancies: a page in the middle", () => store.ListDiscrepancies(new(), after, 100));
        Found("errors", new(Severity.Error));
        Found("rule", new(Rule: "N-27"));
        Found("family of rules", new(Rule: "N-"));
        Found("rule that none has", new(Rule: "X-07"));
        Found("family that none has", new(Rule: "Q-"));
        Found("year", new(FiscalYear: 2020));
        Found("organisation", new(Organisation: "第77林场"));
        Found("organisation that nobody has", new(Organisation: "没有"));
        Found("open", new(IsDecided: false));
        Found("decided, of which there are none", new(IsDecided: true));
        Found("one by its id", new(Id: middle[..14] + "01"));
        Facts("first page", new());
        Facts("subject", new(Subject: "20105"));
        Facts("subject and year", new(Subject: "20105", FiscalYear: 2020));
        Facts("organisation that nobody has", new(Organisation: "没有"));
        Clock("work: summary", () => store.SummarizeWork(WorkKind.Mine));
        Clock("work: count what is due", () => store.CountDue(10, WorkKind.Mine, WorkKind.Compare));
        Clock("work: of one document", () => store.FindWork(WorkKind.Mine, middle));
        Clock("work: ask, take and complete", () =>
        {
            store.Ask(WorkKind.Mine, Filling.Sha256(documents / 2));
            store.Complete(store.Take("benchmark", TimeSpan.FromMinutes(1), WorkKind.Mine, WorkKind.Compare)!);
        });
        Clock("start: ask for other versions", () => store.AskForOthersThan(Version));
        Clock("kept of one document", () => store.KeptOf(Filling.Sha256(documents / 2), "a.pdf", Version));
        Clock("all documents of a version, for a report", () => store.Located(Version));
        Clock("plan of comparing all", () => new AcrossPlans(store.Profiled(Version), store.SharedNumberRows(), Pipeline.LoadDefault().Words));
        return times;
    }
}
