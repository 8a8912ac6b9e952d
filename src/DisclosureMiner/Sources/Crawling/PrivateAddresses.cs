using System.Net;
using System.Net.Sockets;

namespace DisclosureMiner.Sources.Crawling;

/// <summary>
/// Tells addresses of the public internet from all others: loopback, private and shared networks, link-local (where clouds answer
/// with their secrets), documentation, multicast. The list follows IANA's registries of special-purpose addresses.
/// </summary>
public static class PrivateAddresses
{
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            // Answers within one cloud only, with what its machines are told.
            "168.63.129.16/32",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];

    // Addresses that carry one of version 4 within them: where it begins.
    private static readonly (IPNetwork Network, int Offset)[] Carriers = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    /// <summary>Whether an address is anything else than one of the public internet.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPrivate(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Special4.Any(network => network.Contains(address));
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
        {
            return true;
        }

        foreach ((IPNetwork network, int offset) in Carriers)
        {
            if (network.Contains(address))
            {
                return IsPrivate(new IPAddress(address.GetAddressBytes().AsSpan(offset, 4)));
            }
        }

        return !Global6.Contains(address) || Special6.Any(network => network.Contains(address));
    }
}
