using DisclosureMiner.Findings;
using DisclosureMiner.Store;
using DisclosureMiner.Tests.Samples;

namespace DisclosureMiner.Tests.Store;

public sealed class WorkTests : IDisposable
{
    private static readonly MiningVersion Version = new("reading-1", "checks-1");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly string _sha = new('a', 64);
    private long _now = 1_000_000;
    private StorePlace? _place;
    private DisclosureStore _store = null!;

    public void Dispose()
    {
        _store.Dispose();
        _place!.Dispose();
    }

    [Theory, EachEngine]
    public void What_came_in_is_owed_once_until_other_bytes_come_by_its_path(TestEngine engine)
    {
        Start(engine);

        Arrive("in/a.txt", _sha).ShouldBeTrue();
        Arrive("in/a.txt", _sha).ShouldBeFalse();
        Arrive("in/b.txt", _sha).ShouldBeTrue("its path is to be noted");
        _store.CountWork().ShouldBe([(WorkKind.Mine, WorkState.Queued, 1)]);
        _store.ArrivalsOf(_sha).Select(arrival => arrival.Path).ShouldBe(["in/a.txt", "in/b.txt"]);

        Arrive("in/a.txt", new string('b', 64)).ShouldBeTrue();
        _store.CountWork().ShouldBe([(WorkKind.Mine, WorkState.Queued, 2)]);
        _store.FindArrival("in/a.txt")!.Sha256.ShouldBe(new string('b', 64));
        _store.Revisions("in/a.txt").Select(arrival => (arrival.Sha256[0], arrival.IsCurrent)).ShouldBe([('a', false), ('b', true)]);
    }

    [Theory, EachEngine]
    public void Work_is_held_by_one_until_the_lease_ends(TestEngine engine)
    {
        Start(engine);
        _store.Ask(WorkKind.Mine, _sha);

        WorkItem first = _store.Take("one", Minute, WorkKind.Mine)!;
        (first.Subject, first.Tries).ShouldBe((_sha, 0));
        _store.Take("two", Minute, WorkKind.Mine).ShouldBeNull();
        _now += 50_000;
        _store.Renew(first, Minute).ShouldBeTrue();
        _now += 50_000;
        _store.Take("two", Minute, WorkKind.Mine).ShouldBeNull("it was renewed");

        _now += 50_000;
        WorkItem second = _store.Take("two", Minute, WorkKind.Mine)!;
        second.Tries.ShouldBe(1);
        _store.Renew(first, Minute).ShouldBeFalse();
        _store.Complete(first).ShouldBeFalse();
        _store.Complete(second).ShouldBeTrue();
        _store.CountWork().ShouldBe([(WorkKind.Mine, WorkState.Done, 1)]);
    }

    [Theory, EachEngine]
    public void Who_lost_the_lease_stores_nothing(TestEngine engine)
    {
        Start(engine);
        MinedDocument mined = SampleBudget.Create().Mine("ignored.txt");
        Arrive("in/b.txt", mined.Sha256);
        WorkItem lost = _store.Take("one", Minute, WorkKind.Mine)!;
        _now += 61_000;
        WorkItem held = _store.Take("two", Minute, WorkKind.Mine)!;

        _store.Save(mined with { Discrepancies = [] }, Version, item: lost).ShouldBeFalse();
        _store.FindDocument(mined.Id).ShouldBeNull();
        _store.Save(mined, Version, item: held).ShouldBeTrue();
        _store.Save(mined with { Discrepancies = [] }, Version, item: lost).ShouldBeFalse();

        _store.Find(mined.Id)!.Discrepancies.Length.ShouldBe(mined.Discrepancies.Length);
        _store.Located().ShouldBe([("in/b.txt", mined.Id)]);
    }

    [Theory, EachEngine]
    public void What_is_asked_for_while_it_is_under_way_is_done_once_more(TestEngine engine)
    {
        Start(engine);
        _store.Ask(WorkKind.Compare, "all");
        WorkItem item = _store.Take("one", Minute, WorkKind.Compare)!;
        _store.Ask(WorkKind.Compare, "all");
        _store.Ask(WorkKind.Compare, "all");

        _store.Complete(item).ShouldBeTrue();
        item = _store.Take("one", Minute, WorkKind.Compare)!;
        item.Tries.ShouldBe(0);
        _store.Complete(item).ShouldBeTrue();
        _store.Take("one", Minute, WorkKind.Compare).ShouldBeNull();
    }

