using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>What asking needs: its own way to sign in, and its event stream.</summary>
internal static class AskerServices
{
    /// <summary>Whoever is signed in, and tokens that can only ask.</summary>
    public const string MayAsk = "may-ask";

    public static IServiceCollection AddAsking(this IServiceCollection services)
    {
        services.AddSingleton<EventTickets>().AddSingleton<Asker>().AddSingleton<BulkResponse>();
        services.AddAuthorizationBuilder().AddPolicy(MayAsk, p => p.RequireAuthenticatedUser());
        return services;
    }

    public static void MapAsking(this WebApplication app)
    {
        OfrepEndpoints.Map(app);
        EventStream.Map(app);
        app.MapPaused();
    }

    /// <summary>Its token can ask and nothing else.</summary>
    public static bool OnlyAsks(System.Security.Claims.ClaimsPrincipal user) => user.ToActor().Limit == Roles.Asker;
}
