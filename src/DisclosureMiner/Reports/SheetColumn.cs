namespace DisclosureMiner.Reports;

/// <summary>What a column holds.</summary>
internal enum SheetColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A code: text, whatever it looks like.</summary>
    Code,

    /// <summary>A number that this program wrote.</summary>
    Number,
}

/// <summary>A column of a list that is written as CSV or as a sheet of a workbook.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Width">How wide it is in a workbook, in digits.</param>
/// <param name="Of">Its value; null when there is none.</param>
internal sealed record SheetColumn<T>(string Name, SheetColumnKind Kind, int Width, Func<T, string?> Of);
