using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;
using Spectre.Console;

namespace DisclosureMiner.Cli;

/// <summary><c>findings</c>: lists discrepancies that are stored.</summary>
internal sealed class FindingsCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly StoreOptions _places;
    private readonly Option<string> _severity;
    private readonly Option<string?> _rule;
    private readonly Option<string?> _verdict;
    private readonly Option<string?> _document;
    private readonly Option<int?> _year;
    private readonly Option<string?> _organisation;
    private readonly Option<bool> _open;
    private readonly Option<bool> _decided;
    private readonly Option<string> _format;

    private FindingsCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _command = new Command("findings", texts.FindingsCommand);
        _places = new StoreOptions(_command, texts);
        _severity = new Option<string>("--severity") { Description = texts.Severity, HelpName = "SEVERITY", DefaultValueFactory = _ => "warning" };
        _severity.AcceptOnlyFromAmong("error", "warning", "note");
        _rule = new Option<string?>("--rule") { Description = texts.RuleFilter, HelpName = "RULE" };
        _verdict = new Option<string?>("--verdict") { Description = texts.VerdictFilter, HelpName = "VERDICT" };
        _verdict.AcceptOnlyFromAmong([.. Words.All<Verdict>()]);
        _document = new Option<string?>("--document") { Description = texts.DocumentFilter, HelpName = "DOCUMENT" };
        _year = new Option<int?>("--year") { Description = texts.YearFilter, HelpName = "YEAR" };
        _organisation = new Option<string?>("--organisation") { Description = texts.OrganisationFilter, HelpName = "NAME" };
        _open = new Option<bool>("--open") { Description = texts.OnlyOpen };
        _decided = new Option<bool>("--decided") { Description = texts.OnlyDecided };
        _format = new Option<string>("--format") { Description = texts.Format, HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        _format.AcceptOnlyFromAmong("text", "jsonl");
        foreach (Option option in new Option[] { _severity, _rule, _verdict, _document, _year, _organisation, _open, _decided, _format })
        {
            _command.Add(option);
        }

        _command.SetAction(Run);
    }

    public static Command Build(Screen screen) => new FindingsCommand(screen)._command;

    private int Run(ParseResult parsed)
    {
        bool open = parsed.GetValue(_open), decided = parsed.GetValue(_decided);
        if (open && decided)
        {
            throw new UsageException(_screen.Texts.OpenOrDecided);
        }

        using DisclosureStore store = _places.OpenExisting(parsed);
        ImmutableArray<Finding> findings = store.Findings(new FindingFilter(
            Words.Read<Severity>(parsed.GetRequiredValue(_severity)),
            parsed.GetValue(_rule),
            parsed.GetValue(_verdict) is { } verdict ? Words.Read<Verdict>(verdict) : null,
            parsed.GetValue(_document) is { } reference ? DocumentReference.Resolve(store, reference, _screen.Texts) : null,
            Organisation: parsed.GetValue(_organisation),
            FiscalYear: parsed.GetValue(_year),
            IsDecided: open || decided ? decided : null));

        if (parsed.GetValue(_format) == "jsonl")
        {
            foreach (Finding finding in findings)
            {
                _screen.Out.Write(ContractLines.Of(finding.Discrepancy, finding.Review) + "\n");
            }
        }
        else if (findings.IsEmpty)
        {
            _screen.Error.WriteLine(_screen.Texts.NoFindings);
        }
        else if (_screen.IsTable)
        {
            Draw(findings);
        }
        else
        {
            foreach (Finding finding in findings)
            {
                DiscrepancyRecord found = finding.Discrepancy;
                _screen.Out.WriteLine(string.Join('\t', Words.Of(found.Severity), found.Rule, finding.Path, found.Id, Lines.Flat(_screen.Say(found.Message)), Words.Of(finding.Review.State)));
            }
        }

        return ExitCodes.Ok;
    }

    private void Draw(ImmutableArray<Finding> findings)
    {
        Texts texts = _screen.Texts;
        var table = new Spectre.Console.Table { Border = TableBorder.Simple };
        table.AddColumns("", texts.Rule, texts.Where, texts.Message, texts.Id, texts.SummaryStatus);
        foreach (Finding finding in findings)
        {
            DiscrepancyRecord found = finding.Discrepancy;
            string colour = found.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
            table.AddRow(
                new Markup($"[{colour}]{_screen.Say(Wording.Of(found.Severity)).EscapeMarkup()}[/]"),
                new Text(found.Rule),
                new Text(finding.Path),
                new Text(Lines.Flat(_screen.Say(found.Message))),
                new Text(found.Id),
                new Text(ReviewText.Of(_screen, finding.Review)));
        }

        _screen.Drawing.Write(table);
    }
}
