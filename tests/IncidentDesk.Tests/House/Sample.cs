using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace IncidentDesk.Tests.House;

/// <summary>Builds a record with every member set, from its shape alone; the same shape always gives the same values.</summary>
internal static class Sample
{
    static readonly DateTimeOffset At = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);

    public static object Of(Type type, string name = "it") => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner, name),
        _ when type == typeof(string) => $"{name}, in words",
        _ when type == typeof(int) => 1 + (name.Length % 9),
        _ when type == typeof(long) => 1L + (name.Length % 9),
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(decimal) => 0.5m,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => new Guid($"00000000-0000-0000-0000-{name.Length:D12}"),
        _ when type == typeof(DateTimeOffset) => At.AddMinutes(name.Length),
        _ when type == typeof(DateOnly) => DateOnly.FromDateTime(At.Date),
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(name.Length),
        _ when type == typeof(Uri) => new Uri("https://example.org/"),
        _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
        _ when ItemOf(type) is { } item => Several(type, item, name),
        _ => Record(type),
    };

    static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length)
            .First(c => c.GetParameters() is not [{ } only] || only.ParameterType != type);
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!))]);
        var inConstructor = constructor.GetParameters().Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && !inConstructor.Contains(p.Name)))
            property.SetValue(made, Of(property.PropertyType, property.Name));
        return made;
    }

    static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType ? type.GetGenericArguments()[^1] : null;

    static object Several(Type type, Type item, string name)
    {
        if (type.IsAssignableTo(typeof(IDictionary)) || type.Name.Contains("Dictionary", StringComparison.Ordinal))
        {
            var pairs = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
            pairs.Add(Of(type.GetGenericArguments()[0], "key"), Of(item, name));
            return pairs;
        }
        var values = Array.CreateInstance(item, 2);
        for (var i = 0; i < 2; i++) values.SetValue(Of(item, i == 0 ? name : name + " more"), i);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(ImmutableArray).GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Single(m => m.Name == "Create"
                    && m.GetParameters() is [{ ParameterType.IsArray: true }]).MakeGenericMethod(item).Invoke(null, [values])!
            : values;
    }
}
