using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Store;
using Spectre.Console;

namespace DisclosureMiner.Cli;

/// <summary><c>register</c>: lists what the bodies of a register have published of a year, and what they have not.</summary>
internal sealed class RegisterCommand
{
    private readonly Screen _screen;
    private readonly TimeProvider _clock;
    private readonly Command _command;
    private readonly Argument<string?> _file;
    private readonly StoreOptions _places;
    private readonly PipelineOption _pipeline;
    private readonly Option<int> _year;
    private readonly Option<string?> _asOf;
    private readonly Option<string> _format;

    private RegisterCommand(Screen screen, TimeProvider clock)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _clock = clock;
        _file = new Argument<string?>("file") { Description = texts.RegisterWhat, Arity = ArgumentArity.ZeroOrOne };
        _command = new Command("register", texts.RegisterCommand) { _file };
        _places = new StoreOptions(_command, texts);
        _pipeline = new PipelineOption(_command, texts);
        _year = new Option<int>("--year") { Description = texts.CoverageYear, HelpName = "YEAR", Required = true };
        _asOf = new Option<string?>("--as-of") { Description = texts.AsOf, HelpName = "DATE" };
        _format = new Option<string>("--format") { Description = texts.Format, HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        _format.AcceptOnlyFromAmong("text", "jsonl");
        foreach (Option option in new Option[] { _year, _asOf, _format })
        {
            _command.Add(option);
        }

        _command.SetAction(Run);
    }

    public static Command Build(Screen screen, TimeProvider clock) => new RegisterCommand(screen, clock)._command;

    private int Run(ParseResult parsed)
    {
        int year = parsed.GetValue(_year);
        if (year is < 1900 or > 2999)
        {
            throw new UsageException(_screen.Texts.BadYear);
        }

        DateOnly asOf = AsOf(parsed.GetValue(_asOf));
        Register? register = Load(parsed);
        using DisclosureStore store = _places.OpenExisting(parsed);
        ImmutableArray<CoverageLine> lines = Coverage.Of(register, year, asOf, store.Held(year), (one, other) => store.MayBeVersions(one.Id, other.Id));
        if (parsed.GetValue(_format) == "jsonl")
        {
            foreach (CoverageLine line in lines)
            {
                _screen.Out.Write(CoverageJson.Of(line, year) + "\n");
            }
        }
        else if (_screen.IsTable)
        {
            Draw(lines);
        }
        else
        {
            foreach (CoverageLine line in lines)
            {
                _screen.Out.WriteLine(string.Join('\t', Columns(line).Prepend(Words.Of(line.State))));
            }
        }

        if (register is null)
        {
            _screen.Error.WriteLine(_screen.Texts.NoRegister);
        }

        _screen.Error.WriteLine(_screen.Texts.CoverageCounts(
            year, Day(asOf), string.Join(_screen.Texts.Comma, lines.CountBy(line => line.State).Select(count => $"{_screen.Texts.Of(count.Key)} {count.Value}"))));
        return ExitCodes.Ok;
    }

    private Register? Load(ParseResult parsed)
    {
        string? file = parsed.GetValue(_file) ?? (File.Exists(RegisterFile.Name) ? RegisterFile.Name : null);
        return file is null ? null
            : File.Exists(file) ? RegisterFile.Load(file, _pipeline.Load(parsed))
            : throw new UsageException(_screen.Texts.NoSuchPath(file));
    }

    private DateOnly AsOf(string? day) => day is null
        ? DateOnly.FromDateTime(_clock.GetLocalNow().Date)
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly asOf)
            ? asOf
            : throw new UsageException(_screen.Texts.BadDay(day));

    private void Draw(ImmutableArray<CoverageLine> lines)
    {
        Texts texts = _screen.Texts;
        var table = new Spectre.Console.Table { Border = TableBorder.Simple };
        table.AddColumns("", texts.BodyCode, texts.Body, texts.DocumentKind, texts.Due, texts.Published, texts.TimelinessHead, texts.Message, texts.Where);
        foreach (CoverageLine line in lines)
        {
            string colour = line.State switch { CoverageState.Missing => "red", CoverageState.Late or CoverageState.Unexpected => "yellow", _ => "grey" };
            table.AddRow([new Markup($"[{colour}]{texts.Of(line.State).EscapeMarkup()}[/]"), .. Columns(line).Select(text => new Text(text))]);
        }

        _screen.Drawing.Write(table);
    }

    private IEnumerable<string> Columns(CoverageLine line) =>
    [
        line.Body?.Code ?? "",
        Lines.Flat(line.Organisation),
        _screen.Texts.KindOf(line.Kind),
        Day(line.Due),
        Day(line.Published),
        _screen.Texts.Of(line.Timeliness),
        _screen.Texts.Why(line.Reason) + (line.Candidates.IsEmpty ? "" : $": {string.Join(", ", line.Candidates.Select(body => body.Code))}"),
        string.Join(", ", line.Documents.Select(document => document.Path)),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
