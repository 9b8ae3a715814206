using System.Net;
using IncidentDesk.Web.People;
using Microsoft.AspNetCore.HttpOverrides;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// Which reverse proxies may say where a request came from (<c>Desk:Proxies</c>, addresses or networks). From anybody else
/// <c>X-Forwarded-For</c> is passed over: with it one could choose the place that attempts are counted for.
/// </summary>
internal static class Proxies
{
    const string Setting = "Desk:Proxies";

    /// <exception cref="StartRefusedException">It cannot be read, or everybody would be trusted.</exception>
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<bool?>("FORWARDEDHEADERS_ENABLED") is true)
            throw new StartRefusedException("ASPNETCORE_FORWARDEDHEADERS_ENABLED lets every client choose the address "
                + $"that it seems to come from. Remove it and name the reverse proxy in {Setting}, for example 127.0.0.1.");
        var networks = (configuration[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = networks.Count > 0 ? ForwardedHeaders.XForwardedFor : ForwardedHeaders.None;
            // Several in a row are followed until one is not named; what is before it is its word alone.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in networks) forwarded.KnownIPNetworks.Add(network);
        });
    }

    static System.Net.IPNetwork Read(string given)
    {
        if (System.Net.IPNetwork.TryParse(given, out var network)) return network;
        return IPAddress.TryParse(given, out var one) ? new(one, one.GetAddressBytes().Length * 8) : throw new StartRefusedException(
            $"{Setting} names \"{given}\". Write IP addresses or networks, for example 127.0.0.1 or 10.1.0.0/16.");
    }
}
