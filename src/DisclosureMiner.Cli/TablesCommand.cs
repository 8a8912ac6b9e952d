using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;

namespace DisclosureMiner.Cli;

/// <summary><c>tables</c>: the tables of files and nothing else, as JSON, CSV or HTML.</summary>
internal sealed class TablesCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string[]> _paths;
    private readonly Option<string> _format;
    private readonly Option<string?> _out;
    private readonly Option<int> _jobs;
    private readonly Option<bool> _noBom;
    private readonly Option<bool> _details;
    private readonly Option<bool> _alternatives;

    private TablesCommand(Screen screen)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _paths = new Argument<string[]>("path") { Description = texts.MinePaths, Arity = ArgumentArity.OneOrMore };
        _format = new Option<string>("--format") { Description = texts.TablesFormat, HelpName = "json|csv|html", DefaultValueFactory = _ => "json" };
        _format.AcceptOnlyFromAmong("json", "csv", "html");
        _out = new Option<string?>("--out", "-o") { Description = texts.TablesOut, HelpName = "DIR" };
        _jobs = new Option<int>("--jobs", "-j") { Description = texts.Jobs, HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        _noBom = new Option<bool>("--no-bom") { Description = texts.NoBom };
        _details = new Option<bool>("--details") { Description = texts.TablesDetails };
        _alternatives = new Option<bool>("--alternatives") { Description = texts.TablesAlternatives };
        _command = new Command("tables", texts.Tables) { _paths, _format, _details, _alternatives, _out, _jobs, _noBom };
        _command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
    }

    public static Command Build(Screen screen) => new TablesCommand(screen)._command;

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        int jobs = parsed.GetValue(_jobs);
        if (jobs < 1)
        {
            throw new UsageException(_screen.Texts.BadJobs);
        }

        string? folder = parsed.GetValue(_out);
        string[] paths = parsed.GetRequiredValue(_paths);
        ImmutableArray<InputFile> files = InputPaths.Find(paths, folder is null ? [] : [OutputFolder.FullPath(folder)], _screen.Texts).Files;
        if (folder is null && files.Length > 1)
        {
            throw new UsageException(_screen.Texts.SeveralNeedOut(files.Length));
        }

        TableFormat format = parsed.GetRequiredValue(_format) switch { "csv" => TableFormat.Csv, "html" => TableFormat.Html, _ => TableFormat.Json };
        bool details = parsed.GetValue(_details);
        bool alternatives = parsed.GetValue(_alternatives);
        if ((details || alternatives) && format != TableFormat.Json)
        {
            throw new UsageException(_screen.Texts.DetailsAreJson);
        }

        var tables = new TableFiles(format, _screen.Language, !parsed.GetValue(_noBom), details);
        Dictionary<InputFile, string> names = Names(files);
        var extractor = new TableExtractor(Pipeline.LoadDefault().Reading, alternatives);
        ImmutableArray<RefusedFile> refused;
        if (folder is null)
        {
            refused = extractor.Run(files, jobs, (file, read) => tables.Write(_screen.Out, names[file], read), cancellation);
        }
        else
        {
            OutputFolder.Prepare(folder, _screen.Texts);
            void Write(InputFile file, ExtractedTables read) => OutputFolder.Writing(folder, _screen.Texts, () => tables.Write(folder, names[file], read));
            refused = extractor.Run(files, jobs, Write, cancellation);
        }

        return Report(refused, paths);
    }

    // What lies in a folder beside the documents is passed over; a file that was named is not.
    private int Report(ImmutableArray<RefusedFile> refused, string[] paths)
    {
        var named = paths.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        foreach (RefusedFile file in refused)
        {
            _screen.Error.WriteLine($"{file.File.Path}{_screen.Texts.Colon}{_screen.Say(file.Error.Message)}");
        }

        return refused.Any(file => file.Status != MiningStatus.Unsupported || named.Contains(file.File.FullPath)) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    // Each by its name without extension; where that is taken, with it, and at last with a number.
    private static Dictionary<InputFile, string> Names(ImmutableArray<InputFile> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<InputFile, string>();
        foreach (InputFile file in files)
        {
            string full = Path.GetFileName(file.FullPath), bare = Path.GetFileNameWithoutExtension(full);
            IEnumerable<string> numbered = Enumerable.Range(2, files.Length).Select(n => FormattableString.Invariant($"{full}-{n}"));
            names[file] = numbered.Prepend(full).Prepend(bare).First(name => name.Length > 0 && taken.Add(name));
        }

        return names;
    }
}
