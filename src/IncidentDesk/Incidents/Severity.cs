using System.Text.Json.Serialization;

namespace IncidentDesk.Incidents;

/// <summary>How bad it is for people and for the company: 0 is the worst, 5 the least.</summary>
public enum Severity
{
    [JsonStringEnumMemberName("SEV0")] Sev0,
    [JsonStringEnumMemberName("SEV1")] Sev1,
    [JsonStringEnumMemberName("SEV2")] Sev2,
    [JsonStringEnumMemberName("SEV3")] Sev3,
    [JsonStringEnumMemberName("SEV4")] Sev4,
    [JsonStringEnumMemberName("SEV5")] Sev5,
}

/// <summary>The scale as it is shown wherever one chooses. Whoever is unsure takes the more severe one.</summary>
public static class SeverityScale
{
    public const string WhenUnsure = "Unsure? Choose the more severe level; you can lower it later.";

    public static string Code(this Severity severity) => $"SEV{(int)severity}";

    /// <summary>One word, so that the level never stands on colour alone.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Sev0 => "Catastrophic",
        Severity.Sev1 => "Critical",
        Severity.Sev2 => "Major",
        Severity.Sev3 => "Moderate",
        Severity.Sev4 => "Minor",
        _ => "Trivial",
    };

    public static string Criterion(this Severity severity) => severity switch
    {
        Severity.Sev0 => "People are being harmed now, or sensitive data about very many people is in unauthorised hands.",
        Severity.Sev1 => "Sensitive data has left the company, or cannot be brought back under control today.",
        Severity.Sev2 => "Sensitive data is open to many people who must not see it, and it is not yet known who looked.",
        Severity.Sev3 => "Personal data is open to a few people who must not see it, or a safeguard has failed.",
        Severity.Sev4 => "A rule was broken, but no personal data was exposed.",
        _ => "Worth recording; no harm was done and no rule was broken.",
    };
}
