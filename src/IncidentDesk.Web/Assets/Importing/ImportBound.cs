using IncidentDesk.Assets.Importing;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Assets.Importing;

/// <summary>
/// How much the form for imports may carry. A form is read, and put aside on disk, before its page is asked anything, so whoever may not
/// import is stopped here; who may, is stopped where no file is taken any more.
/// </summary>
internal static class ImportBound
{
    const long AnyForm = 1 << 20;

    public static void UseImportBound(this WebApplication app) => app.UseWhen(
        http => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Equals("/assets/imports", StringComparison.OrdinalIgnoreCase),
        form => form.Use(Bound));

    static async Task Bound(HttpContext http, RequestDelegate next)
    {
        var services = http.RequestServices;
        var may = await services.GetRequiredService<Importer>().May(http.User.ToActor(), http.RequestAborted);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
            bound.MaxRequestBodySize = may ? services.GetRequiredService<FileLimits>().Sent + AnyForm : AnyForm;
        await next(http);
    }
}
