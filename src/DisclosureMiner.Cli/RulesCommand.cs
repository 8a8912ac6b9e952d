using System.CommandLine;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Store;
using Spectre.Console;

namespace DisclosureMiner.Cli;

/// <summary><c>rules</c>: the catalogue, or whether the pipeline's files are sound.</summary>
internal sealed class RulesCommand
{
    private readonly Screen _screen;
    private readonly Command _command;
    private readonly PipelineOption _pipeline;
    private readonly Option<bool> _check;
    private readonly Argument<string?> _id;

    private RulesCommand(Screen screen)
    {
        _screen = screen;
        _command = new Command("rules", screen.Texts.Rules);
        _pipeline = new PipelineOption(_command, screen.Texts);
        _check = new Option<bool>("--check") { Description = screen.Texts.RulesCheck };
        _id = new Argument<string?>("id") { Description = screen.Texts.RulesId, Arity = ArgumentArity.ZeroOrOne };
        _command.Add(_id);
        _command.Add(_check);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen) => new RulesCommand(screen)._command;

    private int Run(ParseResult parsed)
    {
        // Reading a pipeline checks all of it: what is wrong is told with file, line and column.
        Pipeline pipeline = _pipeline.Load(parsed);
        if (parsed.GetValue(_check))
        {
            _screen.Out.WriteLine(_screen.Texts.RulesOk(
                pipeline.Rules.Rules.Length, pipeline.ReadExamples().Length, pipeline.Forms.Forms.Length, pipeline.Kinds.Length, pipeline.Subjects.Subjects.Length));
        }
        else if (parsed.GetValue(_id) is { } id)
        {
            RuleText.Write(_screen, pipeline.Rules.Find(id) ?? throw new UsageException(_screen.Texts.NoSuchRule(id)), pipeline);
        }
        else if (_screen.IsTable)
        {
            Draw(pipeline.Rules);
        }
        else
        {
            foreach (Checks.Rule rule in pipeline.Rules.Rules)
            {
                _screen.Out.WriteLine(string.Join('\t', rule.Id, rule.Family, Words.Of(rule.Severity), _screen.Say(rule.Title), rule.Formula));
            }
        }

        return ExitCodes.Ok;
    }

    private void Draw(RuleBook rules)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Simple };
        table.AddColumns(_screen.Texts.Rule, "", _screen.Texts.Message, _screen.Texts.Formula);
        foreach (Checks.Rule rule in rules.Rules)
        {
            table.AddRow(new Text(rule.Id), new Text(_screen.Say(Wording.Of(rule.Severity))), new Text(_screen.Say(rule.Title)), new Text(rule.Formula));
        }

        _screen.Drawing.Write(table);
    }
}
