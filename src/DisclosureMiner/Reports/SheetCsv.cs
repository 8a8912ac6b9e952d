using System.Collections.Immutable;

namespace DisclosureMiner.Reports;

/// <summary>A list as CSV: a head of the columns' names, then a line for each row.</summary>
internal static class SheetCsv
{
    public static void WriteHead<T>(CsvFile csv, ImmutableArray<SheetColumn<T>> columns) => csv.Line(columns.Select(column => column.Name));

    public static void Write<T>(CsvFile csv, ImmutableArray<SheetColumn<T>> columns, T row)
    {
        foreach ((_, SheetColumnKind kind, _, Func<T, string?> of) in columns)
        {
            switch (kind)
            {
                case SheetColumnKind.Text:
                    csv.Text(of(row));
                    break;
                case SheetColumnKind.Code:
                    csv.Code(of(row));
                    break;
                default:
                    csv.Number(of(row));
                    break;
            }
        }

        csv.End();
    }
}
