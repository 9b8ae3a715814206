using System.Text.RegularExpressions;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>What the host answers to, read from the host itself, so that nothing new is forgotten.</summary>
internal static partial class Endpoints
{
    /// <summary>Addresses that can be read, pages and API alike, as their templates: <c>/api/incidents/{incident}</c>.</summary>
    public static IReadOnlyList<string> Read(IServiceProvider host) => [.. Routes(host)
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains("GET"))
        .Select(Template).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Commands and where they are taken.</summary>
    public static IReadOnlyList<(Type Command, string Template)> Commands(IServiceProvider host) => [.. Routes(host)
        .Where(e => e.Metadata.GetMetadata<CommandOf>() is not null)
        .Select(e => (e.Metadata.GetMetadata<CommandOf>()!.Command, Template(e)))];

    /// <summary>Every command of the desk.</summary>
    public static readonly IReadOnlyList<Type> CommandTypes = [.. typeof(ICommand<>).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))];

    /// <summary>Addresses of pages, as their templates.</summary>
    public static IReadOnlyList<string> Pages(IServiceProvider host) => [.. Routes(host)
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(Template).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Addresses that take the question behind a question mark.</summary>
    public static IReadOnlyList<string> Asking(IServiceProvider host, string question) => [.. Routes(host)
        .Where(e => e.Metadata.GetOrderedMetadata<ApiDocument.QueryOf>().Any(q => q.Names.Contains(question))).Select(Template)];

    /// <summary>Pages with the component that draws them.</summary>
    public static IReadOnlyList<(string Template, Type Page)> PageTypes(IServiceProvider host) => [.. Routes(host)
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        .Select(e => (Template(e), e.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type))];

    /// <summary>What an address takes behind its question mark.</summary>
    public static IReadOnlyList<string> Asked(IServiceProvider host, string template) => [.. Routes(host)
        .Where(e => Template(e) == template)
        .SelectMany(e => e.Metadata.GetOrderedMetadata<ApiDocument.QueryOf>()).SelectMany(q => q.Names).Distinct()];

    static IEnumerable<RouteEndpoint> Routes(IServiceProvider host) =>
        host.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    static string Template(RouteEndpoint endpoint) => Constraint().Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), "}");

    [GeneratedRegex(@":\w+(\([^)]*\))?\}")]
    private static partial Regex Constraint();
}
