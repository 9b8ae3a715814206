using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Kit.Forms;

/// <summary>
/// How much a form may carry. The framework reads a whole form, and keeps it in memory or puts it aside on disk, before the page is asked
/// anything; so each is bounded first, by who sends it, and read here, where what is wrong with it can still be said.
/// </summary>
internal static class FormBounds
{
    /// <summary>A name, a password and a code, from anybody on the network.</summary>
    const long Anonymous = 16 << 10;

    /// <summary>Two long texts in any script, encoded as a form.</summary>
    const long Usual = 1 << 20;

    /// <summary>Before signing in, which reads forms.</summary>
    public static void UseAnonymousBounds(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) Bound(http, Anonymous);
        return next(http);
    });

    /// <summary>After signing in, and before anything reads the form.</summary>
    public static void UseFormBounds(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.GetEndpoint()?.Metadata is { } page)
        {
            var anonymous = page.GetMetadata<IAllowAnonymous>() is not null;
            var read = anonymous || page.GetMetadata<ComponentTypeMetadata>() is not null;
            if (read && !anonymous) Bound(http, await Most(http, page.GetMetadata<LargeFormAttribute>()));
            if (read) await http.Request.ReadFormAsync(http.RequestAborted);
        }
        await next(http);
    });

    static async Task<long> Most(HttpContext http, LargeFormAttribute? large) =>
        large is null || await AskFirst.Bars(large.Command, http, http.RequestAborted) is not null ? Usual
        : large.Most == LargeFormAttribute.Files ? http.RequestServices.GetRequiredService<FileLimits>().Sent + Usual
        : large.Most;

    static void Bound(HttpContext http, long bytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = bytes;
    }
}
