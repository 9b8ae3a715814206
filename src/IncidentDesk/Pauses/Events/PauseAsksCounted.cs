using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>
/// It was shown that what is paused stopped: machines asked and were told to stop. What was counted
/// stands here as it was at that moment.
/// </summary>
/// <param name="From">From when it is in force.</param>
/// <param name="LastAt">When one of them asked last.</param>
/// <param name="Asked">How many clients asked since.</param>
/// <param name="Clients">The first of them, who asked last first.</param>
/// <param name="Silent">How many that are known have not asked since.</param>
/// <param name="SilentClients">The first of them.</param>
/// <param name="AcceptSilent">Why somebody takes it as shown all the same.</param>
/// <param name="Settles">Whether it had been seen running before, and this settles it.</param>
[EventName("pause-verified-by-asks.1"), Telling]
public sealed record PauseAsksCounted(
    string Key, DateTimeOffset From, DateTimeOffset LastAt, int Asked,
    ImmutableArray<AskedBy> Clients, int Silent, ImmutableArray<AskedBy> SilentClients,
    [property: Wording] string? AcceptSilent, [property: Wording] string? Text, bool Settles) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "verified";
    string? IAboutPause.Reason => Found;

    public override string Sentence() =>
        $"Pause {Key} verified ({VerificationKind.Asks.Word()}): {Found}{(Settles ? " This ends the alarm." : "")}";

    /// <summary>What shows it, in sentences.</summary>
    internal string Found => string.Join(' ', new[] { Stopped(Text), Told, Quiet, AcceptSilent is null ? null
        : $"Accepted nevertheless: {Stopped(AcceptSilent)}" }.OfType<string>());

    string Told => $"{Count(Asked)} asked since the pause took effect, last at {Instants.Say(LastAt)}: {Names(Clients, Asked)}.";

    string? Quiet => Silent == 0 ? null
        : $"{Count(Silent)} that asked before {(Silent == 1 ? "has" : "have")} not asked since: {Names(SilentClients, Silent)}.";

    static string? Stopped(string? text) => text is null ? null : text.TrimEnd('.', ' ') + ".";

    static string Count(int clients) => clients == 1 ? "1 client" : $"{clients} clients";

    static string Names(ImmutableArray<AskedBy> named, int all) =>
        string.Join(", ", named.Select(c => c.Client)) + (all > named.Length ? $" and {all - named.Length} more" : "");
}

/// <param name="Client">What it calls itself, else the name of its token.</param>
/// <param name="LastAt">When it asked last, UTC.</param>
public sealed record AskedBy([property: Wording] string Client, DateTimeOffset LastAt);
