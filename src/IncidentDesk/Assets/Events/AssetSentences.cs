namespace IncidentDesk.Assets.Events;

internal static class AssetSentences
{
    public static string By(string? pattern, string? how = null) =>
        (pattern is null ? "" : $" matching {pattern}") + (how is null ? "" : pattern is null ? $" found by {how}" : $", {how}");

    public static string Window(DateTimeOffset? from, DateTimeOffset? to) => (from, to) switch
    {
        ({ } f, { } t) => $", exposed from {Instants.Say(f)} to {Instants.Say(t)}",
        ({ } f, null) => $", exposed from {Instants.Say(f)}",
        (null, { } t) => $", exposed until {Instants.Say(t)}",
        _ => "",
    };
}
