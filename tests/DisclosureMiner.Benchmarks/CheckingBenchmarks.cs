using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Benchmarks;

/// <summary>Blocks into discrepancies, room by room; each needs what the one before it made, and <c>check</c> is all of them.</summary>
public class CheckingBenchmarks
{
    private readonly Pipeline _pipeline = Samples.Pipeline();
    private SourceFile _file = null!;
    private Reading _reading = null!;
    private Document _document = null!;
    private Lexicon _lexicon = null!;
    private CheckedDocument _checked = null!;
    private ImmutableArray<Cause> _causes;
    private MinedContext _context = null!;

    /// <summary>The document that is measured with.</summary>
    public enum Sample
    {
        Pdf,
        Text,
    }

    [ParamsAllValues]
    public Sample Of { get; set; }

    [GlobalSetup]
    public void Read()
    {
        _file = Samples.File(Of == Sample.Pdf ? Samples.Pdf : Samples.Text);
        _reading = Mining.Read(_pipeline, _file);
        _document = _reading.Document ?? throw new InvalidOperationException($"{_file.Path} was not read.");
        _lexicon = Words();
        _checked = Ledger();
        _causes = Causes();
        _context = new MinedContext(_document.Organisation, _document.Genre, _document.FiscalYear, _document);
    }

    [Benchmark(Description = "facts of tables")]
    public ImmutableArray<Fact> Cells() => TableFacts.Of(_document, _pipeline.Reading, _pipeline.Subjects);

    [Benchmark(Description = "figures of the narrative")]
    public object Figures() => NarrativeReader.Read(_document, _lexicon);

    [Benchmark(Description = "facts and ledger")]
    public object FactsAndLedger() => Ledger();

    [Benchmark(Description = "causes")]
    public object RootCause() => Causes();

    [Benchmark(Description = "discrepancies")]
    public ImmutableArray<Discrepancy> Write() => DiscrepancyWriter.Write(_causes, _context);

    [Benchmark(Description = "check")]
    public MinedDocument Check() => Mining.Check(_pipeline, _file.As(_file.Path), _reading, (known, tables) => Mining.ReadAgain(_pipeline, _file, known, tables));

    [Benchmark(Description = "read and check")]
    public MinedDocument Mine() => Mining.Mine(_pipeline, _file, _file.Path);

    private Lexicon Words() => new(_pipeline.Words, _pipeline.Subjects, _pipeline.Reading.Units);

    private CheckedDocument Ledger() => CheckedDocument.Check(_document, _pipeline.Reading, _pipeline.Subjects, _pipeline.Rules, _pipeline.Forms.Choose(_document, _pipeline.Kinds).Form);

    private ImmutableArray<Cause> Causes() => RootCauses.Find(_checked.Ledger, _checked.Facts);
}
