using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>It was shown that what is paused really stopped.</summary>
/// <param name="Settles">Whether it had been seen running before, and this settles it.</param>
[EventName("pause-verified.1"), Telling]
public sealed record PauseVerified(
    string Key, VerificationKind Kind, [property: Wording] string Text,
    [property: Wording] string? LookedAt, [property: Wording] string? Evidence,
    string? EvidenceHash, DateTimeOffset? From, DateTimeOffset? To, bool Settles) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "verified";
    string? IAboutPause.Reason => LookedAt is null ? Text : $"{Text} Checked: {LookedAt}";

    public override string Sentence() =>
        $"Pause {Key} verified ({Kind.Word()}{Period}): {Text}{Where}{(Settles ? " This ends the alarm." : "")}";

    string Period => From is { } from && To is { } to ? $", {Instants.Say(from)} to {Instants.Say(to)}" : "";
    string Where => (LookedAt is null ? "" : $" Checked: {LookedAt}.") + (Evidence is null ? "" : $" Proof: {Evidence}.");
}
