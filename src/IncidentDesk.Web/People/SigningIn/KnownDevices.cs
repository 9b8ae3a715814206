using System.Text.Json;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>
/// A sealed cookie by which a browser is known again in which a person has signed in with their second factor. It opens nothing; it
/// keeps the attempts of strangers apart from those of the owner.
/// </summary>
internal static class KnownDevices
{
    const string Name = "desk-device";
    const int MostPeople = 8;
    static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    /// <summary>Null where nobody is known, and for a cookie that this desk did not seal or that is too old.</summary>
    public static KnownDevice? Of(HttpContext http) => Read(http) is { } kept ? new(kept.Id, [.. kept.People.Select(p => p.Id)]) : null;

    /// <summary>The device, for an address that has signed in there: with others it has tried nothing yet.</summary>
    public static Guid? For(HttpContext http, string email) =>
        Read(http) is { } kept && kept.People.Any(p => p.Email == Plain(email)) ? kept.Id : null;

    static Kept? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Address(http).Cookie(Name)] is { Length: > 0 } sealedText
                && JsonSerializer.Deserialize<Kept>(Seal(http).Unprotect(sealedText)) is { } kept && kept.Until > Now(http)
                    ? kept : null;
        }
        catch (Exception forged) when (forged is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    public static void Remember(HttpContext http, Guid person, string email)
    {
        var (known, until) = (Read(http), Now(http) + Lasts);
        Seen[] people = [new(person, Plain(email)), .. (known?.People ?? []).Where(p => p.Id != person).Take(MostPeople - 1)];
        var kept = new Kept(known?.Id ?? Guid.NewGuid(), people, until);
        http.Response.Cookies.Append(Address(http).Cookie(Name), Seal(http).Protect(JsonSerializer.Serialize(kept)), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Expires = until,
            Secure = http.Request.IsHttps || Address(http).IsSecure,
        });
    }

    static DeskAddress Address(HttpContext http) => http.RequestServices.GetRequiredService<DeskAddress>();

    static IDataProtector Seal(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("IncidentDesk.known-device");

    static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    static string Plain(string email) => email.Trim().ToLowerInvariant();

    sealed record Seen(Guid Id, string Email);

    sealed record Kept(Guid Id, Seen[] People, DateTimeOffset Until);
}
