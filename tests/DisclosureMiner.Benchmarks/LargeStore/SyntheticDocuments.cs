using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Store;

namespace DisclosureMiner.Benchmarks.LargeStore;

/// <summary>
/// Made-up documents: bodies with a budget and final accounts for each of five years, each sixth body a department that lists the five
/// after it as its units. What belongs to them is copied from a document of the corpus.
/// </summary>
internal sealed class SyntheticDocuments
{
    /// <summary>What two departments in three hundred have in their names.</summary>
    public const string Field = "林业";

    private const int FirstYear = 2021;
    private const int DocumentsOfBody = 10;
    private const int BodiesOfDepartment = 6;

    private static readonly string[] Fields = ["财政", "教育", "卫生", "水利", "民政", "司法", "交通", "农业", Field, "体育", "统计", "审计", "文化", "旅游", "商务", "住建", "环保", "档案", "气象", "科技"];
    private static readonly string[] Units = ["服务中心", "管理站", "监测中心", "执法大队", "信息中心"];
    private const string Letters = "青云白石溪林河山岭湖田泉竹松梅兰";

    public SyntheticDocuments(int count)
    {
        Count = count;
        Pipeline = Samples.Pipeline();
        Version = Mining.VersionOf(Pipeline);
        Template = TemplateOf(Pipeline);
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>With which they count as mined.</summary>
    public Pipeline Pipeline { get; }

    /// <summary>The version that has mined them.</summary>
    public MiningVersion Version { get; }

    /// <summary>Whose tables, figures, checks, facts and discrepancies they have.</summary>
    public StoredDocument Template { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<SyntheticDocument> All() => Enumerable.Range(0, Count).Select(Of);

    /// <summary>The document of a number.</summary>
    public static SyntheticDocument Of(int number)
    {
        int body = number / DocumentsOfBody, edition = number % DocumentsOfBody, year = FirstYear + (edition / 2);
        int department = body / BodiesOfDepartment, unit = (body % BodiesOfDepartment) - 1;
        bool isFinal = edition % 2 == 1;
        string name = NameOf(department, unit);
        string sha256 = Hash($"document {number}");
        string path = $"{name[..3]}/{name}/{name}{year}年{(isFinal ? "决算" : "预算")}.pdf";
        return new SyntheticDocument(
            number,
            sha256,
            name,
            year,
            isFinal ? "final-accounts" : unit < 0 ? "department-budget" : "unit-budget",
            (number % 100) switch
            {
                96 => MiningStatus.Failed,
                97 => MiningStatus.NeedsOcr,
                98 => MiningStatus.Unsupported,
                99 => MiningStatus.Template,
                _ => MiningStatus.Mined,
            },
            unit >= 0,
            unit < 0 ? [.. Enumerable.Range(0, Units.Length).Select(other => NameOf(department, other))] : [],
            (number % 100) switch
            {
                7 => [],
                33 => [path, "copies/" + path],
                _ => [path],
            });
    }

    /// <summary>64 hex digits that look like chance and are always the same.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string NameOf(int department, int unit)
    {
        int place = department / Fields.Length;
        string field = Fields[department % Fields.Length];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Letters[place % Letters.Length]}{Letters[place / Letters.Length % Letters.Length]}县{(place < Letters.Length * Letters.Length ? "" : place)}{field}{(unit < 0 ? "局" : Units[unit])}");
    }

    private static StoredDocument TemplateOf(Pipeline pipeline) => Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus"), "*.txt")
        .Order(StringComparer.Ordinal)
        .Select(path => Recording.Of(Mining.Mine(pipeline, Sources.SourceFile.Read(path), "template.txt")))
        .First(document => document is { Discrepancies.Length: >= 3, Facts.Length: >= 10, Figures.Length: >= 10, Checks.Length: >= 10, Tables.Length: >= 2 });
}

/// <summary>A made-up document.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Sha256">Its hash; the id is the beginning.</param>
/// <param name="Body">Who published it.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Genre">The genre.</param>
/// <param name="Status">How mining it ended.</param>
/// <param name="IsUnit">Whether it is about a unit.</param>
/// <param name="Units">The units that it lists.</param>
/// <param name="Paths">Where it lies.</param>
internal sealed record SyntheticDocument(
    int Number,
    string Sha256,
    string Body,
    int Year,
    string Genre,
    MiningStatus Status,
    bool IsUnit,
    ImmutableArray<string> Units,
    ImmutableArray<string> Paths)
{
    public string Id => Sha256[..16];

    public bool IsMined => Status == MiningStatus.Mined;
}
