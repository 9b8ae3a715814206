using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Reports;

namespace IncidentDesk.Web.Kit;

/// <summary>The fields of a command as JSON spells them, and what each wants to hear.</summary>
internal sealed class CommandShape
{
    const int MostUnknown = 20, LongestName = 80;
    static readonly ConcurrentDictionary<Type, CommandShape> Shapes = new();
    readonly Dictionary<string, Type> _fields;

    CommandShape(Type command) =>
        _fields = CommandField.AllOf(command).ToDictionary(f => f.Name, f => Nullable.GetUnderlyingType(f.Type) ?? f.Type);

    public static CommandShape Of(Type command) => Shapes.GetOrAdd(command, c => new CommandShape(c));

    public IReadOnlyDictionary<string, Type> Fields => _fields;

    /// <summary>One of them is a time, so that a zone may be given beside it.</summary>
    public bool TakesTimes => _fields.ContainsValue(typeof(DateTimeOffset));

    /// <summary>A field that one may send several times, such as the ticks of a list; any other is sent once.</summary>
    public bool TakesSeveral(string field) =>
        _fields.TryGetValue(field, out var type) && (IsList(type) || (type.IsEnum && type.IsDefined(typeof(FlagsAttribute), false)));

    public static bool IsList(Type type) =>
        type != typeof(string) && type != typeof(byte[]) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    /// <summary>What does not belong there, as far as <see cref="MostUnknown"/>: who sends more of it gets no longer answer.</summary>
    public Dictionary<string, string[]> Unknown(JsonObject body, RouteValueDictionary route)
    {
        bool Known(string field) => _fields.ContainsKey(field) && !route.ContainsKey(field);
        var problems = new Dictionary<string, string[]>();
        foreach (var (name, _) in body)
        {
            if (problems.Count == MostUnknown) break;
            if (name != "timeZone" && !Known(name))
                problems[WellFormed.Shown(name, LongestName)] =
                    [$"There is no such field. The fields are: {string.Join(", ", _fields.Keys.Where(Known).Order())}."];
        }
        return problems;
    }

    /// <summary>Beside an explicit <c>timeZone</c>, times may be written as the wall clock showed them.</summary>
    public void ResolveLocalTimes(JsonObject body, Dictionary<string, string[]> problems)
    {
        if (!body.TryGetPropertyValue("timeZone", out var zone)) return;
        if (!_fields.ContainsKey("timeZone")) body.Remove("timeZone");
        foreach (var field in _fields.Where(f => f.Value == typeof(DateTimeOffset)).Select(f => f.Key))
        {
            if (body[field] is not JsonValue given || !given.TryGetValue<string>(out var text) || Instants.TryRead(text, out _)) continue;
            var (instant, problem) = Zones.Resolve(text, zone?.ToString() ?? "");
            if (problem is not null) problems[field] = [problem];
            else body[field] = Instants.Write(instant!.Value);
        }
    }

    /// <summary>Several words of one field, such as roles, may come as one text with commas or as a list.</summary>
    public void JoinWords(JsonObject body)
    {
        foreach (var (name, _) in _fields.Where(f => f.Value.IsEnum && f.Value.IsDefined(typeof(FlagsAttribute), false)))
            if (body[name] is JsonArray words && words.All(w => w?.GetValueKind() is JsonValueKind.String))
                body[name] = string.Join(", ", words.Select(w => (string)w!));
    }

    public void FillIn(JsonObject body, RouteValueDictionary route)
    {
        foreach (var (name, value) in route)
        {
            if (!_fields.TryGetValue(name, out var type)) continue;
            var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            body[name] = type == typeof(int) ? int.Parse(text, CultureInfo.InvariantCulture) : text;
        }
    }

    /// <summary>What to write into a field that was not understood; of a time, what is wrong with it.</summary>
    public string Wanted(string field, JsonObject body)
    {
        var name = field.Split('.', '[')[0];
        if (!_fields.TryGetValue(name, out var type)) return "This value has the wrong type.";
        return type == typeof(DateTimeOffset) && body[name] is JsonValue given && given.TryGetValue<string>(out var text)
            ? Instants.Problem(text) : FieldHints.Wanted(type);
    }
}
