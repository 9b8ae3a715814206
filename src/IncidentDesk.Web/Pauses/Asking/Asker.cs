using IncidentDesk.Pauses.Asking;
using IncidentDesk.People.Tokens;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// Machines that ask: <c>Authorization: Bearer …</c> or <c>X-API-Key</c>, as OFREP 0.3 has it. The
/// token is remembered for a second.
/// </summary>
internal sealed class Asker(TokenMemory tokens, AskLog log)
{
    const string Bearer = "Bearer ";

    /// <summary>Null when the token opens nothing here.</summary>
    public async ValueTask<Actor?> Of(HttpContext http)
    {
        var given = http.Request.Headers.Authorization.ToString();
        var secret = given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? given[Bearer.Length..].Trim()
            : http.Request.Headers["X-API-Key"].ToString();
        if (secret.Length == 0) return null;
        return await tokens.Recall(secret, http.RequestAborted) is { Actor.Limit: not Roles.Lineage } token ? token.Actor : null;
    }

    /// <summary>That somebody asked shows who was told to stop, and who fell silent.</summary>
    public void Asked(Actor by, string key, AskContext context) => log.Note(by, key, context.TargetingKey);
}
