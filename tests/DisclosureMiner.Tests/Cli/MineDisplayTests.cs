using DisclosureMiner.Checks;
using DisclosureMiner.Cli;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests.Cli;

public sealed class MineDisplayTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly Screen _screen;

    public MineDisplayTests() => _screen = new Screen(TextWriter.Null, _error, IsTable: false, IsBar: true, Language.En);

    public void Dispose() => _error.Dispose();

    [Fact]
    public void A_bar_shows_what_is_done_and_what_is_under_work_and_goes_in_the_end()
    {
        var bar = new MineBar(_screen, jobs: 2);
        var tasks = Tasks(4, "a/very/long/way/down/to/the/budget/of/the/department/that/nobody/could/ever/read/in/one/line/2025.pdf");
        bar.Show(() =>
        {
            bar.Planned(new MinerPlan(6, 2, [.. tasks]));
            bar.Ended(tasks[1], MiningStatus.Mined, null);
            bar.Started(tasks[0]);
            bar.Draw();
            return true;
        });

        string[] lines = Plain().Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe("\r\e[J6 files: 2 taken over, 4 to read");
        lines[1].ShouldBe("Mining ━━━━━━━─────────────────────── 1/4  ");
        lines[2].ShouldStartWith("  …");
        lines[2].ShouldEndWith("/in/one/line/2025.pdf  1.5 MB  reading\r\e[1A\e[J");
        lines[2].IndexOf('\r', StringComparison.Ordinal).ShouldBeLessThan(_screen.Progress.Profile.Width);
    }

    [Fact]
    public void What_goes_wrong_stays_above_the_bar()
    {
        var bar = new MineBar(_screen, jobs: 1);
        MinerTask[] tasks = Tasks(2, "a.pdf");
        bar.Show(() =>
        {
            bar.Planned(new MinerPlan(1, 0, [.. tasks]));
            bar.Draw();
            bar.Ended(tasks[0], MiningStatus.Failed, new MiningError("damaged", new Bilingual("坏", "It is damaged.")));
            return true;
        });

        Plain().ShouldContain("\r\e[Ja.pdf: failed: It is damaged.\nMining ━");
        Plain().ShouldEndWith("\r\e[J");
    }

    [Fact]
    public void A_log_has_a_line_for_each_document_of_a_few_and_ten_of_many()
    {
        Log(5).ShouldBe(["5 files: 5 to read", .. Enumerable.Range(1, 5).Select(i => $"[{i}/5] {i - 1}.pdf")]);
        Log(200).Count.ShouldBe(11);
        Log(200)[1..3].ShouldBe(["Mining 20/200", "Mining 40/200"]);
        Log(1).ShouldBeEmpty("a single document speaks for itself");
    }

    [Fact]
    public void Of_kinds_that_are_not_read_a_log_names_the_first_few()
    {
        List<string> lines = Log(100, MiningStatus.Unsupported);

        lines.Count(line => line.EndsWith(": unsupported: Save it as PDF.", StringComparison.Ordinal)).ShouldBe(10);
        lines.Count(line => line.StartsWith("More files of kinds that are not read", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>What was drawn, without colours.</summary>
    private string Plain() => System.Text.RegularExpressions.Regex.Replace(_error.ToString(), "\e\\[[0-9]+m", "");

    private List<string> Log(int documents, MiningStatus status = MiningStatus.Mined)
    {
        _error.GetStringBuilder().Clear();
        var log = new MineLines(_screen, jobs: 1);
        MinerTask[] tasks = Tasks(documents, "0.pdf");
        log.Planned(new MinerPlan(documents, 0, [.. tasks]));
        foreach (MinerTask task in tasks)
        {
            log.Started(task);
            log.Ended(task, status, status == MiningStatus.Mined ? null : new MiningError("x", new Bilingual("存", "Save it as PDF.")));
        }

        return [.. _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static MinerTask[] Tasks(int count, string first) =>
        [.. Enumerable.Range(0, count).Select(i => new MinerTask(i == 0 ? first : FormattableString.Invariant($"{i}.pdf"), 1_500_000, IsRead: true))];
}
