using System.CommandLine;
using DisclosureMiner.Pipelines;

namespace DisclosureMiner.Cli;

/// <summary><c>--pipeline</c>: which knowledge to use, the same for all commands.</summary>
internal sealed class PipelineOption
{
    private readonly Option<string> _name;

    public PipelineOption(Command command, Texts texts)
    {
        _name = new Option<string>("--pipeline") { Description = texts.PipelineOption, HelpName = "NAME", DefaultValueFactory = _ => "default" };
        command.Add(_name);
    }

    /// <summary>Reads the pipeline: one of the program's own by its name, or a file of the person's.</summary>
    /// <exception cref="PipelineException">It is not there, or something in it is wrong.</exception>
    public Pipeline Load(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(_name);
        bool isFile = name.EndsWith(".yaml", StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal) || name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isFile
            ? Pipeline.Load(Path.GetDirectoryName(Path.GetFullPath(name))!, Path.GetFileNameWithoutExtension(name))
            : Pipeline.Load(Path.Combine(AppContext.BaseDirectory, "pipelines"), name);
    }
}
