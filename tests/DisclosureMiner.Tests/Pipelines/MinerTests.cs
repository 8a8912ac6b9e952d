using System.Collections.Concurrent;
using System.Collections.Immutable;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Store;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class MinerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _read = [];
    private readonly ConcurrentQueue<string> _readAgain = [];
    private readonly ConcurrentQueue<string> _checked = [];
    private readonly DisclosureStore _store;
    private Action<string> _whileReading = _ => { };
    private Func<long, TimeSpan> _patience = _ => Timeout.InfiniteTimeSpan;
    private Pipeline _pipeline = Pipeline.Load(TestPaths.Pipelines);

    public MinerTests()
    {
        _store = DisclosureStore.Open(_folder["store.db"]);
        _folder.Write("in/a.txt", "2024年预算收入总额87.84万元。");
        _folder.Write("in/b.txt", "2024年预算支出总额87.84万元。");
        _folder.Write("in/c.txt", "");
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_changed_rule_checks_again_and_reads_nothing()
    {
        Run().ShouldSatisfyAllConditions(run => (run.TakenOver, run.Checked, run.Read).ShouldBe((0, 0, 3)));
        Edit("rules/narrative.yaml");

        MinerRun run = Run();

        (run.TakenOver, run.Checked, run.Read).ShouldBe((0, 3, 0));
        _read.ShouldBeEmpty();
        _checked.Order().ShouldBe(["in/a.txt", "in/b.txt", "in/c.txt"]);
    }

    [Fact]
    public void Tables_are_read_in_other_ways_once_and_the_way_that_was_kept_is_stored()
    {
        _folder.Write("in/d.pdf", TablePdf.WithStroke.File.Bytes.ToArray());
        Run();
        MinedDocument first = Stored("in/d.pdf");
        Edit("rules/table.yaml");

        Run();

        _readAgain.ShouldBe(["in/d.pdf"]);
        first.Document!.Remarks.ShouldHaveSingleItem().ShouldContain("minus-joined");
        SameParts.FirstDifference(first, Stored("in/d.pdf")).ShouldBeNull();
    }

    [Theory]
    [InlineData("vocabulary/narrative.yaml")]
    [InlineData("vocabulary/units.yaml")]
    [InlineData("tables/budget.yaml")]
    public void Changed_knowledge_of_the_readers_reads_again(string file)
    {
        Run();
        Edit(file);

        MinerRun run = Run();

        (run.TakenOver, run.Checked, run.Read).ShouldBe((0, 0, 3));
        _read.Count.ShouldBe(3);
    }

    [Fact]
    public void What_nothing_has_changed_for_is_taken_over()
    {
        Run();
        _folder.Write("in/d.txt", "2024年预算收入总额1.00万元。");

        MinerRun run = Run();

        (run.TakenOver, run.Checked, run.Read).ShouldBe((3, 0, 1));
        _read.ShouldBe(["in/d.txt"]);
        _checked.ShouldBe(["in/d.txt"]);
    }

    [Theory]
    [InlineData("yunpu-veterans-2025-budget.txt")]
    [InlineData("langxi-transport-2023-final.txt")]
    public void Checking_what_was_stored_gives_what_checking_what_was_read_gives(string name)
    {
        _folder.Write("in/a.txt", File.ReadAllBytes(Path.Combine(TestPaths.Corpus, name)));
        Run();
        var documents = new LocatedDocument(SourceFile.Read(_folder["in/a.txt"]).Id, ["in/a.txt"]);
        MinedDocument first = _store.Reopen(documents, Mining.VersionOf(_pipeline))!;
        Edit("rules/table.yaml");
        Run();

        DisclosureMiner.Tests.Store.SameParts.FirstDifference(first, _store.Reopen(documents, Mining.VersionOf(_pipeline))).ShouldBeNull();
    }

    [Fact]
    public void The_same_bytes_at_two_paths_are_mined_once()
    {
        _folder.Write("in/copy.txt", File.ReadAllBytes(_folder["in/b.txt"]));

        MinerRun run = Run();

        _read.Order().ShouldBe(["in/a.txt", "in/b.txt", "in/c.txt"]);
        run.Files.ShouldBe(4);
        run.Documents.Select(document => string.Join(' ', document.Paths)).ShouldBe(["in/a.txt", "in/b.txt in/copy.txt", "in/c.txt"]);
    }

    [Fact]
    public void A_file_that_was_locked_at_first_is_read_in_the_end()
    {
        FileStream locked = File.Open(_folder["in/a.txt"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        _whileReading = _ => locked.Dispose();

        Run().Documents.Length.ShouldBe(3);

        StatusOf("in/a.txt").ShouldBe("mined");
    }

    [Fact]
    public void A_file_that_stays_locked_is_told_and_read_by_the_next_run()
    {
        using (File.Open(_folder["in/a.txt"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Run();
            StatusOf("in/a.txt").ShouldBe("failed unreadable");
            _store.FindDocument(_store.Resolve("in/a.txt").Single().Id)!.Error!.Message.Zh.ShouldStartWith("文件正被其他程序占用");
        }

        Run();
        StatusOf("in/a.txt").ShouldBe("mined");
    }

    [Fact]
    public void A_file_that_changes_while_others_are_read_is_mined_as_it_is_in_the_end()
    {
        _whileReading = path =>
        {
            if (path == "in/a.txt")
            {
                File.AppendAllText(_folder["in/b.txt"], "2025年预算支出总额1.00万元。");
            }
        };

        MinerRun run = Run();

        StatusOf("in/b.txt").ShouldBe("mined");
        run.Documents.Single(document => document.Path == "in/b.txt").Id.ShouldBe(SourceFile.Read(_folder["in/b.txt"]).Id);
        run.Left.ShouldBe(0);
    }

    [Fact]
    public void A_file_that_changes_into_another_is_one_document_with_it()
    {
        _whileReading = path =>
        {
            if (path == "in/a.txt")
            {
                File.Copy(_folder["in/a.txt"], _folder["in/b.txt"], overwrite: true);
            }
        };

        Run().Documents.Select(document => string.Join(' ', document.Paths)).ShouldBe(["in/a.txt in/b.txt", "in/c.txt"]);
    }

    [Fact]
    public void A_file_that_vanishes_is_told_and_the_others_are_mined()
    {
        _whileReading = path => File.Delete(_folder["in/b.txt"]);

        Run();

        StatusOf("in/a.txt").ShouldBe("mined");
        StatusOf("in/b.txt").ShouldBe("failed unreadable");
    }

    [Fact]
    public void A_mistake_of_the_program_costs_one_document_and_is_tried_again()
    {
        _whileReading = path => Fail(path == "in/a.txt", new NotSupportedException("not yet"));
        Run();
        StatusOf("in/a.txt").ShouldBe("failed internal-error");
        StatusOf("in/b.txt").ShouldBe("mined");

        _whileReading = _ => { };
        Run();
        StatusOf("in/a.txt").ShouldBe("mined");
    }

    [Fact]
    public void A_document_for_which_there_was_no_memory_is_tried_again_alone()
    {
        int times = 0;
        _whileReading = path => Fail(path == "in/a.txt" && ++times == 1, new InsufficientMemoryException());

        Run();

        times.ShouldBe(2);
        _read.Last().ShouldBe("in/a.txt");
        StatusOf("in/a.txt").ShouldBe("mined");
    }

    [Fact]
    public void A_document_that_ended_the_program_is_tried_again_alone_and_then_left_out()
    {
        string sha256 = SourceFile.Read(_folder["in/a.txt"]).Sha256;
        MiningVersion version = Mining.VersionOf(_pipeline);
        _store.Begin(sha256, version);
        _whileReading = path => Fail(path == "in/a.txt", new OperationCanceledException("stands for the end of the program"));
        Run();
        _read.Last().ShouldBe("in/a.txt", "after all others");

        _store.Begin(sha256, version);
        _store.Begin(sha256, version);
        _whileReading = _ => { };
        Run();
        StatusOf("in/a.txt").ShouldBe("failed fatal");

        Edit("vocabulary/narrative.yaml");
        Run();
        StatusOf("in/a.txt").ShouldBe("mined");
    }

    [Fact]
    public void A_run_that_is_stopped_ends_what_it_has_begun_and_the_next_goes_on()
    {
        using var stop = new CancellationTokenSource();
        _whileReading = _ => stop.Cancel();

        MinerRun run = Run(stop.Token);

        (run.Documents.Length, run.Left).ShouldBe((1, 2));
        StatusOf("in/a.txt").ShouldBe("mined");
        _store.Attempts(SourceFile.Read(_folder["in/a.txt"]).Sha256, Mining.VersionOf(_pipeline)).ShouldBe(0);

        MinerRun next = Run();
        (next.TakenOver, next.Read, next.Left).ShouldBe((1, 2, 0));
    }

    [Fact]
    public void A_document_may_nest_deeper_than_an_ordinary_stack()
    {
        static int Depth(int left) => left == 0 ? 0 : 1 + Depth(left - 1);
        _whileReading = path => Depth(500_000).ShouldBe(500_000);

        Run();

        StatusOf("in/a.txt").ShouldBe("mined");
    }

    [Fact]
    public void A_document_that_never_comes_to_an_end_is_given_up_and_the_others_are_mined()
    {
        using var end = new ManualResetEventSlim();
        _folder.Write("in/a.txt", "2024年预算收入总额1万元。");
        long endless = new FileInfo(_folder["in/a.txt"]).Length;
        _patience = bytes => bytes == endless ? TimeSpan.FromMilliseconds(50) : Timeout.InfiniteTimeSpan;
        _whileReading = path => Wait(path == "in/a.txt", end);

        Run();
        StatusOf("in/a.txt").ShouldBe("failed too-slow");
        StatusOf("in/b.txt").ShouldBe("mined");

        end.Set();
        _patience = _ => Timeout.InfiniteTimeSpan;
        Run();
        StatusOf("in/a.txt").ShouldBe("mined");
    }

    private static void Wait(bool waits, ManualResetEventSlim end)
    {
        if (waits)
        {
            end.Wait();
        }
    }

    private static void Fail(bool fails, Exception problem)
    {
        if (fails)
        {
            throw problem;
        }
    }

    private MinerRun Run(CancellationToken stop = default)
    {
        _read.Clear();
        _checked.Clear();
        var miner = new Miner(
            _store,
            Mining.VersionOf(_pipeline),
            file =>
            {
                string path = Path.GetRelativePath(_folder.Path, file.Path);
                _read.Enqueue(path);
                _whileReading(path);
                return Mining.Read(_pipeline, file);
            },
            (file, reading, tables) =>
            {
                _readAgain.Enqueue(Path.GetRelativePath(_folder.Path, file.Path));
                return Mining.ReadAgain(_pipeline, file, reading, tables);
            },
            (file, reading, again) =>
            {
                _checked.Enqueue(file.Path);
                return Mining.Check(_pipeline, file, reading, again);
            })
        { Patience = _patience };
        ImmutableArray<InputFile> files = MinerInput.Find([_folder["in"]], _folder.Path, []).Files;
        return miner.Run(files, jobs: 1, new Unwatched(), stop);
    }

    private MinedDocument Stored(string path)
    {
        string id = _store.Located().Single(document => document.Path == path).Id;
        return _store.Reopen(new LocatedDocument(id, [path]), Mining.VersionOf(_pipeline))!;
    }

    /// <summary>From here on the pipeline is one in which a line was added to that file.</summary>
    private void Edit(string file)
    {
        foreach (string path in Directory.EnumerateFiles(TestPaths.Pipelines, "*.yaml", SearchOption.AllDirectories))
        {
            _folder.Write("pipelines/" + Path.GetRelativePath(TestPaths.Pipelines, path), File.ReadAllBytes(path));
        }

        File.AppendAllText(_folder["pipelines/" + file], "\n# edited\n");
        _pipeline = Pipeline.Load(_folder["pipelines"]);
    }

    private string StatusOf(string path)
    {
        DocumentRecord document = _store.FindDocument(_store.Resolve(path).Single().Id)!;
        return $"{document.Status.ToString().ToLowerInvariant()} {document.Error?.Code}".Trim();
    }
}
