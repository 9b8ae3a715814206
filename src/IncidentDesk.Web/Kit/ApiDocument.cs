using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// What the OpenAPI document says that the framework cannot see, because commands and queries are read by the desk itself:
/// parameters in address, header and query, and which fields stand in the address and not in the body.
/// </summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddSchemaTransformer((schema, context, _) => Task.FromResult(Instant(schema, context.JsonTypeInfo)));
        options.AddOperationTransformer((operation, context, _) => Task.FromResult(Parameters(operation, context)));
        options.AddDocumentTransformer((document, context, _) => Task.FromResult(Finish(document, context)));
    }

    /// <summary>The names that an address may carry behind its question mark.</summary>
    public static TBuilder WithQuery<TBuilder>(this TBuilder endpoint, params string[] names) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new QueryOf(names));

    static OpenApiSchema Instant(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (type.Type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        if (type.Type == typeof(DateTimeOffset?)) (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        return schema;
    }

    static OpenApiOperation Parameters(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var name in metadata.OfType<QueryOf>().SelectMany(q => q.Names))
        {
            Add(name, ParameterLocation.Query, JsonSchemaType.String);
            if (name == Moment.Field)
                Add(Moment.Zone, ParameterLocation.Query, JsonSchemaType.String, $"IANA name; needed where {name} is a local time.");
        }
        if (metadata.OfType<CommandOf>().FirstOrDefault() is not { } carried) return operation;

        foreach (var (name, type) in InAddress(carried.Command, context.Description.RelativePath!))
            Add(name, ParameterLocation.Path, type == typeof(int) ? JsonSchemaType.Integer : JsonSchemaType.String);
        Add("Idempotency-Key", ParameterLocation.Header, JsonSchemaType.String,
            "Repeating the request with the same key within 24 hours repeats the answer.");
        Add("If-Match", ParameterLocation.Header, JsonSchemaType.String,
            "The ETag of the answer you saw; the command is refused if the record has changed since.");
        operation.Responses ??= [];
        foreach (var (status, why) in new[]
        {
            ("401", "Not signed in"), ("412", "The record has changed"), ("422", "Idempotency key reused")
        })
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = why });
        return operation;

        void Add(string name, ParameterLocation where, JsonSchemaType type, string? meaning = null)
        {
            if (operation.Parameters.Any(p => p.Name == name && p.In == where)) return;
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name, In = where, Required = where == ParameterLocation.Path,
                Description = meaning, Schema = new OpenApiSchema { Type = type }
            });
        }
    }

    /// <summary>A field that stands in the address is refused in the body.</summary>
    static OpenApiDocument Finish(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        document.Info = new() { Title = "IncidentDesk", Version = "v1" };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" }
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        foreach (var described in context.DescriptionGroups.SelectMany(g => g.Items))
            if (described.ActionDescriptor.EndpointMetadata.OfType<CommandOf>().FirstOrDefault() is { } carried
                && document.Components.Schemas?.TryGetValue(carried.Command.Name, out var schema) is true && schema.Properties is { } body)
                foreach (var (name, _) in InAddress(carried.Command, described.RelativePath!)) body.Remove(name);
        return document;
    }

    static IEnumerable<(string Name, Type Type)> InAddress(Type command, string path) =>
        CommandShape.Of(command).Fields
            .Where(f => path.Contains($"{{{f.Key}}}", StringComparison.Ordinal) || path.Contains($"{{{f.Key}:", StringComparison.Ordinal))
            .Select(f => (f.Key, f.Value));

    /// <summary>What an address may carry behind its question mark.</summary>
    internal sealed record QueryOf(string[] Names);
}
