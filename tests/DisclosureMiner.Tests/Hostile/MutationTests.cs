using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Sources;

namespace DisclosureMiner.Tests.Hostile;

public sealed class MutationTests
{
    private const int Count = 240, LargestFile = 140_000;

    [Fact]
    public void A_damaged_file_ends_with_a_status_and_never_by_a_mistake_of_the_program()
    {
        Pipeline pipeline = Pipeline.LoadDefault();
        List<SourceFile> files =
        [
            .. Directory.EnumerateFiles(TestPaths.Corpus).Order(StringComparer.Ordinal)
                .Where(path => Path.GetExtension(path) is ".pdf" or ".html" or ".txt" && new FileInfo(path).Length < LargestFile).Select(SourceFile.Read),
        ];
        files.Select(file => file.MediaType).Distinct().Count().ShouldBe(3);
        for (int seed = 0; seed < Count; seed++)
        {
            SourceFile whole = files[seed % files.Count];
            byte[] damaged = Mutations.Of(whole.Bytes.ToArray(), seed, out string kind);
            string name = $"{Path.GetFileName(whole.Path)} with seed {seed} ({kind})";

            MinedDocument mined = Should.NotThrow(() => Mining.Mine(pipeline, SourceFile.From(whole.Path, damaged), whole.Path), name);

            (mined.Status == MiningStatus.Mined).ShouldBe(mined.Error is null, name);
            (mined.Error?.Message.Zh).ShouldNotBe("", name);
        }
    }

    [Fact]
    public void The_same_seed_does_the_same_damage()
    {
        byte[] whole = PdfObjects.OnePage(PdfObjects.Words);

        Enumerable.Range(0, 100).Select(seed => Convert.ToHexString(Mutations.Of(whole, seed, out _)))
            .ShouldBe(Enumerable.Range(0, 100).Select(seed => Convert.ToHexString(Mutations.Of(whole, seed, out _))));
        Enumerable.Range(0, 100).Select(seed =>
        {
            Mutations.Of(whole, seed, out string kind);
            return kind;
        }).Distinct().Count().ShouldBe(Mutations.Kinds.Count);
    }
}
