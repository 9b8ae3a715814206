using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Kit.Forms;

/// <summary>Turns posted form fields into the JSON a command is read from: page and API have one reader.</summary>
internal static class FormBody
{
    /// <summary>The field with the zone of all times of a form.</summary>
    public const string Zone = "timeZone";

    const string OnlyOnce = "This was sent more than once. Open the page again and send it once.";
    const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    static readonly RouteValueDictionary NoRoute = [];

    public static Outcome<T> Read<T>(IFormCollection form)
    {
        var shape = CommandShape.Of(typeof(T));
        if (Repeated(form, shape.TakesSeveral) is { } repeated) return repeated;
        var body = new JsonObject();
        var problems = new Dictionary<string, string[]>();
        foreach (var (name, type) in shape.Fields)
            if (type == typeof(byte[])) { if (form.Files.GetFile(name) is { Length: > 0 } file) body[name] = Base64(file); }
            else if (form.TryGetValue(name, out var given) && Node(name, type, given!, problems) is { } node) body[name] = node;
        if (problems.Count > 0) return new Refusal.Invalid(problems);
        if (form[Zone] is [{ Length: > 0 } zone]) body[Zone] = zone;
        return CommandBody.FromJson<T>(body, NoRoute);
    }

    /// <summary>What was sent twice has two meanings; it is refused by name, whether or not a command knows it.</summary>
    public static Refusal? Repeated(IFormCollection form, Predicate<string>? several = null)
    {
        var names = form.Where(f => f.Value.Count > 1 && several?.Invoke(f.Key) is not true).Select(f => f.Key)
            .Concat(form.Files.GroupBy(f => f.Name).Where(f => f.Count() > 1).Select(f => f.Key)).ToHashSet();
        return names.Count == 0 ? null : new Refusal.Invalid(names.ToDictionary(n => n, _ => new[] { OnlyOnce }));
    }

    static string Base64(IFormFile file)
    {
        using var bytes = new MemoryStream((int)file.Length);
        file.CopyTo(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    static JsonNode? Node(string name, Type type, IReadOnlyList<string> given, Dictionary<string, string[]> problems)
    {
        // What is left empty says nothing. Lists come as lines of a text area or as several boxes.
        if (given.Where(v => !string.IsNullOrWhiteSpace(v)).ToArray() is not [var first, ..] values) return null;
        if (type == typeof(string) || type == typeof(Secret)) return first;
        if (type == typeof(bool)) return first is "true" or "on";
        if (type.IsEnum) return string.Join(", ", values);
        if (CommandShape.IsList(type))
            return new JsonArray([.. values.SelectMany(v => v.Split('\n', Trimmed)).Select(v => Item(type, v))]);
        if (type != typeof(int)) return first.Trim();
        if (int.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems[name] = ["Write a whole number."];
        return null;
    }

    static JsonNode Item(Type list, string text) =>
        list == typeof(List<int>) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : text;
}
