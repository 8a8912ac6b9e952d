using System.Collections.Immutable;
using System.Text;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Findings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Scoring;

/// <summary>Reads what people have written down as true of a document.</summary>
public static class TruthReader
{
    /// <summary>What the name of a truth file adds to the name of its document.</summary>
    public const string Suffix = ".truth.yaml";

    /// <summary>The name of a file that holds the truth of many documents of its folder.</summary>
    public const string LinesFile = "expected.jsonl";

    /// <summary>Reads a <c>.truth.yaml</c>.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="TruthFormatException">Something in it is not as expected.</exception>
    public static GroundTruth ReadYaml(string text, string file)
    {
        var mistakes = new TruthMistakes(file);
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            mistakes.Add(IndentedByTab(text) ?? (int)exception.End.Line, $"This is no YAML: {exception.Message} Indent with spaces, and quote a text that holds `: `, ` #` or a bracket.");
        }

        mistakes.ThrowIfAny();
        if (yaml.Documents.Count != 1)
        {
            mistakes.Add(1, "Expected one YAML document that begins with `document` and `status`.");
        }

        mistakes.ThrowIfAny();
        GroundTruth truth = ReadDocument(yaml.Documents[0].RootNode, mistakes);
        mistakes.ThrowIfAny();
        return truth;
    }

    /// <summary>Reads an <c>expected.jsonl</c>: one object a line, a document each.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="TruthFormatException">Something in it is not as expected.</exception>
    public static ImmutableArray<GroundTruth> ReadJsonLines(string text, string file)
    {
        var mistakes = new TruthMistakes(file);
        ImmutableArray<GroundTruth> truths = TruthLines.Read(text, mistakes);
        mistakes.ThrowIfAny();
        return truths;
    }

    /// <summary>Splits a row at its bars; <c>\|</c> is a bar that is printed. Each cell is trimmed.</summary>
    internal static ImmutableArray<string> SplitRow(string row)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] == '\\' && i + 1 < row.Length && row[i + 1] == '|')
            {
                cell.Append('|');
                i++;
            }
            else if (row[i] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(row[i]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells.ToImmutable();
    }

    /// <summary>The first line that a tab indents, from 1: the parser tells only the first line of the whole it belongs to.</summary>
    private static int? IndentedByTab(string text)
    {
        string[] lines = text.Split('\n');
        int line = Array.FindIndex(lines, line => line.TrimStart(' ').StartsWith('\t'));
        return line < 0 ? null : line + 1;
    }

    private static GroundTruth ReadDocument(YamlNode node, TruthMistakes mistakes)
    {
        TruthFields fields = TruthFields.Of(
            node, "the document", mistakes, "document", "copies", "status", "organisation", "fiscalYear", "genre", "tables", "figures", "discrepancies", "notes", "roundings", "traps");
        ImmutableArray<TrueTable>? tables = fields.Has("tables") ? [.. fields.Items("tables").Select(item => ReadTable(item, mistakes))] : null;
        var names = new CellNames(tables ?? []);
        return new GroundTruth(
            fields.Text("document"),
            fields.OptionalWord<MiningStatus>("status"),
            fields.OptionalText("organisation"),
            fields.OptionalNumber("fiscalYear"),
            fields.OptionalText("genre", Genre.All),
            tables,
            fields.Has("figures") ? [.. fields.Items("figures").Select(item => ReadFigure(item, names, mistakes))] : null,
            [.. fields.Items("discrepancies").Select(item => ReadDiscrepancy(item, mistakes))],
            [
                .. fields.Items("notes").Select(item => ReadRemark(item, RemarkKind.Note, mistakes)),
                .. fields.Items("roundings").Select(item => ReadRemark(item, RemarkKind.Rounding, mistakes)),
                .. fields.Items("traps").Select(item => ReadRemark(item, RemarkKind.Trap, mistakes)),
            ],
            IsByCause: true,
            CleanRelations: null)
        {
            Copies = fields.Texts("copies"),
        };
    }

    private static TrueTable ReadTable(YamlNode node, TruthMistakes mistakes)
    {
        TruthFields fields = TruthFields.Of(node, "a table", mistakes, "kind", "title", "unit", "headerRows", "columns", "cells");
        ImmutableArray<ImmutableArray<string>> cells = ReadCells(fields, mistakes);
        int width = cells.IsEmpty ? 0 : cells[0].Length;
        ImmutableArray<string>? columns = fields.Has("columns") ? fields.Texts("columns") : null;
        if (columns is { } paths && paths.Length != width)
        {
            mistakes.Add(fields.LineOf("columns"), $"Expected {width} columns, as `cells` has, not {paths.Length}.");
        }

        return new TrueTable(fields.Text("kind"), fields.Text("title"), fields.Text("unit"), fields.Number("headerRows"), columns, cells, fields.Line);
    }

    private static ImmutableArray<ImmutableArray<string>> ReadCells(TruthFields fields, TruthMistakes mistakes)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        string[] lines = fields.Text("cells").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            rows.Add(SplitRow(lines[i]));
            if (rows[^1].Length != rows[0].Length)
            {
                // The text begins on the line after the bar of `cells: |`.
                mistakes.Add(fields.LineOf("cells") + 1 + i, $"Expected {rows[0].Length} cells, as in the first row, not {rows[^1].Length}.");
            }
        }

        return rows.ToImmutable();
    }

    private static TrueFigure ReadFigure(YamlNode node, CellNames names, TruthMistakes mistakes)
    {
        TruthFields fields = TruthFields.Of(node, "a figure", mistakes, "section", "context", "figure", "role", "verdict", "heldBy", "cell", "reason");
        var figure = new TrueFigure(
            fields.OptionalText("section") ?? "",
            fields.Text("context"),
            fields.Text("figure"),
            fields.Word<FigureRole>("role"),
            fields.Has("verdict") ? fields.Word<FactVerdict>("verdict") : null,
            fields.Texts("heldBy"),
            fields.Line)
        {
            Cells = [.. fields.OneOrMoreTexts("cell").Select(name => ReadCell(name, fields.LineOf("cell"), names, mistakes)).OfType<TrueCell>()],
        };
        if (!figure.Context.Contains(figure.Text, StringComparison.Ordinal))
        {
            mistakes.Add(fields.LineOf("context"), $"The context must contain the figure `{figure.Text}`.");
        }

        return figure;
    }

    private static TrueCell? ReadCell(string name, int line, CellNames names, TruthMistakes mistakes)
    {
        TrueCell? cell = names.Find(name, out string? problem);
        if (problem is not null)
        {
            mistakes.Add(line, problem);
        }

        return cell;
    }

    private static TrueDiscrepancy ReadDiscrepancy(YamlNode node, TruthMistakes mistakes)
    {
        TruthFields fields = TruthFields.Of(node, "a discrepancy", mistakes, "rule", "severity", "quote", "page", "figures", "explain");
        return new TrueDiscrepancy(
            fields.Text("rule"),
            fields.OptionalWord("severity", Severity.Error, Severity.Warning),
            fields.Text("quote"),
            fields.Texts("figures"),
            fields.OptionalText("explain") ?? "",
            fields.Line)
        {
            Page = fields.OptionalNumber("page"),
        };
    }

    private static TrueRemark ReadRemark(YamlNode node, RemarkKind kind, TruthMistakes mistakes)
    {
        TruthFields fields = TruthFields.Of(node, $"a {FileWord.Of(kind)}", mistakes, "rule", "quote", "explain");
        return new TrueRemark(kind, fields.OptionalText("rule") ?? "", fields.Text("quote"), fields.OptionalText("explain") ?? "", fields.Line);
    }
}
