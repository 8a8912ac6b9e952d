using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureMiner.Server.Web;

/// <summary>
/// Lets in who knows the key; where there is none, who is on this machine. A name that leads here from elsewhere is refused then: a
/// page of another site could bind its own name to 127.0.0.1 and read through the visitor's browser.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next, ServerOptions options, ILogger<AccessGuard> log)
{
    private readonly byte[]? _key = options.ApiKey is { } key ? Hash(key) : null;

    public Task InvokeAsync(HttpContext context) => _key is null ? OnThisMachine(context) : WithKey(context, _key);

    private Task OnThisMachine(HttpContext context)
    {
        // Null where no network lies between.
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
        {
            return Refuse(context, "not from this machine", "Without a key only this machine is answered. Configure DisclosureMiner__ApiKey.");
        }

        if (!ListenAddress.IsLoopback(context.Request.Host.Host))
        {
            return Refuse(context, "the host is not this machine", "Use http://localhost or http://127.0.0.1, or configure DisclosureMiner__ApiKey.");
        }

        // Behind a proxy on this machine everybody seems to be on it.
        if (context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("Forwarded"))
        {
            return Refuse(context, "forwarded without a key", "Behind a proxy a key is needed. Configure DisclosureMiner__ApiKey.");
        }

        return next(context);
    }

    private Task WithKey(HttpContext context, byte[] key)
    {
        // Who watches over the server asks without one, and learns no more than whether it is well.
        bool isOpen = context.Request.Path == HealthEndpoints.Live || context.Request.Path == HealthEndpoints.Ready;
        if (isOpen || Given(context.Request).Any(given => CryptographicOperations.FixedTimeEquals(Hash(given), key)))
        {
            return next(context);
        }

        log.Refused(context.Request.Method, context.Request.Path, Remote(context), "no key, or a wrong one");
        context.Response.Headers.WWWAuthenticate = new([$"Bearer realm=\"DisclosureMiner\"", "Basic realm=\"DisclosureMiner\", charset=\"UTF-8\""]);
        return Problems.Of(
            StatusCodes.Status401Unauthorized,
            "Send the key as X-Api-Key or as Authorization: Bearer; in a browser, as the password of any name.").ExecuteAsync(context);
    }

    private Task Refuse(HttpContext context, string reason, string advice)
    {
        log.Refused(context.Request.Method, context.Request.Path, Remote(context), reason);
        return Problems.Of(StatusCodes.Status403Forbidden, advice).ExecuteAsync(context);
    }

    /// <summary>The keys in a request. Browsers know none but the password of Basic, and reports are read in browsers.</summary>
    private static IEnumerable<string> Given(HttpRequest request)
    {
        foreach (string? key in request.Headers["X-Api-Key"])
        {
            yield return key ?? "";
        }

        foreach (string? header in request.Headers.Authorization)
        {
            if (After(header, "Bearer ") is { } token)
            {
                yield return token;
            }
            else if (After(header, "Basic ") is { } pair && Base64.IsValid(pair))
            {
                yield return Encoding.UTF8.GetString(Convert.FromBase64String(pair)).Split(':', 2)[^1];
            }
        }
    }

    private static string? After(string? header, string scheme) =>
        header is not null && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;

    // Of equal length, whatever was sent.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string Remote(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "this machine";
}
