using System.CommandLine;
using System.Globalization;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>show</c>: one document, what was read in it and what does not agree.</summary>
internal sealed class ShowCommand
{
    private const int BarWidth = 40;

    // What each verdict looks like in the bar, for a terminal without colours and for a mail.
    private static readonly (FactVerdict Verdict, char Mark)[] Marks =
    [
        (FactVerdict.Verified, '█'), (FactVerdict.Rounding, '▒'), (FactVerdict.Contradicted, '!'), (FactVerdict.Unchecked, '·'),
    ];

    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string> _document;
    private readonly Option<int?> _page;
    private readonly Option<bool> _svg;
    private readonly StoreOptions _places;
    private readonly PipelineOption _pipeline;

    private ShowCommand(Screen screen)
    {
        _screen = screen;
        _document = new Argument<string>("document") { Description = screen.Texts.DocumentFilter };
        _page = new Option<int?>("--page") { Description = screen.Texts.PageOption, HelpName = "N" };
        _svg = new Option<bool>("--svg") { Description = screen.Texts.SvgOption };
        _command = new Command("show", screen.Texts.Show) { _document, _page, _svg };
        _places = new StoreOptions(_command, screen.Texts);
        _pipeline = new PipelineOption(_command, screen.Texts);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen) => new ShowCommand(screen)._command;

    private int Run(ParseResult parsed)
    {
        int? page = parsed.GetValue(_page);
        if (page is not null != parsed.GetValue(_svg))
        {
            throw new UsageException(_screen.Texts.PageAndSvg);
        }

        if (page is { } number)
        {
            new PageSvg(_screen, _pipeline.Load(parsed), _places.Db(parsed)).Write(parsed.GetRequiredValue(_document), number);
            return ExitCodes.Ok;
        }

        using DisclosureStore store = _places.OpenExisting(parsed);
        StoredDocument stored = store.Find(DocumentReference.Resolve(store, parsed.GetRequiredValue(_document), _screen.Texts))!;
        WriteHead(stored);
        if (stored.Document.Status == MiningStatus.Mined)
        {
            WriteFigures(stored, store.FigureVerdicts(stored.Document.Id));
            WriteChecks(stored.Document.Checks);
            Line(_screen.Texts.SummaryFamilies, MineSummary.Families(_screen, stored.Document.Families));
            WriteDiscrepancies(stored, store.Decisions());
            WriteTables(stored);
        }

        return ExitCodes.Ok;
    }

    private void WriteHead(StoredDocument stored)
    {
        Texts texts = _screen.Texts;
        DocumentRecord document = stored.Document;
        _screen.Out.WriteLine(document.Title ?? stored.Path);
        foreach (string path in stored.Paths)
        {
            Line(texts.File, path);
        }

        Line(texts.Id, document.Id);
        string?[] particulars =
        [
            _screen.Say(Wording.Of(document.Status)),
            document.Genre is { } genre ? _screen.Say(Wording.Genre(genre)) : null,
            document.FiscalYear?.ToString(CultureInfo.InvariantCulture),
            document.Organisation,
        ];
        Line(texts.SummaryStatus, string.Join(" · ", particulars.Where(text => text is not null)));
        if (document.Error is { } error)
        {
            Line(error.Code, _screen.Say(error.Message));
        }

        if (document.Form is { } form)
        {
            Line(texts.SummaryForms, $"{_screen.Say(form.Name)} · {_screen.Say(form.Reason)}");
            string missing = form.Cleanness.Missing.IsEmpty ? "" : texts.CoreMissing(string.Join(' ', form.Cleanness.Missing));
            Line(texts.SummaryClean, _screen.Say(Wording.Of(form.Cleanness.Verdict)) + missing);
        }

        foreach (string remark in document.Remarks)
        {
            Line(texts.Remark, remark);
        }

        foreach (Attachment attachment in document.Attachments)
        {
            Line(texts.Attachment, $"{attachment.Name}  {attachment.Href}");
        }
    }

    private void WriteFigures(StoredDocument stored, Counts<FactVerdict> verdicts)
    {
        string counts = string.Join(", ", Marks.Select(mark => $"{mark.Mark} {_screen.Say(Wording.Of(mark.Verdict))} {verdicts[mark.Verdict]}"));
        Line(_screen.Texts.SummaryFigures, $"{verdicts.Total}  {Bar(verdicts)}  {counts}");
    }

    private void WriteChecks(Counts<Verdict> checks)
    {
        string list = string.Join(", ", checks.Occurring.Select(verdict => $"{_screen.Say(Wording.Of(verdict))} {checks[verdict]}"));
        string decided = _screen.Texts.Decided(checks.Decided(), checks.Total, MineSummary.Share(checks));
        Line(_screen.Texts.SummaryChecks, list.Length > 0 ? $"{decided}: {list}" : decided);
    }

    private void WriteDiscrepancies(StoredDocument stored, Decisions decisions)
    {
        int Count(Severity severity) => stored.Discrepancies.Count(found => found.Severity == severity);
        Line(_screen.Texts.SummaryDiscrepancies, _screen.Texts.Severities(Count(Severity.Error), Count(Severity.Warning), Count(Severity.Note)));
        for (int i = 0; i < stored.Discrepancies.Length; i++)
        {
            _screen.Out.WriteLine();
            DiscrepancyRecord found = stored.Discrepancies[i];
            DiscrepancyText.Write(_screen, found, decisions.Of(found.Id, found.ValuesHash), string.Create(CultureInfo.InvariantCulture, $"{i + 1}. "));
        }
    }

    private void WriteTables(StoredDocument stored)
    {
        if (stored.Tables.IsEmpty)
        {
            return;
        }

        _screen.Out.WriteLine();
        _screen.Out.WriteLine($"{_screen.Texts.SummaryTables} ({stored.Tables.Length})");
        foreach (TableRecord table in stored.Tables)
        {
            string size = string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Length}×{table.Columns.Length}");
            Line(table.Id, string.Join("  ", new[] { table.Kind, size, table.Unit, table.Title }.Where(text => text is not null)));
        }
    }

    private static string Bar(Counts<FactVerdict> verdicts)
    {
        if (verdicts.Total == 0)
        {
            return "";
        }

        // Whatever occurs shows, if only by one mark: a single contradiction is what the reader looks for.
        return string.Concat(Marks
            .Where(mark => verdicts[mark.Verdict] > 0)
            .Select(mark => new string(mark.Mark, Math.Max(1, BarWidth * verdicts[mark.Verdict] / verdicts.Total))));
    }

    private void Line(string name, string value) => _screen.Out.WriteLine($"  {name}: {value}");
}
