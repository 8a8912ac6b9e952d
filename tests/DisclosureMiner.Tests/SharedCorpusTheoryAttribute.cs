namespace DisclosureMiner.Tests;

/// <summary>A theory over the documents beside the repository; skipped, and says so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedCorpusTheoryAttribute : TheoryAttribute
{
    public SharedCorpusTheoryAttribute()
    {
        if (TestPaths.SharedCorpus is null)
        {
            Skip = SharedCorpusFactAttribute.Absent;
        }
    }
}
