namespace IncidentDesk.Documents;

/// <summary>Files that travel inside the assembly: typefaces, their licence, the stylesheet.</summary>
internal static class Resources
{
    public static Stream Open(string name) => typeof(Resources).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly does not carry {name}.");

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }
}
