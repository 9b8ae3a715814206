using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentDesk.Incidents;

namespace IncidentDesk.Cli.Kit;

/// <summary>One field of a command as a person types it: an option, an argument, or either.</summary>
/// <param name="name">As the API spells it.</param>
/// <param name="type">The type of its values.</param>
/// <param name="usual">What it is when left out, for the help.</param>
internal sealed class Field(string name, Type type, string? usual = null)
{
    public static List<Field> Of<TCommand>() => [.. CommandField.AllOf(typeof(TCommand)).Select(f => new Field(f.Name, f.Type))];

    public string Name { get; } = name;
    public Type Type { get; } = Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Set when it can be typed by place.</summary>
    public Argument<string>? Argument { get; private set; }

    /// <summary>Set unless it stands in the address.</summary>
    public Option? Option { get; private set; }

    public bool IsList => Type != typeof(string) && Type != typeof(byte[]) && (Type.IsArray || Type.IsGenericType);

    /// <summary>A person, and typed by name instead of identity.</summary>
    public bool IsName(string typed) => IsPerson && !Guid.TryParse(typed, out _);

    bool IsPerson => Type == typeof(Guid) && Name != "token";

    bool IsRoles => Type.IsEnum && Type.IsDefined(typeof(FlagsAttribute), false);

    /// <summary>How a field is called here, when the desk names it in a refusal.</summary>
    public static Func<string, string> Named(Func<string, bool> isArgument) => field =>
        isArgument(field) ? $"<{field}>" : field == "If-Match" ? "--seen" : Typed(field);

    static string Typed(string name) => $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}";

    public void AddArgument(Command command, bool mayBeLeftOut) => command.Add(Argument = new(Name)
    {
        Arity = mayBeLeftOut ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        HelpName = HelpName,
        Description = Description,
    });

    public void AddOption(Command command)
    {
        Option = Type == typeof(bool) ? new Option<bool>(Typed(Name))
            : IsList || IsRoles ? new Option<string[]>(Typed(Name)) { Arity = ArgumentArity.OneOrMore }
            : new Option<string>(Typed(Name));
        Option.Description = Description;
        if (Type != typeof(bool)) Option.HelpName = HelpName;
        command.Add(Option);
    }

    /// <summary>What was typed, in the order in which it stood; empty when it was left out.</summary>
    public IReadOnlyList<string> Given(ParseResult parsed)
    {
        var byPlace = Argument is { } argument && parsed.GetResult(argument) is { Tokens.Count: > 0 } placed ? placed.Tokens : [];
        var byName = Option is { } option && parsed.GetResult(option) is { Implicit: false } named ? named.Tokens : null;
        var flag = byName is { Count: 0 } && Type == typeof(bool);
        return flag ? ["true"] : [.. byPlace.Concat(byName ?? []).Select(t => t.Value)];
    }

    /// <summary>The JSON of what was typed, or what is wrong with it.</summary>
    public (JsonNode? Value, string? Problem) Read(IReadOnlyList<string> given, bool zoned)
    {
        if (IsList) return Lines(given);
        if (given.Count > 1 && !IsRoles) return (null, "This is given more than once. Give it once.");
        return FieldText.Read(Type, string.Join(",", given), zoned);
    }

    (JsonNode?, string?) Lines(IReadOnlyList<string> given)
    {
        var values = new List<string>();
        foreach (var value in given)
        {
            if (!value.StartsWith('@')) values.Add(value);
            else if (FileText.Lines(value[1..], out var problem) is { } lines) values.AddRange(lines);
            else return (null, problem);
        }
        if (Type != typeof(List<int>)) return (new JsonArray([.. values.Select(v => (JsonNode)v)]), null);
        var numbers = values.Select(v => FieldText.Read(typeof(int), v, false)).ToList();
        return (new JsonArray([.. numbers.Select(n => n.Value)]), numbers.Select(n => n.Problem).FirstOrDefault(p => p is not null));
    }

    string HelpName => Type == typeof(DateTimeOffset) ? "time"
        : Type == typeof(DateOnly) ? "date"
        : Type == typeof(byte[]) ? "path"
        : IsList ? "value"
        : JsonNamingPolicy.KebabCaseLower.ConvertName(Name);

    string Description => Type switch
    {
        _ when Type == typeof(Severity) => string.Join('\n', Enum.GetValues<Severity>()
            .Select(s => $"{s.Code()} {s.Word()}: {s.Criterion()}").Append(SeverityScale.WhenUnsure)),
        _ when IsRoles => $"One or more of: {string.Join(", ", FieldHints.Choices(Type))}",
        { IsEnum: true } => $"One of: {string.Join(", ", FieldHints.Choices(Type))}",
        _ when Type == typeof(DateOnly) => "A date, such as 2026-06-12",
        _ when Type == typeof(byte[]) => "A file to send, 20 MB at most",
        _ when Type == typeof(DateTimeOffset) => "A time with its offset, such as 2026-06-12T03:10:00Z",
        _ when IsList => "Repeat it, or give @file with one value per line",
        _ when IsPerson => "Name, e-mail address or id of a person",
        _ when Type == typeof(Guid) => "Id, as listed on the desk",
        _ when Type == typeof(int) && Name == "incident" => "Number of the incident: 42 or INC-42",
        _ => usual is null ? "" : $"{usual} if omitted",
    };
}
