using System.Reflection;
using System.Text.Json;

namespace IncidentDesk.Tests.House;

/// <summary>A word of an address, a file name or a CSV is the word of the JSON.</summary>
public class SpellingTests
{
    static readonly MethodInfo OfOne = typeof(SpellingTests).GetMethod(nameof(Differing), BindingFlags.Static | BindingFlags.NonPublic)!;

    [Fact]
    public void Every_value_of_an_enumeration_is_spelled_as_JSON_spells_it()
    {
        Type[] all = [.. typeof(Json).Assembly.GetTypes().Where(t => t is { IsEnum: true, ContainsGenericParameters: false })];
        Assert.True(all.Length > 30, $"{all.Length} enumerations are too few to be all.");
        Assert.Empty(all.SelectMany(type => (IEnumerable<string>)OfOne.MakeGenericMethod(type).Invoke(null, null)!));
    }

    static IEnumerable<string> Differing<T>() where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => value.Spelled() != JsonSerializer.SerializeToElement(value, Json.Options).GetString())
            .Select(value => $"{typeof(T).Name}.{value}: {value.Spelled()}");
}
