using System.Collections.Immutable;
using DisclosureMiner.Reports;

namespace DisclosureMiner.Pipelines;

/// <summary>A file to be mined.</summary>
/// <param name="FullPath">Where it lies on this machine; never written into an output.</param>
/// <param name="Path">Its name in outputs: relative, with forward slashes.</param>
/// <param name="Problem">Why it cannot be opened, when that is known already; else null.</param>
public sealed record InputFile(string FullPath, string Path, Exception? Problem = null);

/// <summary>The files that a person named or that lie in folders that a person named.</summary>
/// <param name="Files">In ordinal order of <see cref="InputFile.Path"/>.</param>
/// <param name="Missing">Given paths that do not exist.</param>
public sealed record MinerInput(ImmutableArray<InputFile> Files, ImmutableArray<string> Missing)
{
    // Of file managers; lock files of office programs begin with ~$.
    private static readonly HashSet<string> LeftBehind = new(["Thumbs.db", "desktop.ini", "__MACOSX"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Finds the files. Of a folder all files are taken, however deep, but those that belong to the work itself: ground truth,
    /// README.md, what a document was made from (<c>name.source.fodt</c>), what a run has written, what begins with a dot or is left
    /// behind by other programs, and what stands at one of <paramref name="left"/>. A file that is named is always taken.
    /// </summary>
    /// <param name="given">Paths as given, absolute or relative to <paramref name="current"/>.</param>
    /// <param name="current">The current folder, absolute.</param>
    /// <param name="left">Absolute paths of files and folders to leave out: the output folder, the database.</param>
    public static MinerInput Find(IReadOnlyList<string> given, string current, IReadOnlyCollection<string> left)
    {
        var names = new InputNames(given, current);
        var files = new Dictionary<string, InputFile>(StringComparer.Ordinal);
        var missing = ImmutableArray.CreateBuilder<string>();
        void Take(string fullPath, Exception? problem = null) =>
            files.TryAdd(fullPath, new InputFile(fullPath, names.Of(fullPath), problem));

        foreach (string path in given)
        {
            string fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, current));
            if (File.Exists(fullPath))
            {
                Take(fullPath);
            }
            else if (Directory.Exists(fullPath))
            {
                Walk(fullPath, left, Take);
            }
            else
            {
                missing.Add(path);
            }
        }

        return new MinerInput(
            [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.FullPath, StringComparer.Ordinal)],
            missing.ToImmutable());
    }

    private static void Walk(string folder, IReadOnlyCollection<string> left, Action<string, Exception?> take)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be opened may hide documents: it is reported as what cannot be read.
            take(folder, problem);
            return;
        }

        bool isOutput = OutputNames.AreIn(entries.Select(entry => entry.Name));
        foreach (FileSystemInfo entry in entries)
        {
            if (IsOfTheWork(entry.Name) || (isOutput && OutputNames.All.Contains(entry.Name)) || left.Contains(entry.FullName))
            {
                continue;
            }

            if (entry is FileInfo)
            {
                take(entry.FullName, null);
            }
            else if (entry.LinkTarget is null)
            {
                // Links to folders are not followed: one may lead back up, and what it leads to is walked where it lies.
                Walk(entry.FullName, left, take);
            }
        }
    }

    private static bool IsOfTheWork(string name) =>
        name.StartsWith('.') || name == "README.md" || name.EndsWith(".truth.yaml", StringComparison.Ordinal)
        || Path.GetFileNameWithoutExtension(name).EndsWith(".source", StringComparison.Ordinal)
        || name.StartsWith("~$", StringComparison.Ordinal) || LeftBehind.Contains(name);
}
