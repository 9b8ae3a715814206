namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>How a place in a file is spelled for whoever has to find it.</summary>
internal static class JsonPath
{
    const int Longest = 200;

    public static string Index(long index) => $"[{index}]";

    public static string Member(string name)
    {
        if (name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            return "." + Shortened(name);
        return $"['{Shortened(name).Replace("'", "\\'", StringComparison.Ordinal)}']";
    }

    static string Shortened(string name) => WellFormed.Shown(name, Longest);
}
