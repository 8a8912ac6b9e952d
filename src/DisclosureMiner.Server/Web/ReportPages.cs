using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace DisclosureMiner.Server.Web;

/// <summary>The latest report: the pages and files of a folder, as they are.</summary>
internal static class ReportPages
{
    private const string None =
        """
        <!doctype html>
        <html lang="zh"><head><meta charset="utf-8"><title>DisclosureMiner</title></head>
        <body><p>还没有报告。</p><p>There is no report yet.</p></body></html>
        """;

    // Whatever else lies there, a database perhaps, is not for readers.
    private static readonly FileExtensionContentTypeProvider Types = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".jsonl"] = "application/jsonl; charset=utf-8",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });

    public static void Map(WebApplication server, ServerOptions options)
    {
        // Knows nothing outside its folder, and no hidden files.
        var files = new PhysicalFileProvider(options.Reports);
        server.Lifetime.ApplicationStopped.Register(files.Dispose);
        server.MapGet("/", () => Results.Redirect("/reports/")).ExcludeFromDescription();
        server.MapGet("/reports/{**path}", (HttpRequest request, string? path) => Answer(files, request, path)).ExcludeFromDescription();
    }

    private static IResult Answer(PhysicalFileProvider files, HttpRequest request, string? path)
    {
        bool isStart = string.IsNullOrEmpty(path);
        if (isStart && !request.Path.Value!.EndsWith('/'))
        {
            // Its links start at the folder.
            return Results.Redirect("/reports/");
        }

        IFileInfo file = files.GetFileInfo(isStart ? "report.html" : path!);
        if (file is { Exists: true, IsDirectory: false, PhysicalPath: { } place } && Types.TryGetContentType(place, out string? type))
        {
            return Results.File(
                place, type, lastModified: file.LastModified, entityTag: TagOf(file), enableRangeProcessing: true);
        }

        return isStart ? Results.Text(None, "text/html; charset=utf-8") : Problems.NotFound("The report has no such page; /reports/ is where it begins.");
    }

    private static EntityTagHeaderValue TagOf(IFileInfo file) =>
        new(FormattableString.Invariant($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\""));
}
