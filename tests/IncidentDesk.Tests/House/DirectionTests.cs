using System.Xml.Linq;

namespace IncidentDesk.Tests.House;

/// <summary>Web → Documents → IncidentDesk ← Cli; nothing points back.</summary>
public sealed class DirectionTests
{
    static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["IncidentDesk"] = [],
        ["IncidentDesk.Documents"] = ["IncidentDesk"],
        ["IncidentDesk.Web"] = ["IncidentDesk", "IncidentDesk.Documents"],
        ["IncidentDesk.Cli"] = ["IncidentDesk"],
    };

    [Fact]
    public void Projects_reference_each_other_in_one_direction() => Rule.Holds(
        Repository.Files("src", ".csproj").SelectMany(f => Included(f, "ProjectReference").Select(to => (From: Name(f), To: Name(to)))),
        r => MayUse.TryGetValue(r.From, out var allowed) && allowed.Contains(r.To) ? null : $"{r.From} must not reference {r.To}.");

    [Fact]
    public void The_desk_knows_no_web_no_console_and_no_drawing() => Rule.Holds(
        typeof(IncidentDesk.Door.Desk).Assembly.GetReferencedAssemblies().Select(a => a.Name!),
        name => new[] { "Microsoft.AspNetCore.", "System.Console", "SkiaSharp", "System.CommandLine" }
            .Any(w => name.StartsWith(w, StringComparison.Ordinal))
            ? $"IncidentDesk references {name}; that belongs to an edge." : null);

    [Fact]
    public void Every_package_has_its_version_in_one_place() => Rule.Holds(
        Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            .SelectMany(f => XDocument.Parse(Repository.Text(f)).Descendants("PackageReference").Select(p => (File: f, Package: p))),
        r => r.Package.Attribute("Version") is null ? null
            : $"{r.File}: the version of {r.Package.Attribute("Include")?.Value} belongs into Directory.Packages.props.");

    static IEnumerable<string> Included(string project, string what) =>
        XDocument.Parse(Repository.Text(project)).Descendants(what).Select(r => r.Attribute("Include")!.Value);

    static string Name(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));
}
