using System.Net;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Web.Assets.Importing;

namespace IncidentDesk.Web.Tests.Assets;

public sealed class ExportHintsTests : HostTest
{
    [Fact]
    public async Task The_import_page_says_for_every_format_how_to_get_a_file()
    {
        var formats = Services.GetRequiredService<CatalogueFormats>().All.Select(f => f.Code);
        Assert.Equal(formats.Order(StringComparer.Ordinal), ExportCommand.All.Select(e => e.Format).Order(StringComparer.Ordinal));

        using var answer = await Api.GetAsync(new Uri("/assets/imports", UriKind.Relative));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.All(ExportCommand.All, e => Assert.Contains(e.Line, page, StringComparison.Ordinal));
    }
}
