using System.Globalization;
using System.Text.Json;

namespace IncidentDesk.Web.Kit;

/// <summary>What a GET asks for in its query, read strictly: what is not understood is named by field, never passed over.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    readonly Dictionary<string, string[]> _problems = [];

    /// <summary>Null when everything was understood.</summary>
    public Refusal? Refusal => _problems.Count == 0 ? null : new Refusal.Invalid(_problems);

    public void Wrong(string field, string why) => _problems[field] = [why];

    public string? Text(string field, int most = 500)
    {
        var text = query[field].ToString();
        if (text.Length > most) Wrong(field, $"At most {most} characters.");
        return text.Length is 0 ? null : text;
    }

    /// <summary>Repeated, or separated by commas: <c>severity=SEV0,SEV1</c>.</summary>
    public IReadOnlyList<T> Words<T>(string field) where T : struct, Enum
    {
        var found = new List<T>();
        foreach (var word in query[field].SelectMany(
            v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            if (Read<T>(word) is { } value) found.Add(value);
            else Wrong(field, FieldHints.Wanted(typeof(T)));
        return found;
    }

    /// <summary>One word, or none.</summary>
    public T? Word<T>(string field) where T : struct, Enum
    {
        var found = Words<T>(field);
        if (found.Count > 1) Wrong(field, "Choose one.");
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>One of these words, or the first of them when none is given.</summary>
    public string OneOf(string field, params string[] words)
    {
        var word = Text(field) ?? words[0];
        if (!words.Contains(word)) Wrong(field, $"Choose one of: {string.Join(", ", words)}.");
        return word;
    }

    public bool? YesOrNo(string field)
    {
        var text = Text(field);
        if (text is null || bool.TryParse(text, out _)) return text is null ? null : bool.Parse(text);
        Wrong(field, FieldHints.Wanted(typeof(bool)));
        return null;
    }

    public int Limit(int usual, int most) => Number("limit", usual, most);

    /// <summary>From 1 to <paramref name="most"/>.</summary>
    public int Number(string field, int usual, int most)
    {
        var text = query[field].ToString();
        if (text.Length == 0) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        Wrong(field, $"Write a whole number from 1 to {most}.");
        return usual;
    }

    /// <summary>The moment that is asked for, with its offset or with a zone beside it; one that is still to come is refused.</summary>
    public Moment Moment(TimeProvider clock)
    {
        var moment = IncidentDesk.Moment.Read(query[IncidentDesk.Moment.Field], query[IncidentDesk.Moment.Zone], clock.GetUtcNow());
        foreach (var (field, why) in (moment.Refusal as Refusal.Invalid)?.Fields ?? new Dictionary<string, string[]>())
            Wrong(field, why[0]);
        return moment.Value;
    }

    static T? Read<T>(string word) where T : struct, Enum
    {
        try { return JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(word), Json.Options); }
        catch (JsonException) { return null; }
    }
}
