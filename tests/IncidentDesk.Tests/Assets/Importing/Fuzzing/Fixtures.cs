using IncidentDesk.Assets.Importing;
using IncidentDesk.Tests.House;

namespace IncidentDesk.Tests.Assets.Importing.Fuzzing;

/// <summary>One small file of each kind for every format, from the folder of its code; what the mutations start from.</summary>
internal static class Fixtures
{
    public const string Folder = "tests/IncidentDesk.Tests/Assets/Importing/Fuzzing/fixtures";

    /// <summary>Every format in the desk, whoever wrote it.</summary>
    public static readonly IReadOnlyList<ICatalogueFormat> Formats =
    [.. typeof(ICatalogueFormat).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(ICatalogueFormat)))
        .Select(t => (ICatalogueFormat)Activator.CreateInstance(t)!).OrderBy(f => f.Code, StringComparer.Ordinal)];

    static readonly ILookup<string, Fixture> All = Repository.Files(Folder, "").Where(f => !f.EndsWith(".cs", StringComparison.Ordinal))
        .Select(f => new Fixture(f.Split('/')[^2], f.Split('/')[^1], File.ReadAllBytes(Path.Combine(Repository.Root, f))))
        .ToLookup(f => f.Code);

    public static IReadOnlyList<Fixture> Of(string code) => [.. All[code]];

    public static IReadOnlyList<Fixture> Any { get; } = [.. All.SelectMany(f => f)];
}

/// <param name="Code">Of the format it belongs to.</param>
internal sealed record Fixture(string Code, string Name, byte[] Bytes);
