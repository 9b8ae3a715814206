using YamlDotNet.RepresentationModel;

namespace IncidentDesk.Incidents.Playbooks;

/// <summary>The keys of one YAML mapping. A key nobody asked for is an error: a misspelt one must not be a task that never comes.</summary>
internal sealed class Fields(string file, YamlMappingNode node)
{
    readonly HashSet<string> _known = [];

    public string Text(string key) => TextOf(Needed(key), key);

    public string? TextOrNull(string key) => Find(key) is { } value ? TextOf(value, key) : null;

    /// <summary>The items of a list as text; an empty list is fine, a missing one is not.</summary>
    public IEnumerable<string> Texts(string key) => Items(key).Select(item => TextOf(item, key));

    public IEnumerable<Fields> Each(string key) => Items(key).Select(item => Under(item, key));

    public Fields Under(string key) => Under(Needed(key), key);

    /// <summary>A word of an enumeration, in whichever case.</summary>
    public T Choice<T>(string key) where T : struct, Enum => ChoiceOf<T>(Needed(key), key);

    public IEnumerable<T> Choices<T>(string key) where T : struct, Enum => Items(key).Select(item => ChoiceOf<T>(item, key));

    public void NothingElse()
    {
        foreach (var key in node.Children.Keys.Where(k => !_known.Contains(k.ToString())))
            throw Broken(key, $"the key \"{key}\" is not known. The keys are: {string.Join(", ", _known)}.");
    }

    public BrokenPlaybookException Broken(string key, string why) => Broken(Find(key) ?? node, why);

    BrokenPlaybookException Broken(YamlNode at, string why) => new(file, (int)at.Start.Line, why);

    YamlNode Needed(string key) => Find(key) ?? throw Broken(node, $"the key \"{key}\" is missing.");

    YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.TryGetValue(key, out var value) ? value : null;
    }

    Fields Under(YamlNode value, string key) =>
        value is YamlMappingNode mapping ? new(file, mapping) : throw Broken(value, $"\"{key}\" must contain keys.");

    IList<YamlNode> Items(string key) =>
        Needed(key) is YamlSequenceNode list ? list.Children : throw Broken(key, $"\"{key}\" must be a list.");

    string TextOf(YamlNode value, string key) =>
        value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text) ? text.Trim()
            : throw Broken(value, $"\"{key}\" must be text.");

    T ChoiceOf<T>(YamlNode value, string key) where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var index = Array.FindIndex(names, n => n.Equals(TextOf(value, key), StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? Enum.GetValues<T>()[index]
            : throw Broken(value, $"\"{value}\" is not known under \"{key}\". Choose from: {string.Join(", ", names).ToLowerInvariant()}.");
    }
}
