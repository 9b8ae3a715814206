using System.Text.Encodings.Web;
using IncidentDesk.People;
using IncidentDesk.People.Tokens;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>Machines that ask: <c>Authorization: Bearer …</c> or <c>X-API-Key</c>, as OFREP 0.3 has it. The token is remembered for a second.</summary>
internal sealed class AskerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenMemory tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "Asker";
    const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        var secret = given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? given[Bearer.Length..].Trim() : Request.Headers["X-API-Key"].ToString();
        if (secret.Length == 0) return AuthenticateResult.NoResult();
        return await tokens.Present(secret, Context.RequestAborted) is { Actor.Limit: not Roles.Lineage } token
            ? AuthenticateResult.Success(new(ClaimsActor.PrincipalOf(token.Actor, Scheme), Scheme))
            : AuthenticateResult.Fail("unknown, revoked or expired token");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return new Refusal.NotSignedIn().ToResult().ExecuteAsync(Context);
    }
}
