namespace IncidentDesk.Web.Kit.Forms;

/// <summary>What was posted and what was refused, for the fields of one form to show.</summary>
public sealed class FormState
{
    readonly Dictionary<string, string> _labels = [];

    internal string Name { get; init; } = "";
    internal IFormCollection? Posted { get; set; }
    internal Refusal? Refusal { get; set; }

    /// <summary>IANA zone in which its reader reads times; null where the form asks for none.</summary>
    internal string? ReadersZone { get; set; }

    /// <summary>The zone of its times: the one they were sent with, so that no refusal moves them, else its reader's.</summary>
    internal string? Zone => ReadersZone is not null && Posted?[FormBody.Zone] is [{ } sent] && Zones.Knows(sent) ? sent : ReadersZone;

    /// <summary>What the person typed, so that a refusal loses nothing; else the value to start with.</summary>
    public string? Value(string field, string? initially = null) =>
        Posted is null ? initially : Posted[field] is [var first, ..] ? first : "";

    public bool Has(string field, string value, bool initially = false) => Posted is null ? initially : Posted[field].Contains(value);

    public string[] Problems(string field) =>
        Refusal is Refusal.Invalid invalid && invalid.Fields.TryGetValue(field, out var why) ? why : [];

    internal void Refuse(Refusal refusal, HttpContext http)
    {
        Refusal = refusal;
        http.Response.StatusCode = Answers.StatusOnPage(refusal);
    }

    /// <summary>What was carried out is no longer typed: the form shown beside the answer is a new one, under a key of its own.</summary>
    internal void Empty() => (Posted, Refusal) = (null, null);

    /// <summary>A field says how the page calls it, so that a refusal can use the same words and lead there.</summary>
    internal void Introduce(string field, string label) => _labels[field] = label;

    internal string? Label(string field) => _labels.GetValueOrDefault(field);

    /// <summary>Identity of a field on a page with several forms.</summary>
    public string Id(string field) => $"{Name}-{field}";

    public string? DescribedBy(string field, bool hint) => (hint, Problems(field).Length > 0) switch
    {
        (true, true) => $"{Id(field)}-hint {Id(field)}-problem",
        (true, false) => $"{Id(field)}-hint",
        (false, true) => $"{Id(field)}-problem",
        _ => null,
    };
}
