using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace DisclosureMiner.Reports;

/// <summary>
/// discrepancies.xlsx: a sheet of discrepancies and one of documents, with heads that stay in sight. The same rows give the same
/// bytes.
/// </summary>
internal sealed partial class Workbook : IDisposable
{
    // What fits into a cell, by the limits of the format.
    private const int LongestText = 32_767;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly AtomicFile _file;
    private readonly DataTable _discrepancies = TableOf(DiscrepancyColumns.All);
    private readonly DataTable _documents = TableOf(DocumentColumns.All);

    public Workbook(string path) => _file = new AtomicFile(path);

    public void Add(DocumentRow row) => Add(_documents, DocumentColumns.All, row);

    public void Add(DiscrepancyRow row) => Add(_discrepancies, DiscrepancyColumns.All, row);

    /// <summary>Writes the file and puts it in its place.</summary>
    public void Commit()
    {
        using var written = new MemoryStream();
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal) { ["discrepancies"] = _discrepancies, ["documents"] = _documents };
        var settings = new OpenXmlConfiguration
        {
            FreezeRowCount = 1,
            AutoFilter = true,
            DynamicColumns = [.. Widths(DiscrepancyColumns.All).Concat(Widths(DocumentColumns.All)).DistinctBy(column => column.Key)],
        };
        written.SaveAs(sheets, configuration: settings);
        Settle(written, _file.Stream);
        _file.Commit();
    }

    public void Dispose()
    {
        _file.Dispose();
        _discrepancies.Dispose();
        _documents.Dispose();
    }

    private static DataTable TableOf<T>(ImmutableArray<SheetColumn<T>> columns)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (SheetColumn<T> column in columns)
        {
            table.Columns.Add(column.Name, column.Kind == SheetColumnKind.Number ? typeof(decimal) : typeof(string));
        }

        return table;
    }

    private static void Add<T>(DataTable table, ImmutableArray<SheetColumn<T>> columns, T row) => table.Rows.Add([.. columns.Select(column =>
        column.Of(row) is not { Length: > 0 } value ? (object)DBNull.Value
        : column.Kind == SheetColumnKind.Number ? decimal.Parse(value, CultureInfo.InvariantCulture)
        : value.Length > LongestText ? value[..LongestText]
        : value)]);

    private static IEnumerable<DynamicExcelColumn> Widths<T>(ImmutableArray<SheetColumn<T>> columns) =>
        columns.Select(column => new DynamicExcelColumn(column.Name) { Width = column.Width });

    /// <summary>Copies a workbook without what is new each time: the hour, and the random names by which its parts refer to each other.</summary>
    private static void Settle(Stream written, Stream settled)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var from = new ZipArchive(written, ZipArchiveMode.Read);
        using var to = new ZipArchive(settled, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry part in from.Entries)
        {
            ZipArchiveEntry copy = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = NoTime;
            using Stream source = part.Open();
            using Stream target = copy.Open();
            if (part.FullName is "xl/workbook.xml" or "xl/_rels/workbook.xml.rels")
            {
                using var text = new StreamReader(source);
                string same = RandomName().Replace(text.ReadToEnd(), name =>
                {
                    names.TryAdd(name.Value, string.Create(CultureInfo.InvariantCulture, $"sheet{names.Count + 1}"));
                    return names[name.Value];
                });
                target.Write(Encoding.UTF8.GetBytes(same));
            }
            else
            {
                source.CopyTo(target);
            }
        }
    }

    [GeneratedRegex("R[0-9a-f]{32}")]
    private static partial Regex RandomName();
}
