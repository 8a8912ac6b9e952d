namespace DisclosureMiner.Server.Web;

/// <summary>Tells browsers what an answer may do: nothing, but for pages, which may show themselves.</summary>
internal static class SecurityHeaders
{
    private const string Data = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    // A report carries its own style and script, and loads nothing.
    private const string Report =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    // The pages of the job engine load their scripts and styles from here.
    private const string Jobs =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        // As it was asked for: the job engine moves a part of it into the base on the way.
        PathString path = context.Request.Path;
        context.Response.OnStarting(() =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.ContentSecurityPolicy = path.StartsWithSegments("/reports") ? Report : path.StartsWithSegments("/jobs") ? Jobs : Data;

            // What is mined changes, and is nothing for caches that others share.
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "private, no-cache";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
