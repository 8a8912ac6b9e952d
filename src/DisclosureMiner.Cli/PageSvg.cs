using DisclosureMiner.Documents;
using DisclosureMiner.Findings;
using DisclosureMiner.Pipelines;
using DisclosureMiner.Reports;
using DisclosureMiner.Sources;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>show --page N --svg</c>: a page as it is read now, which need not be what an earlier run has stored.</summary>
/// <param name="screen">Where it is written to.</param>
/// <param name="pipeline">What is known of the field.</param>
/// <param name="db">The database of earlier runs, which need not be there.</param>
internal sealed class PageSvg(Screen screen, Pipeline pipeline, string db)
{
    /// <summary>Writes the drawing.</summary>
    /// <param name="reference">The path of a PDF, or whatever names a document of an earlier run.</param>
    /// <param name="page">Physical page, from 1.</param>
    /// <exception cref="UsageException">There is no such file or page.</exception>
    public void Write(string reference, int page)
    {
        using DisclosureStore? store = StoreAddress.IsPostgres(db) || File.Exists(db) || !File.Exists(reference) ? DisclosureStore.OpenExisting(db) : null;
        (string path, string? id) = File.Exists(reference) ? (reference, null) : Locate(reference, store!);
        SourceFile file = Open(path);
        string name = Path.GetFileName(file.Path);
        if (file.MediaType != MediaTypes.Pdf)
        {
            throw new UsageException(screen.Texts.NoPages(name));
        }

        Reading reading = Mining.Read(pipeline, file);
        PageView view = DocumentReader.View(file, page) ?? throw new UsageException(screen.Texts.NoSuchPage(name, page, reading.Pages));
        MinedDocument mined = Mining.Check(pipeline, file.As(name), reading, (known, tables) => Mining.ReadAgain(pipeline, file, known, tables));
        if (mined.Error is { } error)
        {
            screen.Error.WriteLine(screen.Say(error.Message));
        }

        if (store?.Holds(mined) == false || (id is not null && id != file.Id))
        {
            screen.Error.WriteLine(screen.Texts.OtherThanStored(name));
        }

        PageDrawing.Write(screen.Out, view, mined, screen.Language);
    }

    private (string Path, string Id) Locate(string reference, DisclosureStore store)
    {
        string id = DocumentReference.Resolve(store, reference, screen.Texts);
        string[] paths = [.. store.Located().Where(item => item.Id == id).Select(item => item.Path)];
        return (Array.Find(paths, File.Exists) ?? throw new UsageException(screen.Texts.NotAtHand(paths[0])), id);
    }

    private SourceFile Open(string path)
    {
        try
        {
            return SourceFile.Read(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(screen.Texts.CannotRead(path));
        }
    }
}
