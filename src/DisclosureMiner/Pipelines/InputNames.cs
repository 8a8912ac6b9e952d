namespace DisclosureMiner.Pipelines;

/// <summary>
/// Names files in outputs, so that the same documents give the same bytes on every machine: relative to the current folder when
/// they were given so or lie below it, else relative to the folder that all other given paths lie in.
/// </summary>
internal sealed class InputNames
{
    private readonly string _current;
    private readonly string? _common;
    private readonly List<string> _near = [];

    public InputNames(IReadOnlyList<string> given, string current)
    {
        _current = Path.TrimEndingDirectorySeparator(current);
        foreach (string path in given)
        {
            string fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, current));
            if (!Path.IsPathRooted(path))
            {
                _near.Add(fullPath);
            }
            else if (!IsIn(fullPath, _current))
            {
                string parent = Path.GetDirectoryName(fullPath) ?? fullPath;
                _common = _common is null ? parent : CommonOf(_common, parent);
            }
        }
    }

    /// <summary>The name of a file in outputs.</summary>
    public string Of(string fullPath)
    {
        bool isNear = _common is null || IsIn(fullPath, _current) || _near.Any(near => fullPath == near || IsIn(fullPath, near));
        string name = Path.GetRelativePath(isNear ? _current : _common!, fullPath);
        return Path.DirectorySeparatorChar == '/' ? name : name.Replace(Path.DirectorySeparatorChar, '/');
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string CommonOf(string a, string b)
    {
        string common = a;
        while (b != common && !IsIn(b, common) && Path.GetDirectoryName(common) is { } parent)
        {
            common = parent;
        }

        return common;
    }
}
