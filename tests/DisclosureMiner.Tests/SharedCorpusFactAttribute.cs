namespace DisclosureMiner.Tests;

/// <summary>A test over the documents beside the repository; skipped, and says so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedCorpusFactAttribute : FactAttribute
{
    internal const string Absent = "needs the documents in ../shared/corpus, beside the repository, which are not there";

    public SharedCorpusFactAttribute()
    {
        if (TestPaths.SharedCorpus is null)
        {
            Skip = Absent;
        }
    }
}
