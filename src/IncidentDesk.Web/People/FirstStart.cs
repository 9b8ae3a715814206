using IncidentDesk.Door;
using IncidentDesk.People.Opening;

namespace IncidentDesk.Web.People;

/// <summary>
/// What the host does for a desk without people: a token from the configuration, or a one-time link on the
/// console. There is no default password.
/// </summary>
internal static class FirstStart
{
    /// <exception cref="StartRefusedException">The configuration would leave the desk open to guessing, now
    /// or after it was emptied.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration["Setup:ApiToken"] is { Length: > 0 and < OpenDeskWithTokenValidator.Shortest })
            throw new StartRefusedException(OpenDeskWithTokenValidator.TooShort);
    }

    /// <summary>The one-time link while nobody has used it, as a path; null when the desk has people or was opened by token.</summary>
    public static async Task<string?> Run(Desk desk, IConfiguration configuration)
    {
        if (configuration["Setup:ApiToken"] is { Length: > 0 } token)
        {
            await desk.Do(new OpenDeskWithToken { Token = new(token) }, Actor.Nobody with { Via = "set-up" });
            return null;
        }
        var invitation = await desk.Do(new OpenDesk(), Actor.Nobody with { Via = "set-up" });
        return invitation.Done ? $"/set-up/{invitation.Value.Secret}" : null;
    }

    /// <summary>Where the desk is reached, and the one-time link while there is one.</summary>
    public static void Print(string address, string? link) => Console.WriteLine(link is null ? $"The desk is open at {Reachable(address)}" :
        $"""
        This desk is not set up yet. Open this link within 72 hours to create the first administrator:

            {Reachable(address)}{link}

        """);

    /// <summary>A host that listens everywhere is reached here by its loopback name.</summary>
    static string Reachable(string address) =>
        address.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);
}

/// <summary>The host must not start like this; the message says what to change.</summary>
public sealed class StartRefusedException(string why) : Exception(why);
