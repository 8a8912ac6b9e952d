namespace DisclosureMiner.Server.Web;

/// <summary>
/// Refuses what a page of another site would have changed: the visitor's browser would send it from this machine, or with the
/// visitor's password. Programs that are no browsers send neither header.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next, ILogger<CrossSiteGuard> log)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || !IsFromElsewhere(request))
        {
            return next(context);
        }

        log.Refused(request.Method, request.Path, request.Headers.Origin.ToString(), "sent by a page of another site");
        return Problems.Of(StatusCodes.Status403Forbidden, "A page of another site may not send this.").ExecuteAsync(context);
    }

    private static bool IsFromElsewhere(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
        {
            return true;
        }

        // The host alone, because a proxy may have taken TLS off.
        string origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
