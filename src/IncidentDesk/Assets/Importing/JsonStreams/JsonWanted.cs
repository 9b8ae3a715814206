namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>
/// Which values of a file are wanted, as a tree of steps: <c>$</c>, <c>$[*]</c>,
/// <c>$.nodes.*</c>, <c>$.data[*].tables[*]</c>.
/// </summary>
internal sealed class JsonWanted
{
    readonly Dictionary<string, JsonWanted> _members = new(StringComparer.Ordinal);
    JsonWanted? _anyMember, _anyElement;

    /// <summary>The path that ends here; null when it only passes through.</summary>
    public string? Path { get; private set; }

    public bool LooksIntoObjects => _members.Count > 0 || _anyMember is not null;
    public bool LooksIntoArrays => _anyElement is not null;

    public JsonWanted? Member(string name) => _members.GetValueOrDefault(name) ?? _anyMember;

    public JsonWanted? Element => _anyElement;

    public static JsonWanted Of(IEnumerable<string> paths)
    {
        var root = new JsonWanted();
        foreach (var path in paths)
        {
            var at = root;
            foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1)) at = at.Step(step);
            at.Path = path;
        }
        return root;
    }

    JsonWanted Step(string step)
    {
        if (step == "*") return _anyMember ??= new();
        if (step == "[*]") return _anyElement ??= new();
        if (!_members.TryGetValue(step, out var member)) _members[step] = member = new();
        return member;
    }
}
