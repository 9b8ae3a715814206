using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentDesk.Pauses;

/// <summary>What kind of thing a pause reaches.</summary>
public enum PauseTargetKind { Program, Pipeline, Feature, Asset }

/// <summary>One thing that a pause reaches, for machines. In a form or on a command line: <c>pipeline:nightly-*</c>.</summary>
/// <param name="Name">A name, or a pattern in which <c>*</c> stands for any characters and <c>?</c> for one.</param>
[JsonConverter(typeof(PauseTargetForm))]
public sealed record PauseTarget(PauseTargetKind Kind, string Name)
{
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Name}";

    public static string Say(IEnumerable<PauseTarget> targets) => string.Join(", ", targets);

    internal bool IsPattern => Name.AsSpan().ContainsAny('*', '?');

    /// <summary>Whether something can be reached by both.</summary>
    public bool Meets(PauseTarget other) =>
        Kind == other.Kind && (Name == other.Name || ((IsPattern || other.IsPattern) && Meets(Name, other.Name)));

    public static PauseTarget? Read(string text)
    {
        var (kind, name) = text.Split(':', 2) is [var before, var after] ? (before.Trim(), after.Trim()) : ("", "");
        return name.Length > 0 && Enum.TryParse<PauseTargetKind>(kind, ignoreCase: true, out var known)
            && !int.TryParse(kind, out _) ? new(known, name) : null;
    }

    /// <summary>Whether some text matches both patterns; quadratic in their length, which is bounded.</summary>
    static bool Meets(string a, string b)
    {
        var reached = new bool[a.Length + 1, b.Length + 1];
        for (var i = a.Length; i >= 0; i--)
            for (var j = b.Length; j >= 0; j--)
                reached[i, j] = (i, j) switch
                {
                    _ when i == a.Length && j == b.Length => true,
                    _ when i < a.Length && a[i] == '*' => reached[i + 1, j] || (j < b.Length && reached[i, j + 1]),
                    _ when j < b.Length && b[j] == '*' => reached[i, j + 1] || (i < a.Length && reached[i + 1, j]),
                    _ => i < a.Length && j < b.Length && (a[i] == b[j] || a[i] == '?' || b[j] == '?') && reached[i + 1, j + 1],
                };
        return reached[0, 0];
    }
}

/// <summary>Reads <c>{ kind, name }</c>, <c>{ kind, pattern }</c> and <c>"kind:name"</c>; writes the first.</summary>
internal sealed class PauseTargetForm : JsonConverter<PauseTarget>
{
    const string Wanted = "Write a target as { \"kind\": \"pipeline\", \"name\": "
        + "\"nightly-*\" } or pipeline:nightly-*; a kind is program, pipeline, feature or asset.";

    public override PauseTarget Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String) return PauseTarget.Read(reader.GetString()!) ?? throw new JsonException(Wanted);
        var given = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? throw new JsonException(Wanted);
        var name = given.GetValueOrDefault("name") ?? given.GetValueOrDefault("pattern");
        return PauseTarget.Read($"{given.GetValueOrDefault("kind")}:{name}") ?? throw new JsonException(Wanted);
    }

    public override void Write(Utf8JsonWriter writer, PauseTarget value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", value.Kind.ToString().ToLowerInvariant());
        writer.WriteString("name", value.Name);
        writer.WriteEndObject();
    }
}
