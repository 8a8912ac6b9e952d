using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>A rule of the catalogue in full: what it says, how it is tested, its expression, its forms and its examples.</summary>
internal static class RuleText
{
    public static void Write(Screen screen, Rule rule, Pipeline pipeline)
    {
        TextWriter o = screen.Out;
        o.WriteLine($"{rule.Id}  {screen.Say(rule.Title)}");
        o.WriteLine("  " + Lines.Flat(screen.Say(rule.Explanation)));
        o.WriteLine($"  {screen.Texts.Formula}: {rule.Formula}");
        o.WriteLine("  " + screen.Texts.RuleTest(Words.Of(rule.Tolerance), screen.Say(Wording.Of(rule.Severity))));
        foreach (string line in (rule.Holds ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            o.WriteLine("    " + line);
        }

        WriteForms(screen, pipeline.Forms, form => form.Core.Contains(rule.Id), screen.Texts.CoreIn);
        WriteForms(screen, pipeline.Forms, form => form.Without.Contains(rule.Id), screen.Texts.NotIn);
        WriteForms(screen, pipeline.Forms, form => form.Notes.Contains(rule.Id), screen.Texts.NoteIn);
        if (pipeline.ReadExamples().FirstOrDefault(example => example.Rule == rule.Id) is { } run)
        {
            WriteExample(o, screen.Texts.ExampleHolds, run.Holds);
            WriteExample(o, screen.Texts.ExampleBreaks, run.Breaks);
        }

        foreach (string example in rule.Examples)
        {
            o.WriteLine($"  {screen.Texts.Example}: {example}");
        }
    }

    private static void WriteExample(TextWriter o, string name, string text)
    {
        o.WriteLine($"  {name}:");
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            o.WriteLine("    " + line);
        }
    }

    private static void WriteForms(Screen screen, FormBook book, Func<DisclosureForm, bool> has, Func<string, string> say)
    {
        string[] forms = [.. book.Forms.Where(has).Select(form => form.Id)];
        if (forms.Length > 0)
        {
            screen.Out.WriteLine("  " + say(string.Join(screen.Texts.Comma, forms)));
        }
    }
}
