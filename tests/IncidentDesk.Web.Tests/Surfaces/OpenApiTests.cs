using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentDesk.Tests.House;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>What the API says of itself.</summary>
public sealed partial class OpenApiTests : HostTest
{
    JsonNode _document = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (status, document) = await Get(Anonymous, "/openapi/v1.json");
        Assert.Equal(200, status);
        _document = document!;
    }

    [Fact]
    public void Every_command_is_described_with_the_fields_of_its_body_and_its_address() =>
        Rule.Holds(Endpoints.Commands(Services), served =>
        {
            var operation = _document["paths"]?[served.Template]?["post"];
            if (operation is null) return $"POST {served.Template} is not described.";
            var inPath = Names(operation, "path");
            if (!Names(operation, "header").SetEquals(["Idempotency-Key", "If-Match"]))
                return $"{served.Template} does not say which headers it reads.";
            if (operation["requestBody"]!["content"]!["application/json"]?["schema"] is not { } body
                || served.Command.Name.StartsWith("Import", StringComparison.Ordinal))
                return null;
            var described = Followed(body)["properties"]?.AsObject().Select(p => p.Key).ToHashSet() ?? [];
            var wanted = CommandShape.Of(served.Command).Fields.Keys.Except(inPath).ToHashSet();
            return described.SetEquals(wanted) ? null
                : $"{served.Template} says its body has {string.Join(", ", described)}; it has {string.Join(", ", wanted)}.";
        });

    [Fact]
    public void Every_part_of_an_address_is_a_parameter() => Rule.Holds(
        _document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Path: p.Key, Operation: o.Value!))),
        o => Part().Matches(o.Path).Select(m => m.Groups[1].Value).ToHashSet().SetEquals(Names(o.Operation, "path")) ? null
            : $"{o.Path} does not say what stands in it.");

    [Fact]
    public void Every_address_of_the_api_that_can_be_read_is_described() => Rule.Holds(
        Endpoints.Read(Services).Where(t => t.StartsWith("/api/", StringComparison.Ordinal)),
        template => _document["paths"]?[template.Replace("{**", "{", StringComparison.Ordinal)]?["get"] is not null ? null
            : $"GET {template} is not described.");

    [Fact]
    public void Every_address_that_looks_back_says_that_a_local_time_needs_its_zone() => Rule.Holds(
        Endpoints.Asking(Services, Moment.Field),
        template => _document["paths"]?[template.Replace("{**", "{", StringComparison.Ordinal)]?["get"] is { } operation
            && Names(operation, "query").IsSupersetOf([Moment.Field, Moment.Zone]) ? null
            : $"GET {template} does not say that it reads {Moment.Field} and {Moment.Zone}.");

    [Fact]
    public void Every_schema_that_is_pointed_at_is_there() => Rule.Holds(
        Pointer().Matches(_document.ToJsonString()).Select(m => m.Groups[1].Value).Distinct(),
        name => _document["components"]!["schemas"]![name] is not null ? null : $"{name} is pointed at and not described.");

    [Fact]
    public async Task The_reader_of_the_api_comes_from_this_desk_alone()
    {
        var page = await Anonymous.Page("/scalar/v1");
        var sources = page.QuerySelectorAll("script[src], link[href], img[src]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!).ToList();

        Assert.NotEmpty(sources);
        foreach (var source in sources)
        {
            Assert.DoesNotContain("//", source, StringComparison.Ordinal);
            using var part = await Anonymous.GetAsync(new Uri("/scalar/" + source, UriKind.Relative));
            Assert.True(part.IsSuccessStatusCode, source);
        }
        using var answer = await Anonymous.GetAsync(new Uri("/scalar/v1", UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("\"withDefaultFonts\":false", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    JsonNode Followed(JsonNode schema) =>
        (string?)schema["$ref"] is { } at ? _document["components"]!["schemas"]![at.Split('/')[^1]]! : schema;

    static HashSet<string> Names(JsonNode operation, string where) =>
        [.. operation["parameters"]?.AsArray().Where(p => (string)p!["in"]! == where).Select(p => (string)p!["name"]!) ?? []];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Part();

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Pointer();
}
