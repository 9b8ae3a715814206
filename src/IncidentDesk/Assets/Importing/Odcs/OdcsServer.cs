using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Odcs;

/// <summary>
/// Where the objects of a contract are, and what they are called there. Servers name their parts
/// differently and mean the same levels.
/// </summary>
internal sealed class OdcsServer(JsonElement server)
{
    readonly string _type = server.Text("type") is { } type && type != "custom" ? type : server.Text("customType") ?? "odcs";
    JsonElement? _contract;

    /// <summary>A contract without servers: its objects are known by the contract alone.</summary>
    public static OdcsServer Nowhere(JsonElement contract) => new(default) { _contract = contract };

    public AssetKind? Kind => _type is "kafka" or "pubsub" or "kinesis" ? AssetKind.Topic : Location is not null ? AssetKind.FileSet : null;

    public NamedAsset Named(string name)
    {
        var environment = server.Text("environment")?.ToLowerInvariant();
        if (_contract is { } contract) return new(CanonicalKey.Of("odcs", contract.Text("id") ?? contract.Text("name"), name), []);
        if (Folder(name) is { } folder && CanonicalKey.Parse(folder) is { } parts)
            return new(CanonicalKey.Of(parts.Platform, parts.Instance, parts.Name, environment),
                Locations.Of(folder) is { } lies ? [lies] : [], environment);
        if (_type == "glue") return new(CanonicalKey.Of("glue", server.Text("account"), Qualified(name), environment), [], environment);
        return new(CanonicalKey.Of(_type, Instance,
            _type is "kafka" or "kinesis" ? name : _type == "pubsub" ? $"topic:{server.Text("project")}:{name}" : Qualified(name),
            environment), [], environment);
    }

    /// <summary>An object from which something is made: one of the same server, unless it is written as a whole key.</summary>
    public string Source(string name) => CanonicalKey.Parse(name) is not null ? CanonicalKey.Folded(name) : Named(name).Key;

    string? Location => server.Text("location") ?? server.Text("path");

    /// <summary>Names of files leave room for the object, <c>s3://raw/{model}/*.json</c>; without it, it is the folder of all.</summary>
    string? Folder(string name)
    {
        if (_type == "api" || Location is not { } location) return null;
        var address = location.Contains("://", StringComparison.Ordinal) ? location
            : $"{(_type == "local" ? "file" : _type)}://{(location.StartsWith('/') ? "" : "/")}{location}";
        var own = address.Contains("{model}", StringComparison.Ordinal);
        address = address.Replace("{model}", name, StringComparison.Ordinal);
        var pattern = address.IndexOfAny(['*', '{', '?']);
        if (pattern >= 0) address = address[..(address.LastIndexOf('/', pattern) + 1)];
        return CanonicalKey.Folded(own ? address : $"{address.TrimEnd('/')}/{name}");
    }

    string? Instance =>
        (server.Text("host") ?? server.Text("account") ?? server.Text("region") ?? server.Text("regionName")) is not { } host ? null
            : server.Text("port") is { } port && !host.Contains(':') ? $"{host}:{port}" : host;

    /// <summary>Levels that the name itself has are not put in front of it once more.</summary>
    string Qualified(string name)
    {
        var above = new[]
        {
            server.Text("catalog") ?? server.Text("project") ?? server.Text("serviceName") ?? server.Text("database"),
            server.Text("schema") ?? server.Text("dataset") ?? (server.Text("catalog") is null ? null : server.Text("database")),
        }.OfType<string>().ToList();
        var own = QualifiedName.Parts(name).Count;
        return string.Join('.', above.Take(Math.Max(0, above.Count + 1 - own)).Append(name));
    }
}
