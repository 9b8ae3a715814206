using System.Reflection;

namespace IncidentDesk.Tests.House;

/// <summary>One of every refusal there is, for page, API and command line to show.</summary>
internal static class RefusalSamples
{
    /// <summary>
    /// All refusals of these assemblies, by name. Every refusal type gives one: its arguments
    /// are made up from their types.
    /// </summary>
    public static IReadOnlyList<Refusal> In(params IReadOnlyList<Assembly> assemblies)
    {
        var found = assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Refusal)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(Made).ToList();
        Assert.True(found.Count >= 10,
            $"Only {found.Count} refusals were found; there are more in the desk. Is the search still looking in the right place?");
        return found;
    }

    /// <summary>By its constructor alone, which makes the sentence.</summary>
    static Refusal Made(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(p => Sample.Of(p.ParameterType, p.Name!))]);
    }
}
