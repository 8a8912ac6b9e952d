using System.Text;
using DisclosureMiner.Cli;
using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Cli;

public sealed class InterruptionTests : IDisposable
{
    // Enough to be busy with when a tenth is done.
    private const int Many = 60;

    private readonly TempFolder _folder = new();

    public InterruptionTests()
    {
        byte[] budget = File.ReadAllBytes(Path.Combine(TestPaths.Corpus, "yunpu-veterans-2025-budget.txt"));
        for (int i = 0; i < Many; i++)
        {
            _folder.Write(FormattableString.Invariant($"in/{i:000}.txt"), [.. budget, .. Encoding.UTF8.GetBytes(FormattableString.Invariant($"\n{i}\n"))]);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task What_is_done_can_be_read_and_the_next_run_goes_on(string signal)
    {
        using var command = new CommandProcess("mine", _folder["in"], "--out", _folder["out"]);
        command.WaitFor("Mining ");
        command.Signal(signal);

        command.ExitCode().ShouldBe(ExitCodes.Interrupted, command.Error);
        string last = command.Error.Split('\n')[^1];
        int done = File.ReadLines(_folder["out/documents.jsonl"]).Count();
        done.ShouldBeInRange(Many / 10, Many - 1);
        last.ShouldBe($"Interrupted: {done} done, {Many - done} left. Run the same command again to go on; nothing that is done is done again. What is done can be read in {_folder["out"]}.");
        NothingIsHalfWritten();

        CommandRun next = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        next.ExitCode.ShouldBe(ExitCodes.Ok);
        next.Out.ShouldStartWith($"{Many} files, {Many} documents ({done} taken over, {Many - done} newly read)\n");
        File.ReadLines(_folder["out/documents.jsonl"]).Count().ShouldBe(Many);
    }

    [Fact]
    public async Task A_second_interruption_ends_at_once_and_leaves_everything_whole()
    {
        await CommandRun.Of("mine", _folder["in/000.txt"], "--out", _folder["out"]);
        using var command = new CommandProcess("mine", _folder["in"], "--out", _folder["out"]);
        command.WaitFor("Mining ");
        command.Signal("INT");
        command.WaitFor("Stopping");
        command.Signal("INT");

        command.ExitCode().ShouldBe(ExitCodes.Interrupted, command.Error);
        NothingIsHalfWritten();
        CommandRun next = await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        next.ExitCode.ShouldBe(ExitCodes.Ok);
        next.Out.ShouldContain("taken over");
    }

    [Fact]
    public async Task An_interrupted_run_leaves_outputs_that_cover_more()
    {
        await CommandRun.Of("mine", _folder["in"], "--out", _folder["out"]);
        SortedDictionary<string, string> before = Outputs();
        Array.ForEach(Directory.GetFiles(_folder["in"]), file => File.AppendAllText(file, "changed"));

        using var command = new CommandProcess("mine", _folder["in"], "--out", _folder["out"]);
        command.WaitFor("Mining ");
        command.Signal("INT");

        command.ExitCode().ShouldBe(ExitCodes.Interrupted, command.Error);
        command.Error.ShouldEndWith("The outputs are as they were.");
        Outputs().ShouldBe(before);
    }

    /// <summary>The store opens, holds whole documents, and every line of the outputs is whole.</summary>
    private void NothingIsHalfWritten()
    {
        using var store = DisclosureStore.OpenExisting(_folder["out/disclosures.db"]);
        foreach ((_, string id) in store.Located())
        {
            store.Find(id)!.Checks.Length.ShouldBe(store.FindDocument(id)!.Checks.Total);
        }

        foreach (string file in Directory.EnumerateFiles(_folder["out"], "*.jsonl"))
        {
            File.ReadAllText(file).ShouldEndWith("}\n");
        }
    }

    private SortedDictionary<string, string> Outputs()
    {
        SortedDictionary<string, string> files = _folder.Files("out");
        files.Remove(StoreOptions.DefaultDb);
        return files;
    }
}
