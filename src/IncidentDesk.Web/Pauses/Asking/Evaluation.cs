using System.Globalization;
using System.Text.Json;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Writes answers of the OpenFeature Remote Evaluation Protocol 0.3: always a value, metadata of plain values only.</summary>
internal static class Evaluation
{
    public static void Write(Utf8JsonWriter json, FlagName flag, PauseStanding pause, PauseSnapshot known, DateTimeOffset now)
    {
        var stops = pause.Stops(now);
        json.WriteStartObject();
        json.WriteString("key", flag.ToString());
        switch (flag.Kind)
        {
            case FlagKind.Paused: json.WriteBoolean("value", stops); break;
            case FlagKind.Allowed: json.WriteBoolean("value", !stops); break;
            default: WriteWhole(json, pause, stops); break;
        }
        // The protocol's words: targeting matched where a decision is in force, static where nothing holds it up.
        json.WriteString("reason", stops ? "TARGETING_MATCH" : "STATIC");
        json.WriteString("variant", stops ? "paused" : "running");
        json.WriteStartObject("metadata");
        json.WriteString("pause", pause.Key);
        json.WriteString("state", pause.State.Word());
        json.WriteString("mode", pause.Mode.Word());
        if (pause.Since is { } since) json.WriteString("since", Instants.Write(since));
        json.WriteString("reviewBy", Instants.Write(pause.ReviewBy));
        if (pause.Incident is { } incident) json.WriteString("incident", Incident.NameOf(incident));
        if (pause.Severity is { } severity) json.WriteString("severity", severity.Code());
        json.WriteBoolean("stale", known.IsStale);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An answer when nothing is known yet: whoever asks before going on must not go on.</summary>
    public static void WriteUnknown(Utf8JsonWriter json, FlagName flag)
    {
        json.WriteStartObject();
        json.WriteString("key", flag.ToString());
        if (flag.Kind is FlagKind.Pause) { json.WriteStartObject("value"); json.WriteString("state", "unknown"); json.WriteEndObject(); }
        else json.WriteBoolean("value", flag.Kind is FlagKind.Paused);
        json.WriteString("reason", "UNKNOWN");
        json.WriteStartObject("metadata");
        json.WriteBoolean("stale", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteFailure(Utf8JsonWriter json, string? key, string code, string details)
    {
        json.WriteStartObject();
        if (key is not null) json.WriteString("key", key);
        json.WriteString("errorCode", code);
        json.WriteString("errorDetails", details);
        json.WriteEndObject();
    }

    static void WriteWhole(Utf8JsonWriter json, PauseStanding pause, bool stops)
    {
        json.WriteStartObject("value");
        json.WriteString("state", stops ? "paused" : "running");
        json.WriteString("mode", JsonNamingPolicy.KebabCaseLower.ConvertName(pause.Mode.ToString()));
        json.WriteString("pause", pause.Key);
        if (pause.Since is { } since) json.WriteString("since", Instants.Write(since));
        json.WriteString("reviewBy", Instants.Write(pause.ReviewBy));
        if (pause.Incident is { } incident) json.WriteString("incident", Incident.NameOf(incident));
        if (stops) json.WriteString("message", Message(pause));
        json.WriteEndObject();
    }

    static string Message(PauseStanding pause) => string.Create(CultureInfo.InvariantCulture,
        $"{pause.Target ?? "This"} is paused{(pause.Incident is { } n ? $" in {Incident.NameOf(n)}" : "")}: {pause.Mode.Meaning()}");
}
