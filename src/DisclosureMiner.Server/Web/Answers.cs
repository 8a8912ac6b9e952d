using System.Security.Cryptography;
using System.Text;
using DisclosureMiner.Reports;

namespace DisclosureMiner.Server.Web;

/// <summary>Answers made of stored records, which are JSON already.</summary>
internal static class Answers
{
    /// <summary>One record.</summary>
    public static IResult Json(string record) => new JsonAnswer(record);

    /// <summary>A page of records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="next">What to ask for as <c>after</c> to go on; null on the last page.</param>
    public static IResult Page(IEnumerable<string> records, string? next) =>
        new JsonAnswer($"{{\"items\":[{string.Join(',', records)}],\"next\":{(next is null ? "null" : $"\"{next}\"")}}}");

    /// <summary>A CSV file, page by page.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="pages">Its lines; nothing is fetched before the page before it is sent.</param>
    public static IResult Csv(string name, IEnumerable<string> pages) => new CsvAnswer(name, pages);

    /// <summary>The lines that are written by <paramref name="write"/>.</summary>
    public static string Lines(Action<CsvFile> write)
    {
        using var text = new StringWriter();
        using var csv = new CsvFile(text);
        write(csv);
        csv.Commit();
        return text.ToString();
    }

    private sealed class JsonAnswer(string json) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            byte[] body = Encoding.UTF8.GetBytes(json);
            string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"";
            httpContext.Response.Headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch.Any(known => known is not null && (known == "*" || known.Contains(tag, StringComparison.Ordinal))))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.ContentLength = body.Length;
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }

    private sealed class CsvAnswer(string name, IEnumerable<string> pages) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            CancellationToken stop = httpContext.RequestAborted;
            using IEnumerator<string> each = pages.GetEnumerator();

            // What fails here is still told as a problem; later only a broken connection can tell.
            bool hasMore = each.MoveNext();
            httpContext.Response.ContentType = "text/csv; charset=utf-8";
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            await httpContext.Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), stop);
            for (; hasMore; hasMore = each.MoveNext())
            {
                await httpContext.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(each.Current), stop);
                stop.ThrowIfCancellationRequested();
            }
        }
    }
}
