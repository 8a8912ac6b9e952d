using static DisclosureMiner.Tests.Hostile.PdfObjects;

namespace DisclosureMiner.Tests.Hostile;

/// <summary>PDF whose structure is right, and whose pages are made to take all time, all memory or the whole stack.</summary>
internal static class HostilePages
{
    private const string Damaged = "damaged", Mined = "mined", Oversized = "oversized", Blank = "blank-pages";

    private const int Million = 1_000_000;

    private static readonly string Megabyte = new(' ', Million);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("bomb-of-blanks.pdf", () => OnePageOf(DeflatedRun(Megabyte, 1900)), Oversized),
        new("bomb-in-a-bomb.pdf", () => OnePageOf(DeflatedRun(Megabyte, 20_000, 3)), Oversized),
        new("bomb-of-operators.pdf", () => OnePageOf(DeflatedRun(Repeat("1 0 0 RG 0 0 m 9 9 l S ", 40_000), 1000)), Oversized),
        new("bomb-of-words.pdf", () => OnePageOf(DeflatedRun(Repeat(Words + " ", 20_000), 100)), Oversized),
        new("bomb-of-objects.pdf", () => File([Catalog, DeflatedRun(Megabyte, 1900, 1, "/Type/ObjStm/N 1/First 4")], "/Extra 2 0 R"), Damaged),
        new("run-length-bomb.pdf", () => OnePageOf(RunLength(64 * Million)), Blank),
        new("filters-by-the-thousand.pdf", () => OnePageOf(Deflated(Words, 1000)), Oversized),
        new("filter-unknown.pdf", () => OnePageOf(Stream(Words, "/Filter/Unheard.Of")), Damaged),
        new("predictor-huge.pdf", () => OnePageOf(Deflated(Words, 1, "/DecodeParms<</Predictor 15/Columns 2000000000/Colors 2000000000/BitsPerComponent 16>>")), Mined),
        new("arrays-deep.pdf", () => OnePage(Repeat("[", 100_000) + Words), Damaged),
        new("arrays-very-deep.pdf", () => OnePageOf(DeflatedRun(Repeat("[", Million), 20)), Damaged),
        new("dictionaries-deep.pdf", () => OnePage("/P " + Repeat("<</A ", 100_000) + "BDC " + Words), Damaged),
        new("arrays-deep-in-an-object.pdf", () => OnePage(Words, entries: "/PieceInfo " + Repeat("[", 100_000)), Blank),
        new("map-that-uses-itself.pdf", () => OnePage(Hex, resources: "/Font<</F 6 0 R>>", more: [Composite, Stream("/Self usecmap", "/Type/CMap/CMapName/Self/UseCMap 7 0 R"), Descendant]), Blank),
        new("map-of-arrays-deep.pdf", () => OnePage(Hex, resources: "/Font<</F 6 0 R>>", more: [Composite, DeflatedRun(Repeat("[", Million), 1), Descendant]), Blank),
        new("map-of-everything.pdf", () => OnePage(Hex, resources: "/Font<</F 6 0 R>>", more: [Composite, Stream("1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"), Descendant]), Oversized),
        new("font-without-widths.pdf", () => OnePage(Hex, resources: "/Font<</F 6 0 R>>", more: ["<</Type/Font/Subtype/TrueType/FirstChar 0/LastChar 2000000000>>"]), Blank),
        new("font-that-is-itself.pdf", () => OnePage(Hex, resources: "/Font<</F 6 0 R>>", more: ["<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>"]), Blank),
        new("font-without-end.pdf", () => OnePage(Words, resources: "/Font<</F 6 0 R>>", more:
            ["<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 7 0 R>>/Encoding<</Differences[66/a]>>/Resources<</Font<</F 6 0 R>>>>/FirstChar 66/LastChar 66/Widths[9]>>", Stream("/F 9 Tf (B) Tj")]), Mined),
        new("form-in-itself.pdf", () => OnePage(Words + " /X Do", resources: "/XObject<</X 6 0 R>>", more:
            [Stream("/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")]), Mined),
        new("forms-by-the-thousand.pdf", () => Forms(3), Mined),
        new("forms-by-the-billion.pdf", () => Forms(10), Oversized),
        new("forms-deep.pdf", () => FormsDeep(2_000), Mined),
        new("saves-unbalanced.pdf", () => OnePage(Repeat("q ", Million) + Words), Oversized),
        new("restores-unbalanced.pdf", () => OnePage(Repeat("Q ", Million) + Words), Mined),
        new("rectangles-by-the-thousand.pdf", () => OnePage(Words + Many(50_000, i => $" {i % 200} {i / 500} .4 .4 re f")), Mined),
        new("lines-by-the-thousand.pdf", () => OnePage(Words + Many(50_000, i => $" {i % 199} {i * 7 % 97} m {i % 199} {(i * 7 % 97) + 3} l S")), Mined),
        new("lines-of-one-path.pdf", () => OnePage(Words + " 0 0 m" + Many(3_000, i => $" {i % 199} {i * 7 % 97} l") + " S"), Mined),
        new("clips-by-the-thousand.pdf", () => OnePage(Many(20_000, i => $" 0 0 {200 - (i % 50)} 100 re W n") + Words), Blank),
        new("clips-of-many-parts.pdf", () => OnePage(Repeat(Many(100, i => $" {i} 0 50 100 re") + " W n", 100) + " " + Words), Mined),
        new("clip-of-many-corners.pdf", () => OnePage("0 0 m" + Many(1_000, i => $" {i * 37 % 200} {i * 53 % 100} l") + " W n " + Words + Many(50, i => $" {i} 0 m {i} 100 l S")), Mined),
        new("curves-by-the-hundred.pdf", () => OnePage(Words + " 0 0 m" + Many(300, i => $" {i % 199} 9 9 {i % 99} 50 50 c") + " f"), Mined),
        new("letters-by-the-thousand.pdf", () => OnePage("BT /F 1 Tf 1 0 0 1 1 99 Tm" + Many(1000, i => $" ({new string('8', 100)}) Tj 1 0 0 1 1 {99 - (i * 0.1)} Tm") + " ET"), Mined),
        new("letters-on-one-spot.pdf", () => OnePage("BT /F 10 Tf" + Many(50_000, i => $" 1 0 0 1 20 60 Tm ({(char)('A' + (i % 26))}) Tj") + " ET"), Mined),
        new("numbers-beyond-all.pdf", () => OnePage(Words + " q 1e308 1e308 m -1e308 -1e308 l S 0 0 m 1" + new string('0', 400) + " 5 l S NaN NaN m 5 5 l S 1e308 0 0 1e308 0 0 cm BT /F 1e300 Tf 9e99 9e99 Td (far) Tj ET"), Mined),
        new("operands-by-the-million.pdf", () => OnePage(Repeat("1 ", Million) + Words), Mined),
        new("string-without-end.pdf", () => OnePage(Words + " BT /F 9 Tf " + Repeat("(", 100_000)), Mined),
        new("inline-picture-without-end.pdf", () => OnePage(Words + " BI /W 2000000000 /H 2000000000 /BPC 8 /CS /RGB ID " + Repeat("EI", 10_000)), Mined),
        new("dashes-by-the-billion.pdf", () => OnePage("[0.0000001] 0 d 0 50 m 200 50 l S " + Words), Mined),
    ];

    private static string Hex => "BT /F 10 Tf 20 60 Td <004200420042> Tj ET";

    private static string Composite => "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 7 0 R/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>";

    private static string Descendant => "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>";

    private static string Many(int times, Func<int, FormattableString> operators) =>
        string.Concat(Enumerable.Range(0, times).Select(i => FormattableString.Invariant(operators(i))));

    // Two bytes stand for 128.
    private static string RunLength(int length) => Stream(Repeat("\u0081 ", length / 128) + "\u0080", "/Filter[/RunLengthDecode]");

    private static byte[] Forms(int levels) => OnePage(Words + " /X Do", resources: "/XObject<</X 6 0 R>>", more:
    [
        .. Enumerable.Range(7, levels).Select(next =>
            Stream(Repeat("/X Do ", 10), $"/Type/XObject/Subtype/Form/BBox[0 0 200 100]/Resources<</XObject<</X {next} 0 R>>>>")),
        Stream("0 0 m 9 9 l S", "/Type/XObject/Subtype/Form/BBox[0 0 200 100]"),
    ]);

    private static byte[] FormsDeep(int depth) => OnePage(Words + " /X Do", resources: "/XObject<</X 6 0 R>>", more:
    [
        .. Enumerable.Range(7, depth).Select(next =>
            Stream("/X Do", $"/Type/XObject/Subtype/Form/BBox[0 0 200 100]/Resources<</XObject<</X {next} 0 R>>>>")),
        Stream("0 0 m 9 9 l S", "/Type/XObject/Subtype/Form/BBox[0 0 200 100]"),
    ]);
}
