using System.Buffers;
using CsvHelper;

namespace DisclosureMiner.Reports;

/// <summary>CSV that opens right in office programs and can do no harm there: a file, or part of a stream.</summary>
internal sealed class CsvFile : IDisposable
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    // Office programs take a field for a formula when it begins so; those of East Asia take the wide forms too.
    private const string FormulaStarts = "=+-@\t\r＝＋－＠";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,%‰");

    private readonly AtomicFile? _file;
    private readonly CsvWriter _csv;

    public CsvFile(string path, bool byteOrderMark)
    {
        _file = new AtomicFile(path, byteOrderMark);
        _csv = CsvWriter.Create(_file.Writer, Options, true);
    }

    public CsvFile(TextWriter writer) => _csv = CsvWriter.Create(writer, Options, true);

    /// <summary>Words; a formula is defused by an apostrophe.</summary>
    public void Text(string? text) => _csv.WriteField(Defused(text ?? ""));

    /// <summary>A code: always in quotes, so that a program that guesses types takes it for text and keeps its zeros.</summary>
    public void Code(string? code)
    {
        if (code is null)
        {
            _csv.WriteField("");
        }
        else
        {
            _csv.WriteField(Defused(code), CsvQuoting.Always);
        }
    }

    /// <summary>A number that this program wrote.</summary>
    public void Number(string? number) => _csv.WriteField(number ?? "");

    /// <summary>Ends the line.</summary>
    public void End() => _csv.EndRecord();

    /// <summary>A line of words.</summary>
    public void Line(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            Text(text);
        }

        End();
    }

    /// <summary>Writes what is left to write, and puts a file in its place.</summary>
    public void Commit()
    {
        _csv.Dispose();
        _file?.Commit();
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    /// <summary>The text, with an apostrophe before it if an office program would run it.</summary>
    internal static string Defused(string text) =>
        text.Length > 1 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) && !IsDash(text) ? "'" + text : text;

    private static bool IsNumber(string text) => text[0] is '-' or '+' && text.AsSpan(1).IndexOfAnyExcept(NumberCharacters) < 0;

    // Printed in budgets for nothing at all.
    private static bool IsDash(string text) => text.All(c => c is '-' or '－');
}
