using DisclosureMiner.Documents;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Tests;

/// <summary>The word lists of the repository's pipelines, as the tests of single rules need them.</summary>
internal static class TestVocabulary
{
    public static Vocabulary All { get; } = Pipeline.LoadDefault().Words;
}
