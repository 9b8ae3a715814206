using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Kit.Forms;

/// <summary>Turns posted form fields into the JSON a command is read from: page and API go through the same eye of the needle.</summary>
internal static class FormBody
{
    static readonly RouteValueDictionary NoRoute = [];

    public static Outcome<T> Read<T>(IFormCollection form)
    {
        var body = new JsonObject();
        var problems = new Dictionary<string, string[]>();
        foreach (var (name, type) in CommandShape.Of(typeof(T)).Fields)
            if (type == typeof(byte[])) { if (form.Files.GetFile(name) is { Length: > 0 } file) body[name] = Base64(file); }
            else if (form.TryGetValue(name, out var given) && Node(name, type, given!, problems) is { } node) body[name] = node;
        if (problems.Count > 0) return new Refusal.Invalid(problems);
        if (form["timeZone"].ToString() is { Length: > 0 } zone) body["timeZone"] = zone;
        return CommandBody.FromJson<T>(body, NoRoute);
    }

    static string Base64(IFormFile file)
    {
        using var bytes = new MemoryStream((int)file.Length);
        file.CopyTo(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    static JsonNode? Node(string name, Type type, IReadOnlyList<string> given, Dictionary<string, string[]> problems)
    {
        // An unticked box still posts the hidden empty field before it; lists come as lines of a text area or as several boxes.
        var values = given.Where(v => !string.IsNullOrWhiteSpace(v)).ToArray();
        if (type == typeof(string) || type == typeof(Secret)) return values.Length == 0 ? null : values[^1];
        if (values.Length == 0) return null;
        if (type == typeof(bool)) return values[^1] is "true" or "on";
        if (type.IsEnum) return string.Join(", ", values);
        if (type.IsArray || (type.IsGenericType && type != typeof(DateTimeOffset)))
            return new JsonArray([.. values.SelectMany(v => v.Split('\n')).Select(v => v.Trim()).Where(v => v.Length > 0).Select(v => type == typeof(List<int>) && int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? (JsonNode)whole : v)]);
        if (type != typeof(int)) return values[^1].Trim();
        if (int.TryParse(values[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems[name] = ["Write a whole number."];
        return null;
    }
}
