using System.Text.Encodings.Web;
using IncidentDesk.People.Tokens;
using IncidentDesk.Web.Assets.Importing;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary><c>Authorization: Bearer …</c> (RFC 6750): revoking a token ends it at once.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenMemory tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        if (!given.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var token = await tokens.Present(given[(Scheme.Length + 1)..].Trim(), Context.RequestAborted);
        if (token is null) return AuthenticateResult.Fail("unknown, revoked or expired token");
        if (token.Actor.Limit == Roles.Lineage && Request.Path != LineageEndpoint.Path && Request.Path != LineageEndpoint.Path + "/batch")
            return AuthenticateResult.Fail("a token for lineage alone");
        return AuthenticateResult.Success(new(ClaimsActor.PrincipalOf(token.Actor, Scheme), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Scheme;
        return new Refusal.NotSignedIn().ToResult().ExecuteAsync(Context);
    }

    /// <summary>A token that can only ask finds nothing else here.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new Refusal.NotFound("such item").ToResult().ExecuteAsync(Context);
}
