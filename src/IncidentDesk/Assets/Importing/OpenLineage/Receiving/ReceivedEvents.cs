using System.Security.Cryptography;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.OpenLineage.Receiving;

/// <summary>The events of one request, read before anything is saved.</summary>
/// <param name="IsBatch">They were sent as an array.</param>
/// <param name="Sha256">Of the body.</param>
/// <param name="Received">How many events there were.</param>
/// <param name="Failed">Those that are none, by their place in the array.</param>
public sealed record ReceivedEvents(bool IsBatch, byte[] Sha256, int Received, IReadOnlyList<FailedEvent> Failed)
{
    internal IReadOnlyList<CatalogueStatement> Statements { get; private init; } = [];

    /// <summary>
    /// Runs of a job repeat every few minutes; a catalogue that noted each would change all day. To the hour is
    /// enough to see that a table is in use.
    /// </summary>
    static readonly TimeSpan Grain = TimeSpan.FromHours(1);

    /// <summary>One event, an array of them, or one behind the other.</summary>
    public static Outcome<ReceivedEvents> Read(byte[] body)
    {
        var (told, failed, received, batch) = (new List<CatalogueStatement>(), new List<FailedEvent>(), 0, false);
        try
        {
            foreach (var found in JsonFile.Read(new MemoryStream(body, writable: false), "The body", "$", "$[*]"))
            {
                batch |= found.Under == "$[*]";
                var events = found.Rejected is { } rejected ? [rejected] : LineageEvent.Statements(found.Place, found.Element);
                if (found.Rejected is not null || !LineageEvent.IsOne(found.Element))
                    failed.Add(new(received, events.OfType<RejectedStatement>().First().Reason, false));
                else told.AddRange(StatementRules.Of(events).Select(Coarse));
                received++;
            }
        }
        catch (UnreadableException unreadable)
        {
            return Refusal.Invalid.Field("body", unreadable.Why.Why);
        }
        return new ReceivedEvents(batch || received != 1, SHA256.HashData(body), received, failed) { Statements = told };
    }

    static CatalogueStatement Coarse(CatalogueStatement statement) => statement is StatedAsset { LastAccess: { } at } asset
        ? asset with { LastAccess = new(at.UtcTicks / Grain.Ticks * Grain.Ticks, TimeSpan.Zero) }
        : statement;
}

/// <param name="Index">From 0, in the order sent.</param>
/// <param name="Retriable">Sending it again may help.</param>
public sealed record FailedEvent(int Index, string Reason, bool Retriable);
