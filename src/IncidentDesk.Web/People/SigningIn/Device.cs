namespace IncidentDesk.Web.People.SigningIn;

/// <summary>What a browser says of itself, in the few words by which its owner knows it again.</summary>
internal static class Device
{
    /// <summary>In this order: most browsers also name the ones they are like.</summary>
    static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ];

    static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Macintosh", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>For example <c>Firefox on Linux</c>.</summary>
    public static string Of(string userAgent) =>
        $"{In(userAgent, Browsers) ?? "Unknown browser"} on {In(userAgent, Systems) ?? "an unknown system"}";

    static string? In(string userAgent, (string Sign, string Name)[] known) =>
        known.Where(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
