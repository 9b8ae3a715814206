namespace IncidentDesk.Assets.Events;

internal static class AssetSentences
{
    public static string By(string? pattern) => pattern is null ? "" : $" matching {pattern}";

    public static string Window(DateTimeOffset? from, DateTimeOffset? to) => (from, to) switch
    {
        ({ } f, { } t) => $", exposed from {Instants.Say(f)} to {Instants.Say(t)}",
        ({ } f, null) => $", exposed from {Instants.Say(f)}",
        (null, { } t) => $", exposed until {Instants.Say(t)}",
        _ => "",
    };
}
