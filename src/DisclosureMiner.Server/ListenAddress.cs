using System.Net;

namespace DisclosureMiner.Server;

/// <summary>Addresses to listen at, and names that mean this machine alone.</summary>
internal static class ListenAddress
{
    /// <summary>The host in an address such as <c>http://*:5080</c>; null when it is none.</summary>
    public static string? HostOf(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && !address.IsUnixPipe && address.Host.Length > 0 ? address.Host : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a host, as in an address or a request, can only be this machine: <c>localhost</c>, 127.0.0.0/8 or ::1.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
