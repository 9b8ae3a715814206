using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Door;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Assets.Importing;

/// <summary>
/// How much the forms for imports may carry. A form is read, and put aside on disk, before its page is asked anything, so whoever may not
/// import is stopped here; who may, is stopped where no file is taken any more.
/// </summary>
internal static class ImportBound
{
    const long AnyForm = 1 << 20, Export = 120_000_000;

    public static void UseImportBound(this WebApplication app)
    {
        var catalogue = app.Services.GetRequiredService<FileLimits>().Sent + AnyForm;
        app.Bound("/assets/imports", catalogue, http =>
            http.RequestServices.GetRequiredService<Importer>().May(http.User.ToActor(), http.RequestAborted));
        app.Bound("/incidents/import", Export, http => http.RequestServices.GetRequiredService<Desk>().Read(
            http.User.ToActor(), (_, caller) => Task.FromResult(caller.Has(Roles.Privacy | Roles.Administrator)), http.RequestAborted));
    }

    static void Bound(this WebApplication app, string page, long most, Func<HttpContext, Task<bool>> may) => app.UseWhen(
        http => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Equals(page, StringComparison.OrdinalIgnoreCase),
        form => form.Use(async (http, next) =>
        {
            var bytes = await may(http) ? most : AnyForm;
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = bytes;
            await next(http);
        }));
}
