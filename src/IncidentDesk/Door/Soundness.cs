using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace IncidentDesk.Door;

/// <summary>
/// The one rule for every text and every time of every command, however deep it lies in lists and records: found from the shape of
/// the command, so that no field can be forgotten.
/// </summary>
internal static class Soundness
{
    /// <summary>Whoever sends rubbish is not answered with more of it.</summary>
    const int MostNamed = 20;

    static readonly ConcurrentDictionary<Type, Member[]> Members = new();

    /// <summary>What is wrong, by field as the API spells it. A list is one field; the sentence names the item.</summary>
    public static Dictionary<string, string[]> Problems(object command)
    {
        var found = new Dictionary<string, string[]>();
        foreach (var member in Of(command.GetType()))
            if (found.Count < MostNamed && Problem(member.Value(command), member, "This text") is { } problem)
                found[JsonNamingPolicy.CamelCase.ConvertName(member.Name)] = [problem];
        return found;
    }

    static string? Problem(object? value, Member member, string subject) => value switch
    {
        null => null,
        string text => WellFormed.Problem(text, member.Lines, subject),
        Secret secret => WellFormed.Problem(secret.Value, lines: false, subject),
        DateTimeOffset at => Instants.Implausible(at),
        DateOnly day => Instants.Implausible(new(day, TimeOnly.MinValue, TimeSpan.Zero)),
        IEnumerable items => Each(items, member),
        _ => Of(value.GetType()).Select(inner => Problem(inner.Value(value), inner, subject)).FirstOrDefault(p => p is not null),
    };

    static string? Each(IEnumerable items, Member member)
    {
        var number = 0;
        foreach (var item in items)
        {
            number++;
            // Most lists are of texts, most texts are plain: a sentence is begun when there is something to say.
            if (item is string text && text.Length <= WellFormed.Longest && WellFormed.Flaw(text, member.Lines) is null) continue;
            if (Problem(item, member, $"Item {number.Figure()}") is { } problem) return problem;
        }
        return null;
    }

    static Member[] Of(Type type) => Members.GetOrAdd(type, t => !IsSearched(t) ? [] :
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0 && IsSearched(p.PropertyType)
                && !p.IsDefined(typeof(JudgedWhenReadAttribute)))
            .Select(p => new Member(p))]);

    /// <summary>Numbers, choices and bytes hold no text; what others made is theirs to keep sound.</summary>
    static bool IsSearched(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && !plain.IsEnum && !plain.IsPrimitive
        && plain != typeof(byte[]) && plain != typeof(Guid) && !plain.IsAssignableTo(typeof(Delegate))
        && (plain.Assembly == typeof(Soundness).Assembly || plain == typeof(string) || plain == typeof(DateTimeOffset)
            || plain == typeof(DateOnly) || plain.IsAssignableTo(typeof(IEnumerable)));

    sealed class Member(PropertyInfo property)
    {
        public string Name => property.Name;
        public bool Lines { get; } = property.IsDefined(typeof(LinesAttribute));
        public object? Value(object of) => property.GetValue(of);
    }
}