    [Theory, EachEngine]
    public void What_failed_comes_after_what_has_not_and_only_when_it_is_due(TestEngine engine)
    {
        Start(engine);
        _store.Ask(WorkKind.Mine, "a");
        WorkItem failed = _store.Take("one", Minute, WorkKind.Mine)!;
        _store.Postpone(failed, "the disk failed", TimeSpan.FromSeconds(30)).ShouldBeTrue();
        _store.Take("one", Minute, WorkKind.Mine).ShouldBeNull();
        _now += 31_000;
        _store.Ask(WorkKind.Mine, "b");

        _store.Take("one", Minute, WorkKind.Mine)!.Subject.ShouldBe("b");
        WorkItem again = _store.Take("one", Minute, WorkKind.Mine)!;
        (again.Subject, again.Tries).ShouldBe(("a", 1));
        _store.GiveUp(again, "the disk failed").ShouldBeTrue();
        _store.WorkIn(WorkState.Failed, 10).ShouldHaveSingleItem().Reason.ShouldBe("the disk failed");

        _store.Ask(WorkKind.Mine, "a");
        _store.Take("one", Minute, WorkKind.Mine)!.Tries.ShouldBe(0, "asked for anew, it begins anew");
    }

    [Theory, EachEngine]
    public void What_is_handed_back_or_released_counts_as_not_tried_or_tried(TestEngine engine)
    {
        Start(engine);
        _store.Ask(WorkKind.Mine, "a");
        _store.HandBack(_store.Take("one", Minute, WorkKind.Mine)!).ShouldBeTrue();
        _store.Take("one", Minute, WorkKind.Mine)!.Tries.ShouldBe(0);

        _store.Release().ShouldBe(1);
        _store.Take("two", Minute, WorkKind.Mine)!.Tries.ShouldBe(1);
    }

    [Theory, EachEngine]
    public void Other_versions_are_asked_for_again_and_this_one_is_not(TestEngine engine)
    {
        Start(engine);
        MinedDocument mined = SampleBudget.Create().Mine("a.txt");
        mined = mined with { Id = mined.Sha256[..16] };
        Arrive("a.txt", mined.Sha256);
        _store.Save(mined, Version, item: _store.Take("one", Minute, WorkKind.Mine)).ShouldBeTrue();

        _store.AskForOthersThan(Version).ShouldBe(0);
        _store.AskForOthersThan(Version with { Checks = "checks-2" }).ShouldBe(1);
        WorkItem again = _store.Take("one", Minute, WorkKind.Mine)!;
        again.Subject.ShouldBe(mined.Sha256);
        _store.CompleteKept(again).ShouldBeTrue();
    }

    [Theory, EachEngine]
    public void Replaced_bytes_leave_their_path_whoever_is_mined_first(TestEngine engine)
    {
        Start(engine);
        MinedDocument old = SampleBudget.Create().Mine("x.txt");
        MinedDocument replacing = old with { Id = new string('b', 16), Sha256 = new string('b', 64) };
        Arrive("in/a.txt", old.Sha256);
        WorkItem item = _store.Take("one", Minute, WorkKind.Mine)!;
        Arrive("in/a.txt", replacing.Sha256);
        _store.Save(replacing, Version, item: _store.Take("two", Minute, WorkKind.Mine)).ShouldBeTrue();

        _store.Save(old, Version, item: item).ShouldBeTrue();

        _store.Located().ShouldBe([("in/a.txt", replacing.Id)]);
        _store.FindDocument(old.Id).ShouldNotBeNull("what was published is kept");
    }

    [Theory, EachEngine]
    public void Only_old_and_finished_work_is_forgotten(TestEngine engine)
    {
        Start(engine);
        _store.Ask(WorkKind.Mine, "a");
        _store.Complete(_store.Take("one", Minute, WorkKind.Mine)!);
        _store.Ask(WorkKind.Mine, "b");

        _store.ForgetWork(DateTimeOffset.FromUnixTimeMilliseconds(_now)).ShouldBe(0);
        _store.ForgetWork(DateTimeOffset.FromUnixTimeMilliseconds(_now + 1)).ShouldBe(1);
        _store.CountWork().ShouldBe([(WorkKind.Mine, WorkState.Queued, 1)]);
    }

    [PostgresFact]
    public void Several_workers_at_once_take_each_piece_once()
    {
        Start(TestEngine.Postgres);
        for (int i = 0; i < 60; i++)
        {
            _store.Ask(WorkKind.Mine, $"{i:D2}");
        }

        var taken = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, worker =>
        {
            using DisclosureStore store = _place!.Open();
            while (store.Take($"w{worker}", Minute, WorkKind.Mine) is { } item)
            {
                taken.Add(item.Subject);
                store.Complete(item).ShouldBeTrue();
            }
        });

        taken.Order().ShouldBe(Enumerable.Range(0, 60).Select(i => $"{i:D2}"));
    }

    private void Start(TestEngine engine)
    {
        _place = new StorePlace(engine);
        _store = DisclosureStore.Open(_place.Address, () => _now);
    }

    private bool Arrive(string path, string sha256) => _store.Arrive(new Arrival(path, sha256, 10, "folder", DateTimeOffset.FromUnixTimeMilliseconds(_now)));
}
