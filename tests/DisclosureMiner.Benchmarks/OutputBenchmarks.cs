using BenchmarkDotNet.Attributes;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Benchmarks;

/// <summary>Discrepancies into rows and files, for one document of each format.</summary>
public class OutputBenchmarks
{
    private readonly Pipeline _pipeline = Samples.Pipeline();
    private string _folder = "";
    private MiningVersion _version = null!;
    private DisclosureStore _store = null!;
    private MinedDocument[] _mined = [];
    private LocatedDocument[] _located = [];

    [GlobalSetup]
    public void Mine()
    {
        _folder = Directory.CreateTempSubdirectory("disclosureminer-").FullName;
        _version = Mining.VersionOf(_pipeline);
        _store = DisclosureStore.Open(Path.Combine(_folder, "disclosures.db"));
        foreach (string name in (string[])[Samples.Html, Samples.Text, Samples.Pdf])
        {
            Add(Samples.File(name), name);
        }

        Store();
    }

    [GlobalCleanup]
    public void Clean()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Description = "store")]
    public void Store()
    {
        foreach (MinedDocument mined in _mined)
        {
            _store.Save(mined, _version);
        }
    }

    [Benchmark(Description = "files for programs")]
    public void Files() => ContractFiles.Write(_folder, _store, _located, new ContractOptions(Language.En));

    [Benchmark(Description = "report")]
    public void Report() => ReportFile.Write(_folder, _store, _located, new ReportOptions(_version, Language.En, _pipeline.Rules));

    private void Add(SourceFile file, string name)
    {
        Reading reading = Mining.Read(_pipeline, file);
        _store.SaveReading(file.As(name), reading, _version);
        MinedDocument mined = Mining.Check(_pipeline, file.As(name), reading, (known, tables) => Mining.ReadAgain(_pipeline, file, known, tables));
        _mined = [.. _mined, mined];
        _located = [.. _located, new LocatedDocument(mined.Id, [name])];
    }
}
