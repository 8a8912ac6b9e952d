using System.Collections.Immutable;
using System.CommandLine;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>explain</c>: a rule of the catalogue, or a discrepancy with the rule it breaks and the checks it broke.</summary>
internal sealed class ExplainCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly Argument<string> _what;
    private readonly StoreOptions _places;
    private readonly PipelineOption _pipeline;

    private ExplainCommand(Screen screen)
    {
        _screen = screen;
        _what = new Argument<string>("id") { Description = screen.Texts.ExplainWhat };
        _command = new Command("explain", screen.Texts.Explain) { _what };
        _places = new StoreOptions(_command, screen.Texts);
        _pipeline = new PipelineOption(_command, screen.Texts);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen) => new ExplainCommand(screen)._command;

    private int Run(ParseResult parsed)
    {
        string what = parsed.GetRequiredValue(_what);
        Pipeline pipeline = _pipeline.Load(parsed);
        if (pipeline.Rules.Find(what) is { } asked)
        {
            RuleText.Write(_screen, asked, pipeline);
            return ExitCodes.Ok;
        }

        // Rules are explained where nothing was mined yet, and an unknown id is told from a missing store.
        if (!File.Exists(_places.Db(parsed)))
        {
            throw new UsageException(_screen.Texts.NothingToExplain(what));
        }

        using DisclosureStore store = _places.OpenExisting(parsed);
        ImmutableArray<Finding> findings = store.Findings(new FindingFilter(Id: what));
        if (findings.IsEmpty)
        {
            throw new UsageException(_screen.Texts.NothingToExplain(what));
        }

        foreach (Finding finding in findings)
        {
            WriteFinding(store, finding, pipeline);
        }

        return ExitCodes.Ok;
    }

    private void WriteFinding(DisclosureStore store, Finding finding, Pipeline pipeline)
    {
        TextWriter o = _screen.Out;
        o.WriteLine(finding.Path);
        DiscrepancyText.Write(_screen, finding.Discrepancy, finding.Review, "");
        var caused = finding.Discrepancy.Caused.ToHashSet(StringComparer.Ordinal);
        CheckRecord[] checks = [.. store.Find(finding.Discrepancy.Document)!.Checks.Where(check => caused.Contains(check.Id))];
        o.WriteLine(_screen.Texts.ExplainedBy(checks.Length));
        foreach (CheckRecord check in checks)
        {
            o.WriteLine($"  {check.Id}  {check.Rule}  {_screen.Say(Wording.Of(check.Verdict))}  {Lines.Flat(check.Formula)}");
        }

        foreach (string rule in checks.Select(check => check.Rule).Prepend(finding.Discrepancy.Rule).Distinct().Where(pipeline.Rules.Has))
        {
            RuleText.Write(_screen, pipeline.Rules[rule], pipeline);
        }

        o.WriteLine();
    }
}
