using System.Globalization;
using System.Text;
using static DisclosureMiner.Tests.Hostile.PdfObjects;

namespace DisclosureMiner.Tests.Hostile;

/// <summary>PDF whose structure is damaged or lies: headers, tables of objects, trees of pages.</summary>
internal static class HostilePdfs
{
    private const string Damaged = "damaged", Mined = "mined", Encrypted = "encrypted", Blank = "blank-pages";

    private static readonly byte[] Whole = OnePage(Words);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("header-only.pdf", () => "%PDF-1.7\n"u8.ToArray(), Damaged),
        new("header-and-nothing-known.pdf", () => Encoding.ASCII.GetBytes("%PDF-1.7\n" + Repeat("no object at all ", 1000)), Damaged),
        .. Enumerable.Range(1, 9).Select(tenth =>
            new HostileFile($"cut-at-{tenth}-tenths.pdf", () => Whole[..(Whole.Length * tenth / 10)], Damaged)),
        new("no-table-of-objects.pdf", () => Replaced("xref", "xxxx"), Mined),
        new("table-of-objects-elsewhere.pdf", () => Replaced("startxref\n", "startxref\n9"), Mined),
        new("table-before-itself.pdf", () => File([Catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, Stream(Words), Font], "/Prev 9")[..], Mined),
        new("tables-in-a-ring.pdf", TablesInRing, Mined),
        new("objects-inside-themselves.pdf", () => ObjectStream("4 0 4 10"), Blank),
        new("object-that-is-itself.pdf", () => File(["1 0 R", "2 0 R"]), Damaged),
        new("objects-in-a-ring.pdf", () => File([Catalog, "3 0 R", "4 0 R", "2 0 R"]), Damaged),
        new("length-in-a-ring.pdf", () => OnePageOf($"<</Length 4 0 R>>stream\n{Words}\nendstream"), Mined),
        new("length-lies.pdf", () => OnePageOf($"<</Length 2000000000>>stream\n{Words}\nendstream"), Mined),
        new("pages-in-a-ring.pdf", () => File([Catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"]), Damaged),
        new("pages-under-themselves.pdf", () => File([Catalog, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]), Damaged),
        new("pages-doubling.pdf", PagesDoubling, Blank),
        new("pages-very-deep.pdf", () => PagesDeep(20_000), Mined),
        new("no-pages.pdf", () => File([Catalog, "<</Type/Pages/Kids[]/Count 0>>"]), Damaged),
        new("count-lies.pdf", () => Replaced("/Count 1", "/Count 2000000000"), Mined),
        new("count-negative.pdf", () => Replaced("/Count 1", "/Count -5"), Mined),
        new("page-without-content.pdf", () => File([Catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>"]), Blank),
        new("page-without-anything.pdf", () => File([Catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page>>"]), Blank),
        new("contents-in-a-ring.pdf", () => OnePageOf("[4 0 R 4 0 R]"), Damaged),
        new("twenty-thousand-pages.pdf", () => Pages(20_000), Mined),
        new("pages-missing.pdf", PagesMissing, Damaged),
        new("box-huge.pdf", () => OnePage(Words, "[0 0 1e30 1e30]"), Damaged),
        new("box-nothing.pdf", () => OnePage(Words, "[0 0 0 0]"), Blank),
        new("box-no-number.pdf", () => OnePage(Words, "[0 0 NaN NaN]"), Damaged),
        new("box-negative.pdf", () => OnePage(Words, "[200 100 0 0]"), Mined),
        new("box-short.pdf", () => OnePage(Words, "[0 0]"), Damaged),
        new("turned-by-45.pdf", () => OnePage(Words, entries: "/Rotate 45"), Damaged),
        new("turned-by-a-billion.pdf", () => OnePage(Words, entries: "/Rotate 1000000080"), Mined),
        new("locked.pdf", () => Convert.FromBase64String(EncryptedPdfs.UserPassword), Encrypted),
        new("locked-for-changes-only.pdf", () => Convert.FromBase64String(EncryptedPdfs.OwnerPassword), Mined),
        new("locked-for-changes-only-rc4.pdf", () => Convert.FromBase64String(EncryptedPdfs.OwnerPasswordRc4), Mined),
        new("locked-by-something-unknown.pdf", () => File(
            [Catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, Stream(Words), Font, "<</Filter/Unheard.Of/V 9/R 9>>"], "/Encrypt 6 0 R/ID[<00><00>]"), Encrypted),
        new("page-is-a-picture-that-is-not-there.pdf", () => OnePage("q 200 0 0 100 0 0 cm /I Do Q", resources: "/XObject<</I 99 0 R>>"), Blank),
    ];

    private static string Page => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>";

    private static string Font => "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    private static byte[] Replaced(string words, string others) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Whole).Replace(words, others, StringComparison.Ordinal));

    private static byte[] TablesInRing()
    {
        string whole = Encoding.Latin1.GetString(Whole);
        int table = whole.IndexOf("xref\n", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(whole.Replace("/Root", string.Create(CultureInfo.InvariantCulture, $"/Prev {table}/Root"), StringComparison.Ordinal));
    }

    private static byte[] ObjectStream(string index) =>
        File(["<</Type/Catalog/Pages 4 0 R>>", Stream(index + " <</Type/Pages>>", $"/Type/ObjStm/N 2/First {index.Length + 1}/Extends 2 0 R")]);

    // Every node has the next one twice: thirty of them are a billion pages.
    private static byte[] PagesDoubling() => File(
    [
        Catalog,
        .. Enumerable.Range(3, 30).Select(next => $"<</Type/Pages/Kids[{next} 0 R {next} 0 R]/Count 2>>"),
        "<</Type/Page/MediaBox[0 0 9 9]>>",
    ]);

    private static byte[] PagesDeep(int depth) => File(
    [
        Catalog,
        .. Enumerable.Range(3, depth).Select(next => $"<</Type/Pages/Kids[{next} 0 R]/Count 1>>"),
        $"<</Type/Page/MediaBox[0 0 200 100]/Contents {depth + 3} 0 R/Resources<</Font<</F {depth + 4} 0 R>>>>>>",
        Stream(Words),
        Font,
    ]);

    private static byte[] Pages(int count) => File(
    [
        Catalog,
        $"<</Type/Pages/Kids[{string.Join(' ', Enumerable.Range(5, count).Select(page => $"{page} 0 R"))}]/Count {count}>>",
        Font,
        Stream("BT /F 10 Tf 20 60 Td (Budget 2024 total 12.50) Tj 0 -20 Td (End) Tj ET"),
        .. Enumerable.Repeat("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>", count),
    ]);

    private static byte[] PagesMissing() => File(
        [Catalog, "<</Type/Pages/Kids[99 0 R 3 0 R null 98 0 R]/Count 4>>", Page, Stream(Words), Font]);
}
