using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IncidentDesk.Door;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Tests.House;

namespace IncidentDesk.Tests.Door;

/// <summary>One rule for every text and time of every command, found from its shape alone.</summary>
public sealed class SoundnessTests
{
    static readonly Type[] Commands = [.. typeof(IncidentDesk.Door.Desk).Assembly.GetTypes().Where(t => !t.IsAbstract
        && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))];

    /// <summary>What may be in no text, whatever the field.</summary>
    static readonly string[] Unsound =
    [
        "a\0b", "\ud83d", "cut \ud83d here", "\u001b[31m", "a\u0085b", "\u202Egnp.exe", "a\u2066b", "\u200b", "\u2060\ufe0f", "\u0301",
        "a\ufffe", new string('a', 1 << 20),
    ];

    public static TheoryData<string> Plain =>
        ["Anna", "日本語", "من 71 إلى 94", "👩‍👩‍👧 family", "می‌خواهم", "e\u0301te\u0301", " padded\n", ""];

    [Fact]
    public void Every_text_of_every_command_is_judged()
    {
        var fields = Commands.SelectMany(Texts).ToList();
        Assert.True(fields.Count > 200, $"Only {fields.Count} texts were found; is the search still looking in the right place?");
        Rule.Holds(from field in fields from text in Unsound select (field, text), tried =>
        {
            var command = Made(tried.field.Command);
            tried.field.Put(command, tried.text);
            return Soundness.Problems(command).ContainsKey(tried.field.Name) ? null
                : $"{tried.field.Command.Name}.{tried.field.Name} takes {Shown(tried.text)}.";
        });
    }

    [Theory, MemberData(nameof(Plain))]
    public void What_people_write_in_any_script_is_taken_by_every_field(string text) => Rule.Holds(Commands.SelectMany(Texts), field =>
    {
        var command = Made(field.Command);
        field.Put(command, text);
        return Soundness.Problems(command).TryGetValue(field.Name, out var problem)
            ? $"{field.Command.Name}.{field.Name} refuses “{text}”: {problem[0]}" : null;
    });

    [Fact]
    public void Only_what_may_have_several_lines_has_them() => Rule.Holds(Commands.SelectMany(Texts), field =>
    {
        var command = Made(field.Command);
        field.Put(command, "One line\r\nand\tanother");
        return Soundness.Problems(command).ContainsKey(field.Name) != field.Lines ? null
            : $"{field.Command.Name}.{field.Name} {(field.Lines ? "refuses" : "takes")} a second line.";
    });

    [Fact]
    public void No_time_of_a_command_lies_where_a_program_puts_one_that_it_does_not_know() => Rule.Holds(
        from command in Commands
        from property in command.GetProperties()
        where property.CanWrite && Nullable.GetUnderlyingType(property.PropertyType) == typeof(DateTimeOffset)
        from at in new[] { DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue }
        select (command, property, at), tried =>
        {
            var command = Made(tried.command);
            tried.property.SetValue(command, tried.at);
            return Soundness.Problems(command).Count == 1 ? null : $"{tried.command.Name}.{tried.property.Name} takes {tried.at:u}.";
        });

    [Fact]
    public void The_refusal_of_a_list_names_the_first_item_that_is_wrong()
    {
        var problems = Soundness.Problems(new NameHeartbeats { Key = "mci", Sources = ["one", "two", "th\0ree", "\0"] });

        Assert.Equal("Item 3 contains a NUL character (U+0000). Remove it.", Assert.Single(problems["sources"]));
    }

    /// <summary>A text of a command, wherever it lies.</summary>
    sealed record Text(Type Command, string Name, bool Lines, Action<object, string> Put);

    static IEnumerable<Text> Texts(Type command) => command.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && !p.IsDefined(typeof(JudgedWhenReadAttribute)))
        .SelectMany(p => Within(p).Select(put => new Text(command, char.ToLowerInvariant(p.Name[0]) + p.Name[1..],
            p.IsDefined(typeof(LinesAttribute)), (c, text) => p.SetValue(c, put(text)))));

    /// <summary>Ways to put a text into what the property holds: itself, an item of a list, a member of a record.</summary>
    static IEnumerable<Func<string, object>> Within(PropertyInfo property) => Within(property.PropertyType);

    static IEnumerable<Func<string, object>> Within(Type type)
    {
        if (type == typeof(string)) return [text => text];
        if (type == typeof(Secret)) return [text => new Secret(text)];
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [var item])
            return Within(item).Select<Func<string, object>, Func<string, object>>(put => text =>
            {
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
                list.Add(Sample.Of(item));
                list.Add(put(text));
                return list;
            });
        return type.Assembly != typeof(Soundness).Assembly || type.IsEnum || type.GetConstructors().Length == 0 ? []
            : type.GetProperties().Where(p => p.CanWrite && !p.IsDefined(typeof(JudgedWhenReadAttribute)) && p.PropertyType != type)
                .SelectMany(p => Within(p.PropertyType).Select<Func<string, object>, Func<string, object>>(put => text =>
                {
                    var made = Sample.Of(type);
                    p.SetValue(made, put(text));
                    return made;
                }));
    }

    /// <summary>With nothing in it that is judged: only what a test puts there.</summary>
    static object Made(Type command) => RuntimeHelpers.GetUninitializedObject(command);

    static string Shown(string text) => text.Length > 20 ? $"{text.Length} letters" : string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
}
