using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Overview.Sheets;

/// <summary>
/// Addresses of assets. Keys hold slashes, spaces, quotes, <c>#</c>, <c>?</c> and <c>%</c>, so a key is escaped as a whole; it is read from
/// what was asked for, letter by letter, because the path that the server hands on has lost which slashes were escaped.
/// </summary>
internal static class AssetAddress
{
    public static string Of(string key) => "/assets/" + Uri.EscapeDataString(key);

    /// <summary>The key behind <c>/assets/</c>; slashes may stand in the address as they are, too.</summary>
    public static string Asked(HttpContext http)
    {
        const string Before = "/assets/";
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?', 2)[0];
        var at = path.IndexOf(Before, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : Uri.UnescapeDataString(path[(at + Before.Length)..]);
    }
}
