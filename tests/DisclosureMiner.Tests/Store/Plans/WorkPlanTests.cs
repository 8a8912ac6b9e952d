using DisclosureMiner.Store;

namespace DisclosureMiner.Tests.Store.Plans;

[Collection(FilledStores.Name)]
public sealed class WorkPlanTests(FilledStores stores)
{
    private const string Kinds = "'mine', 'compare', 'report'";
    private const long Now = 5_000;

    private static readonly string Sha = new('a', 64);

    [Theory, EachEngine]
    public void What_is_taken_is_found_in_an_index_and_nothing_is_sorted(TestEngine engine)
    {
        Plan plan = stores.Of(engine).PlanOf(WorkSql.Take(Kinds), Now, "somebody", "lease", Now, 0L);

        plan.ShouldUseIndexes();
        plan.Steps.ShouldContain(step => step.Contains("work_by_due", StringComparison.Ordinal), string.Join('\n', plan.Steps));
        plan.Steps.ShouldNotContain(step => step.Contains("Sort", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public void What_is_due_and_what_was_tried_is_found_in_an_index(TestEngine engine)
    {
        Uses(engine, WorkSql.CountDue(Kinds), Now, 2);
        Uses(engine, WorkSql.NextTries, 0L);
        Uses(engine, WorkSql.Owners, "mine");
        Uses(engine, WorkSql.Works(WorkSql.InState), "failed", 100);
        Uses(engine, WorkSql.Works(WorkSql.OneOfKind), "mine", "aa", "aa\uffff");
    }

    [Theory, EachEngine]
    public void Counts_are_taken_from_an_index(TestEngine engine)
    {
        Reads(engine, WorkSql.Counts);
        Reads(engine, WorkSql.Summary, "mine", Now);
    }

    [Theory, EachEngine]
    public void What_came_in_is_found_in_an_index(TestEngine engine)
    {
        Uses(engine, WorkSql.Arrivals(WorkSql.OfBytes), Sha);
        Uses(engine, WorkSql.Arrivals(WorkSql.OfPath), "a");
        Uses(engine, WorkSql.Arrivals(WorkSql.CurrentOfPath), "a");
    }

    [Theory, EachEngine]
    public void What_is_kept_of_one_is_found_in_an_index(TestEngine engine) => Uses(engine, DisclosureStore.KeptSql, Sha, ".pdf", "reading", "checks");

    [Theory, EachEngine]
    public void What_a_version_has_mined_is_read_from_indexes(TestEngine engine)
    {
        Reads(engine, DisclosureStore.LocatedSql, "reading", "checks");
        Reads(engine, DisclosureStore.ProfiledSql, "reading", "checks");
    }

    // PostgreSQL goes through all that came in, as it has to, and hashes.
    [Fact]
    public void What_other_versions_have_mined_is_read_from_indexes() => Reads(TestEngine.Sqlite, WorkSql.AskForOthers, "reading", "checks", Now);

    [Theory, EachEngine]
    public void What_crawls_know_is_found_in_an_index(TestEngine engine)
    {
        Uses(engine, CrawlSql.Address, "s1", "a");
        Uses(engine, CrawlSql.Present, "s1");
        Reads(engine, CrawlSql.Removed, "s1", "a");
        Uses(engine, CrawlSql.PublicationsOf, Sha);
        Uses(engine, CrawlSql.Publications(CrawlSql.Latest), "s1", 100);
        Uses(engine, CrawlSql.Publications(CrawlSql.Before), "s1", 100, "2026");
        Uses(engine, CrawlSql.Publications(CrawlSql.OfAddress), "s1", "a");
        Reads(engine, CrawlSql.Captures, "s1", "a");
        Reads(engine, CrawlSql.Reports, "s1", 100);
        Reads(engine, CrawlSql.LastCrawl, "s1");
    }

    private void Uses(TestEngine engine, string sql, params ReadOnlySpan<object?> values) => stores.Of(engine).PlanOf(sql, values).ShouldUseIndexes();

    private void Reads(TestEngine engine, string sql, params ReadOnlySpan<object?> values) => stores.Of(engine).PlanOf(sql, values).ShouldReadIndexes();
}
