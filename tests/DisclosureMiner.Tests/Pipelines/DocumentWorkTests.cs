using System.Text;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Store;

namespace DisclosureMiner.Tests.Pipelines;

public sealed class DocumentWorkTests : IDisposable
{
    private const string Text = "2024年预算收入总额87.84万元。";

    private static readonly Pipeline Pipeline = Pipeline.Load(TestPaths.Pipelines);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TempFolder _folder = new();
    private readonly ContentStore _content;
    private StorePlace? _place;
    private DisclosureStore? _opened;
    private long _now = 1_000_000_000;

    private DisclosureStore Store => _opened!;

    public DocumentWorkTests() => _content = new ContentStore(_folder["blobs"]);

    public void Dispose()
    {
        _opened?.Dispose();
        _place?.Dispose();
        _folder.Dispose();
    }

    [Theory, EachEngine]
    public async Task A_document_that_is_owed_is_mined_once_and_then_compared(TestEngine engine)
    {
        Start(engine);
        Receipt receipt = await Receive("a.txt", Text);

        DocumentOutcome outcome = Do();
        (outcome.Outcome, outcome.Path, outcome.Mined!.Id).ShouldBe((WorkOutcome.Done, "a.txt", receipt.Id));
        Store.CountWork().ShouldBe([(WorkKind.Mine, WorkState.Done, 1), (WorkKind.Compare, WorkState.Queued, 1)]);

        (await Receive("b.txt", Text)).IsNew.ShouldBeFalse();
        Do().Outcome.ShouldBe(WorkOutcome.Kept);
        Store.Find(receipt.Id)!.Paths.ShouldBe(["a.txt", "b.txt"]);
    }

    [Theory, EachEngine]
    public async Task A_document_at_which_the_program_ends_again_and_again_ends_as_failed(TestEngine engine)
    {
        Start(engine);
        Receipt receipt = await Receive("a.txt", Text);
        for (int i = 0; i < DocumentWork.MostTries; i++)
        {
            // Taken, and never heard of again.
            Take().Tries.ShouldBe(i);
            _now += 61_000;
        }

        DocumentOutcome outcome = Do();

        outcome.Outcome.ShouldBe(WorkOutcome.Done);
        DocumentRecord document = Store.FindDocument(receipt.Id)!;
        (document.Status, document.Error!.Code).ShouldBe((MiningStatus.Failed, "fatal"));
        Store.IsOwed(WorkKind.Mine).ShouldBeFalse();
    }

    [Theory, EachEngine]
    public async Task Bytes_that_are_damaged_are_tried_again_and_then_given_up_with_the_reason(TestEngine engine)
    {
        Start(engine);
        Receipt receipt = await Receive("a.txt", Text);
        File.WriteAllText(_content.PathOf(receipt.Sha256), "something else");

        for (int i = 0; i < DocumentWork.MostTries; i++)
        {
            DocumentOutcome again = Do();
            (again.Outcome, again.Reason).ShouldBe((WorkOutcome.Postponed, "The kept bytes are damaged: they no longer have the hash that they are named by."));
            _now += (long)DocumentWork.BackOff(i).TotalMilliseconds;
        }

        Do().Outcome.ShouldBe(WorkOutcome.Failed);
        Store.WorkIn(WorkState.Failed, 10).ShouldHaveSingleItem().Reason!.ShouldContain("damaged");
        Store.FindDocument(receipt.Id).ShouldBeNull();
    }

    [Theory, EachEngine]
    public async Task A_changed_rule_asks_for_what_is_stored_and_reads_nothing_again(TestEngine engine)
    {
        Start(engine);
        Receipt receipt = await Receive("a.txt", Text);
        Do();
        foreach (string path in Directory.EnumerateFiles(TestPaths.Pipelines, "*.yaml", SearchOption.AllDirectories))
        {
            _folder.Write("pipelines/" + Path.GetRelativePath(TestPaths.Pipelines, path), File.ReadAllBytes(path));
        }

        File.AppendAllText(_folder["pipelines/rules/narrative.yaml"], "\n# another version\n");
        var changed = Pipeline.Load(_folder["pipelines"]);
        File.Delete(_content.PathOf(receipt.Sha256));

        Store.AskForOthersThan(Mining.VersionOf(changed)).ShouldBe(1);
        Store.KeptOf(receipt.Sha256, "a.txt", Mining.VersionOf(changed)).ShouldBe(Kept.Reading);
    }

    [Fact]
    public void Waiting_doubles_up_to_an_hour() =>
        new[] { 0, 1, 2, 8, 11, 60 }.Select(tries => DocumentWork.BackOff(tries).TotalSeconds).ShouldBe([2, 4, 8, 512, 3600, 3600]);

    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData(@"C:\预算\a.pdf", "C:/预算/a.pdf")]
    [InlineData("/a//b/./c\u0007.pdf ", "a/b/c.pdf")]
    [InlineData("..", "unnamed")]
    public void Paths_lead_nowhere_else(string given, string harmless) => Intake.Harmless(given).ShouldBe(harmless);

    private void Start(TestEngine engine)
    {
        _place = new StorePlace(engine);
        _opened = DisclosureStore.Open(_place.Address, () => _now);
    }

    private async Task<Receipt> Receive(string path, string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new Intake(Store, _content, TimeProvider.System).ReceiveAsync(bytes, path, "upload");
    }

    private WorkItem Take() => Store.Take("test", Minute, WorkKind.Mine).ShouldNotBeNull();

    private DocumentOutcome Do() => new DocumentWork(Store, _content, Pipeline).Do(Take());
}
