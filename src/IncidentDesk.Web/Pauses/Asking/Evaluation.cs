using System.Globalization;
using System.Text.Json;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Writes answers of the OpenFeature Remote Evaluation Protocol 0.3: always a value, metadata of plain values only.</summary>
internal static class Evaluation
{
    public static void Write(Utf8JsonWriter json, FlagName flag, AskedPause pause, Verdict verdict, bool stale)
    {
        json.WriteStartObject();
        json.WriteString("key", flag.ToString());
        switch (flag.Kind)
        {
            case FlagKind.Paused: json.WriteBoolean("value", verdict is Verdict.Paused); break;
            case FlagKind.Allowed: json.WriteBoolean("value", verdict is not Verdict.Paused); break;
            default: WriteWhole(json, pause, verdict); break;
        }
        // The protocol's words: targeting matched where a decision is in force, static where nothing holds it up.
        json.WriteString("reason", verdict is Verdict.Runs ? "STATIC" : "TARGETING_MATCH");
        json.WriteString("variant", Variant(verdict));
        json.WriteStartObject("metadata");
        json.WriteString("pause", pause.Key);
        if (!pause.IsPrivate) WriteMetadata(json, pause);
        json.WriteBoolean("stale", stale);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Nobody is told this of a private pause.</summary>
    static void WriteMetadata(Utf8JsonWriter json, AskedPause pause)
    {
        json.WriteString("state", pause.State.Word());
        json.WriteString("mode", pause.Mode.Word());
        if (pause.Since is { } since) json.WriteString("since", Instants.Write(since));
        json.WriteString("reviewBy", Instants.Write(pause.ReviewBy));
        if (pause.Incident is { } incident) json.WriteString("incident", Incident.NameOf(incident));
        if (pause.Severity is { } severity) json.WriteString("severity", severity.Code());
        if (pause.Targets.Length > 0) json.WriteString("targets", PauseTarget.Say(pause.Targets));
        if (pause.ResumedParts.Length > 0) json.WriteString("resumedParts", PauseTarget.Say(pause.ResumedParts));
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

    static void WriteWhole(Utf8JsonWriter json, AskedPause pause, Verdict verdict)
    {
        json.WriteStartObject("value");
        json.WriteString("state", Variant(verdict));
        json.WriteString("pause", pause.Key);
        if (!pause.IsPrivate) WriteDetails(json, pause);
        if (verdict is Verdict.Paused) json.WriteString("message", pause.IsPrivate ? "This is paused." : Message(pause));
        json.WriteEndObject();
    }

    /// <summary>Nobody is told this of a private pause.</summary>
    static void WriteDetails(Utf8JsonWriter json, AskedPause pause)
    {
        json.WriteString("mode", pause.Mode.Spelled());
        if (pause.Since is { } since) json.WriteString("since", Instants.Write(since));
        json.WriteString("reviewBy", Instants.Write(pause.ReviewBy));
        if (pause.Incident is { } incident) json.WriteString("incident", Incident.NameOf(incident));
        if (pause.Targets.Length > 0) WriteList(json, "targets", pause.Targets);
        if (pause.ResumedParts.Length > 0) WriteList(json, "resumedParts", pause.ResumedParts);
    }

    static void WriteList(Utf8JsonWriter json, string name, IEnumerable<PauseTarget> targets)
    {
        json.WriteStartArray(name);
        foreach (var target in targets) json.WriteStringValue(target.ToString());
        json.WriteEndArray();
    }

    static string Variant(Verdict verdict) => verdict switch
    {
        Verdict.Paused => "paused",
        Verdict.PartRuns => "part-resumed",
        _ => "running",
    };

    static string Message(AskedPause pause) => string.Create(CultureInfo.InvariantCulture,
        $"{pause.Target} is paused{(pause.Incident is { } n ? $" in {Incident.NameOf(n)}" : "")}: {pause.Mode.Meaning()}");
}
