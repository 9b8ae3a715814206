using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentDesk.Cli.Kit;

/// <summary>An address with gaps: <c>/api/incidents/{incident}/reports/{kind=summary}?format=pdf&amp;asKnownAt</c>.</summary>
internal sealed partial class AddressTemplate
{
    readonly Dictionary<string, string?> _defaults = [];
    readonly string _path;
    readonly IReadOnlyList<string> _query;

    public AddressTemplate(string template)
    {
        var parts = template.Split('?', 2);
        _path = Gap().Replace(parts[0], gap => $"{{{Named(gap.Groups[1].Value)}}}");
        _query = parts.Length == 1 ? [] : [.. parts[1].Split('&').Select(Named)];
    }

    /// <summary>The gaps in the order in which they stand.</summary>
    public IEnumerable<string> Names => _defaults.Keys;

    public bool Has(string name) => _defaults.ContainsKey(name);

    /// <summary>The address with these values; each stays one segment, or one value of the query.</summary>
    public string Fill(JsonObject values)
    {
        string? Value(string name) => values[name] is { } value ? Uri.EscapeDataString(value.ToString()) : _defaults[name];
        var path = Gap().Replace(_path, gap => Value(gap.Groups[1].Value) ?? "");
        var query = _query.Where(name => Value(name) is not null).Select(name => $"{name}={Value(name)}").ToList();
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>Options and arguments for the gaps, but for one that the verb fills itself.</summary>
    public List<Field> AddTo(Command command, Verb verb, string? but = null)
    {
        var fields = Names.Where(name => name != but).Select(name => new Field(name, TypeOf(name), _defaults[name])).ToList();
        foreach (var argument in verb.Arguments)
            fields.Find(f => f.Name == argument)?.AddArgument(command, mayBeLeftOut: verb.MayBeLeftOut(argument));
        foreach (var field in fields.Where(f => f.Argument is null)) field.AddOption(command);
        return fields;
    }

    string Named(string gap)
    {
        var parts = gap.Split('=', 2);
        _defaults[parts[0]] = parts.Length == 1 ? null : parts[1];
        return parts[0];
    }

    static Type TypeOf(string name) => name switch
    {
        "incident" or "limit" => typeof(int),
        "asKnownAt" => typeof(DateTimeOffset),
        "privileged" => typeof(bool),
        _ => typeof(string),
    };

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Gap();
}
